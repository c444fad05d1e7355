/** Whose words something is, in a line: the pack's title, and the source that the pack is of, with its date. */
import { language, t } from "../i18n/t.ts";
import { sentenceIn } from "../pack/texts.ts";
import type { Pack } from "../pack/types.ts";
import { Said } from "./Said.tsx";
import { formatDate } from "./words/dates.ts";

type Head = Pick<Pack, "title" | "languages" | "source">;

export const PackTitle = ({ pack }: { pack: Pick<Head, "title" | "languages"> }) => (
  <Said {...sentenceIn(pack, pack.title, language())} />
);

export function PackLine({ pack }: { pack: Head }) {
  const { author, publisher, date } = pack.source;
  const said = [author, publisher]
    .map((text) => sentenceIn(pack, text, language()))
    .filter(({ text }) => text !== "");
  return (
    <>
      <PackTitle pack={pack} />
      {" · "}
      {said.map((sentence) => (
        <>
          <Said {...sentence} />
          {t("listSeparator")}
        </>
      ))}
      <bdi>{formatDate(date)}</bdi>
    </>
  );
}
