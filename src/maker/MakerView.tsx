/** The page on which an analysis is made, from props alone: article, names, what is said of each, trying it, the file. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Draft, Proposal } from "../draft/types.ts";
import { t } from "../i18n/t.ts";
import { type Doubts, doubtsOf } from "../pack/format/doubts.ts";
import { type PackProblem, readPackFile } from "../pack/format/read-pack.ts";
import type { Entity, Pack } from "../pack/types.ts";
import { Doubtful } from "../pages/Doubtful.tsx";
import { useLater } from "../pages/use-later.ts";
import { numberOf, withPassages } from "./editing/edit-pack.ts";
import { addEntity, fileOf, putBack, takeOut, type Work } from "./editing/work.ts";
import { Field } from "./fields/Field.tsx";
import { More } from "./fields/More.tsx";
import { problemsAt, under } from "./fields/problems.ts";
import { OpenFile } from "./OpenFile.tsx";
import { TheFile, Trial } from "./Outcome.tsx";
import { About } from "./parts/About.tsx";
import { EntityForm } from "./parts/EntityForm.tsx";
import { Events } from "./parts/Events.tsx";
import { Names } from "./parts/Names.tsx";
import { Paragraphs } from "./parts/Paragraphs.tsx";
import { Shared } from "./parts/Shared.tsx";
import { Ties } from "./parts/Ties.tsx";
import { useKeptFocus } from "./use-kept-focus.ts";

export interface MakerViewProps {
  work: Work;
  draft: Draft;
  /** Whether the work is kept, in words. */
  kept: string;
  /** The day by the editor's clock, `2026-05-03`. */
  day: string;
  onChange(work: Work): void;
  onArticle(article: string): void;
  onTick(proposal: Proposal, on: boolean): void;
  onOpen(pack: Pack): void;
  onStartOver(): void;
}

/** What is wrong, and what is doubtful, is looked for when typing rests, ms. */
const REST = { problems: 100, doubts: 500 };

/** So many are all shown open. */
const FEW = 5;

/** A name may have a brace that is not closed yet, or stand for too many: that is said at its field. */
function doubtsIn(pack: Pack): Doubts | "unreadable" {
  try {
    return doubtsOf(pack, []);
  } catch {
    return "unreadable";
  }
}

export function MakerView({ work, draft, kept, day, onChange, ...on }: MakerViewProps) {
  const [typed, setTyped] = useState(work.article);
  const { pack, off, opened, ticked } = work;
  const problems = useLater(() => problemsOf(work, day), [work], { rest: REST.problems, keep: true });
  const doubts = useLater(() => doubtsIn(pack), [pack], { rest: REST.doubts, keep: true });
  const problemAt = problemsAt(problems ?? []);
  const setPack = (next: Pack) => onChange({ ...work, pack: withPassages(next) });
  const setEntity = (changed: Entity) =>
    setPack({ ...pack, entities: pack.entities.map((one) => (one.id === changed.id ? changed : one)) });
  const paragraphs = draft.paragraphs.filter(({ id }) => id !== null);
  const passages = [
    ...new Set([...paragraphs.map(({ id }) => id!), ...pack.passages.map(({ id }) => id)]),
  ].sort((a, b) => numberOf(a) - numberOf(b));
  const begun = work.article !== "" || opened || pack.entities.length > 0;
  const inPack = new Set(pack.entities.map(({ id }) => id));
  const isTicked = ({ name }: Proposal) => inPack.has(ticked[name] ?? "");
  const noteFocus = useKeptFocus();
  const common = { pack, passages, problemAt };
  return (
    <main onFocusIn={({ target }) => noteFocus(target)}>
      <header class="head">
        <h1>{t("makerTitle")}</h1>
        <p class="hint">{t("makerIntro")}</p>
      </header>
      <Section id="article" title={t("makerArticle")}>
        <Field
          name="article"
          rows={8}
          label={t("makerPaste")}
          hint={t("makerPasteHint")}
          value={typed}
          onChange={setTyped}
        />
        <button type="button" class="button" id="find" onClick={() => on.onArticle(typed)}>
          {t("makerFind")}
        </button>
        {work.article !== "" && (
          <Names
            draft={draft}
            ticked={new Set(draft.proposals.filter(isTicked).map(({ name }) => name))}
            onTick={on.onTick}
          />
        )}
        <OpenFile
          asks={begun}
          onOpen={(pack) => {
            setTyped("");
            on.onOpen(pack);
          }}
        />
      </Section>
      {begun && (
        <>
          <Section id="about" title={t("makerAbout")}>
            <About {...{ pack, opened, problemAt }} onChange={setPack} />
          </Section>
          <Section id="entities" title={t("makerEntities")}>
            {pack.entities.length === 0 && <p class="hint">{t("makerNone")}</p>}
            {pack.entities.map((entity, i) => (
              <EntityForm
                key={entity.id}
                {...{ entity, pack, passages }}
                open={pack.entities.length <= FEW || entity.summary === ""}
                problemAt={under(problemAt, `entities[${i}]`)}
                onChange={setEntity}
                onTakeOut={() => onChange(takeOut(work, entity.id))}
              />
            ))}
            <button type="button" class="button" name="add-entity" onClick={() => onChange(addEntity(work))}>
              {t("makerEntityAdd")}
            </button>
            {off.map(({ id, name }) => (
              <button
                key={id}
                type="button"
                class="button"
                data-off={id}
                onClick={() => onChange(putBack(work, id))}
              >
                {t("makerPutBack", name || id)}
              </button>
            ))}
          </Section>
          <Section id="between" title={t("makerBetween")}>
            <p class="hint">{t("makerBetweenHint")}</p>
            <More
              name="shared"
              title={t("makerShared")}
              count={pack.ambiguities.length}
              problem={problemAt("ambiguities")}
            >
              <p class="hint">{t("makerSharedHint")}</p>
              <Shared
                {...{ pack, problemAt }}
                onChange={(ambiguities) => setPack({ ...pack, ambiguities })}
              />
            </More>
            <More
              name="ties"
              title={t("makerTies")}
              count={pack.relations.length}
              problem={problemAt("relations")}
            >
              <Ties {...common} onChange={(relations) => setPack({ ...pack, relations })} />
            </More>
            <More
              name="events"
              title={t("makerEvents")}
              count={pack.events.length}
              problem={problemAt("events")}
            >
              <Events {...common} onChange={(events) => setPack({ ...pack, events })} />
            </More>
          </Section>
          <Section id="paragraphs" title={t("makerParagraphs")}>
            <p class="hint">{t("makerParagraphsHint")}</p>
            <Paragraphs {...{ ...common, paragraphs }} onChange={setPack} />
          </Section>
          <Section id="doubts" title={t("optionsPackDoubts")}>
            <p role="status" class="hint">
              {doubts &&
                doubts !== "unreadable" &&
                doubts.named.length > 0 &&
                t("makerDoubts", doubts.named.length)}
            </p>
            {doubts === "unreadable" ? (
              <p class="hint">{t("makerDoubtsLater")}</p>
            ) : (
              <Doubtful doubts={doubts} adviceFor={(kind) => t(`makerDoubt_${kind}`)} />
            )}
          </Section>
          <Section id="try" title={t("makerTry")}>
            <Trial pack={pack} />
          </Section>
          <Section id="save" title={t("makerSave")}>
            <TheFile {...{ pack, problems }} file={() => fileOf(work, day)} />
          </Section>
        </>
      )}
      <StartOver
        onStartOver={() => {
          setTyped("");
          on.onStartOver();
        }}
      />
      <p class="report" role="status" id="kept">
        {kept}
      </p>
    </main>
  );
}

/** What the door of packs has against it. */
function problemsOf(work: Work, day: string): readonly PackProblem[] {
  const result = readPackFile(fileOf(work, day));
  return result.ok ? [] : result.problems;
}

function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** It takes two presses: what is thrown away cannot be had again. */
function StartOver({ onStartOver }: { onStartOver(): void }) {
  const [asked, setAsked] = useState(false);
  return (
    <p class="confirm">
      <button
        type="button"
        class={asked ? "button danger" : "button"}
        id="start-over"
        onClick={() => {
          if (asked) onStartOver();
          setAsked(!asked);
        }}
      >
        {asked ? t("makerStartOverSure") : t("makerStartOver")}
      </button>
    </p>
  );
}
