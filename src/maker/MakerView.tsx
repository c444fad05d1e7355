/** The page on which an analysis is made, from props alone: article, names, what is said of each, trying it, the file. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Draft, Proposal } from "../draft/types.ts";
import { t } from "../i18n/t.ts";
import { EntityForm } from "./EntityForm.tsx";
import { Field } from "./Field.tsx";
import { Names } from "./Names.tsx";
import { Outcome, problemAt, problemsOf } from "./Outcome.tsx";
import { ABOUT, type AboutField, packOf, type Work } from "./work.ts";

export interface MakerViewProps {
  work: Work;
  draft: Draft;
  /** Whether the work is kept, in words. */
  kept: string;
  onChange(work: Work): void;
  onTick(proposal: Proposal, on: boolean): void;
  onStartOver(): void;
}

/** Where in the pack each field about it stands. */
const PATHS: Record<AboutField, string> = {
  ...{ title: "title", editor: "editor", licence: "licence", sourceTitle: "source.title" },
  ...{ author: "source.author", publisher: "source.publisher", date: "source.date", genre: "source.genre" },
};

export function MakerView({ work, draft, kept, onChange, onTick, onStartOver }: MakerViewProps) {
  const [typed, setTyped] = useState(work.article);
  const { pack, places } = packOf(work, draft, today());
  const problems = problemsOf(pack);
  const on = work.entities.filter(({ off }) => !off);
  const passages = draft.paragraphs.filter(({ id }) => id !== null);
  return (
    <main>
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
        <button type="button" class="button" id="find" onClick={() => onChange({ ...work, article: typed })}>
          {t("makerFind")}
        </button>
        {work.article !== "" && (
          <Names draft={draft} ticked={new Set(on.map(({ key }) => key))} onTick={onTick} />
        )}
      </Section>
      {work.article !== "" && (
        <>
          <Section id="about" title={t("makerAbout")}>
            <div class="fields">
              {ABOUT.map((field) => (
                <Field
                  key={field}
                  name={field}
                  label={t(`makerAbout_${field}`)}
                  value={work.about[field]}
                  problem={problemAt(problems, PATHS[field])}
                  onChange={(value) => onChange({ ...work, about: { ...work.about, [field]: value } })}
                />
              ))}
            </div>
          </Section>
          <Section id="entities" title={t("makerEntities")}>
            {on.length === 0 && <p class="hint">{t("makerNone")}</p>}
            {on.map((entity) => (
              <EntityForm
                key={entity.key}
                entity={entity}
                passages={passages.map(({ id }) => id!)}
                problemAt={(path) => problemAt(problems, `entities[${places.get(entity.key)}].${path}`)}
                onChange={(changed) =>
                  onChange({
                    ...work,
                    entities: work.entities.map((one) => (one.key === changed.key ? changed : one)),
                  })
                }
              />
            ))}
          </Section>
          <Section id="paragraphs" title={t("makerParagraphs")}>
            <p class="hint">{t("makerParagraphsHint")}</p>
            <ol class="paragraphs">
              {passages.map(({ id, text }) => (
                <li key={id}>
                  <details>
                    <summary>
                      <bdi>{`¶${id!.slice(1)} ${text.slice(0, 80)}`}</bdi>
                    </summary>
                    <p dir="auto">{text}</p>
                  </details>
                  <Field
                    name={`gist-${id}`}
                    label={t("makerGist", id!.slice(1))}
                    value={work.gists[id!] ?? ""}
                    problem={problemAt(
                      problems,
                      `passages[${pack.passages.findIndex((one) => one.id === id)}]`,
                    )}
                    onChange={(gist) => onChange({ ...work, gists: { ...work.gists, [id!]: gist } })}
                  />
                </li>
              ))}
            </ol>
          </Section>
          <Outcome pack={pack} problems={problems} />
        </>
      )}
      <StartOver
        onStartOver={() => {
          setTyped("");
          onStartOver();
        }}
      />
      <p class="report" role="status" id="kept">
        {kept}
      </p>
    </main>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
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

/** The day by the editor's clock, `2026-05-03`. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
