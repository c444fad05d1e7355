/** The names that the draft proposes, to be ticked. */

import type { Draft, Proposal } from "../../draft/types.ts";
import { apart, plural, t } from "../../i18n/t.ts";

export interface NamesProps {
  draft: Draft;
  ticked: ReadonlySet<string>;
  onTick(proposal: Proposal, on: boolean): void;
}

export function Names({ draft, ticked, onTick }: NamesProps) {
  if (draft.proposals.length === 0) return <p class="hint">{t("makerNoNames")}</p>;
  return (
    <fieldset class="names" id="names">
      <legend>{t("makerTick")}</legend>
      {draft.proposals.map((proposal) => (
        <label key={proposal.name} class="choice">
          <input
            type="checkbox"
            value={proposal.name}
            checked={ticked.has(proposal.name)}
            onChange={(event) => onTick(proposal, event.currentTarget.checked)}
          />
          <span>
            <bdi>{proposal.name}</bdi>
            <span class="hint">{notesOf(proposal)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** "Institution · 3 times · perhaps an everyday word · also “HLS”" */
function notesOf({ name, guess, places, everyday, forms }: Proposal): string {
  const others = forms.filter(({ text }) => text !== name).map(({ text }) => apart(text));
  return [
    guess ? t(`cardKind_${guess.kind}`) : t("makerKindUnknown"),
    plural("makerTimes", places.length),
    ...(everyday ? [t("makerEveryday")] : []),
    ...(others.length > 0 ? [t("makerAlso", others.join(" · "))] : []),
  ].join(" · ");
}
