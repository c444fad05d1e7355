/** Takes a view along: its picture as SVG and PNG, its data as CSV and Markdown. Each names the source, and of several analyses each row its own. */

import { sourceWithAddress } from "../entity/words/citation.ts";
import { language, t } from "../i18n/t.ts";
import type { PackIndex } from "../pack/lookup.ts";
import { saveBlob } from "../pages/save-file.ts";
import type { View } from "./model/address.ts";
import type { AtlasIndex } from "./model/together.ts";
import { wordsOf } from "./names.ts";
import { pngOf } from "./take/canvas.ts";
import { csvOf } from "./take/csv.ts";
import { markdownOf } from "./take/markdown.ts";
import type { Picture } from "./take/picture.ts";
import { svgOf } from "./take/svg.ts";
import type { Table } from "./take/tables.ts";

export interface SaveAsProps {
  name: View;
  pack: AtlasIndex;
  picture(): Picture;
  table(): Table;
  onSay(words: string): void;
}

export function SaveAs({ name, pack, picture, table, onSay }: SaveAsProps) {
  const cited = ({ pack: one }: PackIndex) => sourceWithAddress(one, language());
  /** Of several analyses each row says which it is of. */
  const told = (): Table => {
    const { columns, rows, of } = table();
    if (pack.packs.length === 1) return { columns, rows, of };
    const { whose } = wordsOf(pack);
    return {
      columns: [t("packFilter"), ...columns],
      rows: rows.map((row, i) => [whose(of[i]!), ...row]),
      of,
    };
  };
  const csv = () => csvOf(told(), t("atlasSource"), (id) => cited(pack.homeOf(id)));
  const kinds = {
    SVG: ["svg", async () => new Blob([svgOf(picture())], { type: "image/svg+xml" })],
    PNG: ["png", () => pngOf(picture())],
    CSV: ["csv", async () => new Blob([csv()], { type: "text/csv" })],
    Markdown: [
      "md",
      async () =>
        new Blob([markdownOf(t(`atlasView_${name}`), told(), pack.packs.map(cited))], {
          type: "text/markdown",
        }),
    ],
  } as const;
  const save = async (kind: keyof typeof kinds) => {
    const [ending, make] = kinds[kind];
    const file = `sidelight-${name}.${ending}`;
    saveBlob(await make(), file);
    onSay(t("atlasSaved", file));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: four buttons, no part of a form
    <div class="save-as" role="group" aria-label={t("atlasSaveAs")}>
      <span aria-hidden="true">{t("atlasSaveAs")}</span>
      {(Object.keys(kinds) as Array<keyof typeof kinds>).map((kind) => (
        <button
          key={kind}
          type="button"
          class="button"
          data-save={kinds[kind][0]}
          onClick={() => void save(kind)}
        >
          {kind}
        </button>
      ))}
    </div>
  );
}
