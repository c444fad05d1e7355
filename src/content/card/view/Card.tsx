/**
 * The card of one mention, from props alone: a head that stays in view, a body that scrolls, and a foot that says why
 * these words were taken for this entity. It is a dialog that is not modal: the page stays usable beside it.
 */
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { EntityHeading } from "../../../entity/EntityView.tsx";
import { PartsBody } from "../../../entity/PartsBody.tsx";
import { Said } from "../../../entity/Said.tsx";
import { interfaceAttributes, language, t } from "../../../i18n/t.ts";
import { type EntityPart, onlyPart, type PackIndex } from "../../../pack/lookup.ts";
import { nameIn, type Sentence, sentenceIn } from "../../../pack/texts.ts";
import type { EntityId } from "../../../pack/types.ts";
import type { Mention } from "../../../spot/types.ts";
import { Foot, type MeantBy, type SayMeant } from "./Foot.tsx";
import { Menu, type Mute, Notice, type Outcome } from "./Menu.tsx";
import { Tool } from "./Tool.tsx";

export interface SaidMeant {
  entity: EntityId;
  instead: EntityId;
  where: "page" | "site";
}

export interface CardProps {
  pack: PackIndex;
  /** What the packs in use say of an entity, in their order; absent: `pack` is the only one. */
  partsOf?: (entity: EntityId) => EntityPart[];
  /** Has that brought. */
  bring?: (entity: EntityId) => Promise<void>;
  mention: Mention;
  theme: "auto" | "light" | "dark";
  /** The page is one of a site, for which a rule can be made: no blank one, no file. */
  site: boolean;
  sayMeant: SayMeant;
  /** Where the reader has said which of two the mention's words mean; `null`: nowhere. */
  meantBy: MeantBy | null;
  pinned: boolean;
  /** The language of the text around the mention, `ur`; "" where the page does not say. */
  lang?: string;
  /** Which mark of the page this is: "3 of 7". Where the reader goes from mark to mark. */
  count?: string | undefined;
  /** What a screen reader is to say: the one live region. */
  say?: string;
  /** What it is to say after that, in the pack's language. */
  sayOfPack?: Sentence | undefined;
  onPin(on: boolean): void;
  onClose(): void;
  /** Leave a name unmarked, or, with `on` false, take that back. Answers whether that was done; never rejects. */
  onMute(mute: Mute, on: boolean): Promise<boolean>;
  /** Of the page, or its site: the one is meant; or, with `on` false, that is not said any more. Answers as `onMute`. */
  onMeant(meant: SaidMeant, on: boolean): Promise<boolean>;
  onSiteOff(): void;
  /** `false` where the clipboard could not be written. */
  onCopy(entity: EntityId): boolean;
  /** Shows it in the atlas, a page of the extension. */
  onAtlas(entity: EntityId): void;
  onSay(words: string): void;
  /** The day it is read. */
  now?: Date;
}

export function Card(props: CardProps) {
  const { pack, mention, pinned, onSay } = props;
  /** The entities walked through. */
  const [walked, setWalked] = useState<readonly EntityId[]>([]);
  const [menu, setMenu] = useState(false);
  /** Whether it is shown what can be said where another one may be meant. */
  const [other, setOther] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const headingId = useId();
  const menuId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const card = useRef<HTMLDivElement>(null);
  // The last is shown; the first is the mention's own, which may be another one when the reader has said so.
  const trail = [mention.entity, ...walked];
  const shown = trail.at(-1)!;
  const depth = trail.length;
  const before = useRef({ depth, shown, outcome });

  // The button that was pressed is gone; without this the focus would fall back to the page.
  useLayoutEffect(() => {
    const was = before.current;
    before.current = { depth, shown, outcome };
    const focus = (selector: string) =>
      card.current!.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
    if (was.shown !== shown) scroller.current!.scrollTop = 0;
    if (was.depth !== depth) focus(".sl-name");
    else if (was.outcome !== outcome) focus(outcome?.undo ? ".sl-notice button" : ".sl-more-tool");
  }, [depth, shown, outcome]);

  const partsOf = props.partsOf ?? ((id: EntityId) => onlyPart(pack, id));
  const parts = partsOf(shown);
  const [first] = parts;
  const entity = first?.index.entities.get(first.id);
  if (!first || !entity) return null;
  const nameOf = (id: EntityId) => {
    // One that is only named beside others is known by their pack.
    const [part] = [...partsOf(id), ...parts.flatMap(({ index }) => onlyPart(index, id))];
    return part && nameIn(part.index.pack, part.index.entities.get(part.id)!, language());
  };
  const runnerUp = mention.runnerUp === undefined ? undefined : otherName(mention, partsOf, nameOf);
  const walk = async (next: EntityId) => {
    if (partsOf(next).length === 0) await props.bring?.(next);
    if (partsOf(next).length === 0) return;
    setWalked([...walked, next]);
    setMenu(false);
    setOther(false);
    setOutcome(null);
  };
  const report = (next: Outcome | null) => {
    // An answer to "Undo" may come when the menu is open again.
    if (next) {
      setMenu(false);
      setOther(false);
    }
    setOutcome(next);
    onSay(next?.words ?? t("cardUndone"));
  };
  const ask = async (wish: Mute, on: boolean, done: Outcome | null) =>
    report((await props.onMute(wish, on)) ? done : { words: t("cardRefused") });
  const mute = (wish: Mute, words: string) =>
    void ask(wish, true, { words, undo: () => void ask(wish, false, null) });
  const meant = async (said: SaidMeant, on: boolean, done: Outcome) =>
    report((await props.onMeant(said, on)) ? done : { words: t("cardMeantRefused") });
  const notMeant = (said: SaidMeant) =>
    void meant(said, false, { words: t("cardMeantUndone", mention.alias) });
  const otherMeant = (where: "page" | "site") => {
    const said = { entity: mention.runnerUp!, instead: mention.entity, where };
    const lasts = props.sayMeant === "once" ? "once" : where;
    const words = t(`cardMeantDone_${lasts}`, mention.alias, runnerUp!.text);
    void meant(said, true, { words, undo: () => notMeant(said) });
  };
  const copy = () => report({ words: t(props.onCopy(shown) ? "cardCopied" : "cardNotCopied") });

  return (
    <div
      class="sl sl-card"
      role="dialog"
      aria-labelledby={headingId}
      {...interfaceAttributes()}
      data-theme={props.theme}
      ref={card}
    >
      <div class="sl-head">
        {depth > 1 && (
          <Tool
            icon="back"
            label={t("cardBackTo", nameOf(trail.at(-2)!)!.text)}
            hint={t("popupBack")}
            onPress={() => setWalked(walked.slice(0, -1))}
          />
        )}
        <EntityHeading
          pack={first.index}
          entity={entity}
          headingId={headingId}
          count={depth === 1 ? props.count : undefined}
        />
        <div class="sl-tools">
          <Tool
            icon="pin"
            label={t("cardPin")}
            hint={t(pinned ? "cardUnpinHint" : "cardPinHint")}
            aria-pressed={pinned}
            onPress={() => props.onPin(!pinned)}
          />
          <Tool
            icon="more"
            label={t("cardMore")}
            aria-expanded={menu}
            aria-controls={menu ? menuId : undefined}
            onPress={() => {
              setMenu(!menu);
              setOutcome(null);
            }}
          />
          <Tool icon="close" label={t("cardClose")} hint={t("cardCloseHint")} onPress={props.onClose} />
        </div>
      </div>
      {menu && (
        <Menu
          id={menuId}
          entity={shown}
          name={nameOf(shown)!.text}
          site={props.site}
          onCopy={copy}
          onAtlas={() => props.onAtlas(first.id)}
          onMute={mute}
          onSiteOff={props.onSiteOff}
        />
      )}
      {outcome && <Notice {...outcome} />}
      <div class="sl-scroll" ref={scroller}>
        <PartsBody
          parts={parts}
          bundled={pack}
          onOpen={(next) => void walk(next)}
          onAtlas={props.onAtlas}
          lang={props.lang ?? ""}
          {...(props.now && { now: props.now })}
        />
      </div>
      {depth === 1 && (
        <Foot
          mention={mention}
          name={nameOf(mention.entity)!}
          other={runnerUp}
          site={props.site}
          sayMeant={props.sayMeant}
          meantBy={props.meantBy}
          open={other}
          onOpen={(open) => {
            setOther(open);
            setOutcome(null);
          }}
          onShowOther={() => void walk(mention.runnerUp!)}
          onOtherMeant={otherMeant}
          onUndo={(where) => notMeant({ entity: mention.entity, instead: mention.runnerUp!, where })}
          onWrong={() =>
            mute(
              { entity: mention.entity, alias: mention.alias, ...(props.site && { site: true }) },
              t(
                props.site ? "cardWrongDone" : "cardWrongDoneAnywhere",
                mention.alias,
                nameOf(mention.entity)!.text,
              ),
            )
          }
        />
      )}
      <p class="sl-said-aloud" role="status">
        {props.say} {props.sayOfPack && <Said {...props.sayOfPack} />}
      </p>
    </div>
  );
}

/** The name of the entity that may be meant as well; where another pack calls that so, with the pack's title. */
function otherName(
  { entity, runnerUp }: Mention,
  partsOf: (entity: EntityId) => EntityPart[],
  nameOf: (entity: EntityId) => Sentence | undefined,
): Sentence | undefined {
  const name = nameOf(runnerUp!);
  const [other] = partsOf(runnerUp!);
  const isOfOne = partsOf(entity).some(({ index }) => index.pack.id === other?.index.pack.id);
  if (!name || !other || isOfOne) return name;
  const { pack } = other.index;
  return { ...name, text: `${name.text} (${sentenceIn(pack, pack.title, language()).text})` };
}
