/** Takes a view along: its picture as SVG and PNG, its data as CSV and Markdown. Each names the source. */

import { sourceWithAddress } from "../entity/words/citation.ts";
import { language, t } from "../i18n/t.ts";
import type { Pack } from "../pack/types.ts";
import { saveBlob } from "../pages/save-file.ts";
import type { View } from "./model/address.ts";
import { pngOf } from "./take/canvas.ts";
import { csvOf } from "./take/csv.ts";
import { markdownOf } from "./take/markdown.ts";
import type { Picture } from "./take/picture.ts";
import { svgOf } from "./take/svg.ts";
import type { Table } from "./take/tables.ts";

export interface SaveAsProps {
  name: View;
  pack: Pack;
  picture(): Picture;
  table(): Table;
  onSay(words: string): void;
}

export function SaveAs({ name, pack, picture, table, onSay }: SaveAsProps) {
  const cited = () => sourceWithAddress(pack, language());
  const kinds = {
    SVG: ["svg", async () => new Blob([svgOf(picture())], { type: "image/svg+xml" })],
    PNG: ["png", () => pngOf(picture())],
    CSV: ["csv", async () => new Blob([csvOf(table(), t("atlasSource"), cited())], { type: "text/csv" })],
    Markdown: [
      "md",
      async () => new Blob([markdownOf(t(`atlasView_${name}`), table(), cited())], { type: "text/markdown" }),
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
