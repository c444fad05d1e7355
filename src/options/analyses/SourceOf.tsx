/** What a pack digests: who wrote it and when, and the host of its address, which is all of an address that one can judge. */

import { Said } from "../../entity/Said.tsx";
import { formatDate } from "../../entity/words/dates.ts";
import { language, phrase } from "../../i18n/t.ts";
import { hostOf } from "../../pack/format/texts.ts";
import { sentenceIn } from "../../pack/texts.ts";
import type { Pack, Text } from "../../pack/types.ts";

export function SourceOf({ pack }: { pack: Pick<Pack, "languages" | "source"> }) {
  const { title, author, publisher, date, url } = pack.source;
  const said = (text: Text) => <Said {...sentenceIn(pack, text, language())} />;
  const host = url === undefined ? "" : hostOf(url);
  return (
    <p>
      {phrase(
        "optionsPackSource",
        <Said text={title} lang={pack.languages[0]} />,
        said(author),
        said(publisher),
        formatDate(date),
      )}
      {host !== "" && (
        <>
          {" "}
          (<bdi dir="ltr">{host}</bdi>)
        </>
      )}
    </p>
  );
}
