/**
 * The foot of a card: why these words were taken for this entity, what else they could mean, and what the reader can say to
 * that. Of words that two entities share, the reader can say which is meant; of others, that they are no name of this one.
 */
import { useId } from "preact/hooks";
import { Said } from "../../../entity/Said.tsx";
import { trusted } from "../../../entity/trusted.ts";
import { phrase, t } from "../../../i18n/t.ts";
import type { Sentence } from "../../../pack/texts.ts";
import type { Mention } from "../../../spot/types.ts";
import { bringIntoView, Choices } from "./Menu.tsx";
import { whyMatched } from "./match-reason.ts";

/**
 * Where the reader can say which of two is meant: of the site as well; of a page that belongs to none, of the page alone; of a
 * private one, once, until it is loaded anew.
 */
export type SayMeant = "nowhere" | "once" | "page" | "site";
/** Where the reader has said it, as far as a card can take it back: a `rule` is the options'. */
export type MeantBy = "page" | "site" | "rule";

export interface FootProps {
  mention: Mention;
  name: Sentence;
  /** What else these words could mean. */
  other: Sentence | undefined;
  /** The page is one of a site, for which a rule can be made. */
  site: boolean;
  sayMeant: SayMeant;
  meantBy: MeantBy | null;
  /** What can be said of the other one is shown. */
  open: boolean;
  onOpen(open: boolean): void;
  onShowOther(): void;
  /** The other one is meant. */
  onOtherMeant(where: "page" | "site"): void;
  /** What the reader has said is to hold no longer. */
  onUndo(where: "page" | "site"): void;
  /** These words are no name of this entity. */
  onWrong(): void;
}

export function Foot(props: FootProps) {
  const { mention, other, meantBy, open, onOpen, onUndo, onWrong } = props;
  const panelId = useId();
  const disclosure = other && { "aria-expanded": open, "aria-controls": open ? panelId : undefined };
  const toggle = () => onOpen(!open);
  return (
    <>
      <p class="sl-foot">
        {whyMatched(mention, meantBy)}{" "}
        {meantBy !== null && meantBy !== "rule" && (
          <button type="button" class="sl-link sl-undo" onClick={trusted(() => onUndo(meantBy))}>
            {t("cardUndo")}
          </button>
        )}{" "}
        {other &&
          mention.close &&
          phrase(
            "cardRunnerUp",
            <button type="button" class="sl-link sl-rival" {...disclosure} onClick={trusted(toggle)}>
              <Said {...other} />
            </button>,
          )}{" "}
        <button
          type="button"
          class="sl-link sl-wrong"
          {...disclosure}
          onClick={trusted(other ? toggle : onWrong)}
        >
          {t("cardWrong")}
        </button>
      </p>
      {open && other && <OtherOne {...props} id={panelId} other={other} />}
    </>
  );
}

const WHERE = { nowhere: [], once: ["page"], page: ["page"], site: ["page", "site"] } as const;

/** What can be said and done where the other one may be meant. */
function OtherOne({
  id,
  mention: { alias },
  name,
  other,
  site,
  sayMeant,
  onShowOther,
  onOtherMeant,
  onWrong,
}: FootProps & { id: string; other: Sentence }) {
  return (
    <ul class="sl-menu sl-other" id={id} aria-label={t("cardOther")} ref={bringIntoView}>
      <Choices
        label={t("cardOtherMeant", alias, other.text)}
        choices={WHERE[sayMeant].map((where) => ({
          words: t(`cardMeant_${where}`),
          onChoose: () => onOtherMeant(where),
        }))}
      />
      <li>
        <button type="button" onClick={trusted(onShowOther)}>
          {phrase("cardOtherShow", <Said {...other} />)}
        </button>
      </li>
      <li>
        <button type="button" onClick={trusted(onWrong)}>
          {t(site ? "cardOtherNeither" : "cardOtherNeitherAnywhere", alias, name.text)}
        </button>
      </li>
    </ul>
  );
}
