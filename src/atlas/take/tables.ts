/** What a view says, as a table: one statement a row, each with how firmly it is said, by whom, and where. */
import { paragraphMarks } from "../../entity/words/citation.ts";
import { stanceWord } from "../../entity/words/phrases.ts";
import { listed, t } from "../../i18n/t.ts";
import type { AnalysisEvent, Claim, Relation } from "../../pack/types.ts";
import type { Paragraph } from "../model/article.ts";
import type { Words } from "../names.ts";

export interface Table {
  columns: readonly string[];
  rows: ReadonlyArray<readonly string[]>;
  /** The statement or paragraph that each row is of, by its id: whose it is hangs on that. */
  of: readonly string[];
}

const saidColumns = () => [t("atlasStatement"), t("atlasHowFirm"), t("atlasWho"), t("atlasWhere")];

const saidCells = ({ id, text, stance, by, passages }: Claim, { said }: Words): string[] => [
  said(text, id).text,
  stanceWord(stance),
  said(by, id).text,
  paragraphMarks(passages),
];

export const tableOfTies = (ties: readonly Relation[], words: Words): Table => ({
  columns: [t("atlasFrom"), t("atlasTie"), t("atlasTo"), ...saidColumns()],
  rows: ties.map((tie) => [
    words.name(tie.from).text,
    words.verb(tie),
    words.name(tie.to).text,
    ...saidCells(tie, words),
  ]),
  of: ties.map(({ id }) => id),
});

export const tableOfTime = (events: readonly AnalysisEvent[], words: Words): Table => ({
  columns: [t("atlasDate"), t("atlasDateBy"), t("atlasOrderBy"), t("atlasAbout"), ...saidColumns()],
  rows: events.map((event) => [
    event.date,
    event.stance === "editor" ? t("atlasDatedByUsShort", words.editor(event.id)) : t("atlasDatedShort"),
    event.placed ? t("cardPlacedByUs", words.editor(event.id)) : t("atlasPlacedShort"),
    listed(event.entities.map((id) => words.name(id).text)),
    ...saidCells(event, words),
  ]),
  of: events.map(({ id }) => id),
});

export const tableOfArticle = (paragraphs: readonly Paragraph[], words: Words): Table => ({
  columns: [t("atlasParagraph"), t("atlasGist"), t("atlasAbout"), ...saidColumns()],
  rows: paragraphs.flatMap(({ passage, claims }) => {
    const head = [paragraphMarks([passage.id]), words.said(passage.gist, passage.id).text];
    if (claims.length === 0) return [[...head, "", "", "", "", ""]];
    return claims.map(({ claim, about }) => [
      ...head,
      listed(about.map((id) => words.name(id).text)),
      ...saidCells(claim, words),
    ]);
  }),
  of: paragraphs.flatMap(({ passage, claims }) =>
    (claims.length === 0 ? [passage] : claims).map(() => passage.id),
  ),
});
