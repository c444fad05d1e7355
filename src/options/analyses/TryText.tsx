/** A text of the reader's choice, marked by the names of a pack alone: each mark opens its card. */
import { useEffect, useId, useMemo, useState } from "preact/hooks";
import { t } from "../../i18n/t.ts";
import type { PackIndex } from "../../pack/lookup.ts";
import type { EntityId } from "../../pack/types.ts";
import { spotText } from "../../spot/decide/plain-text.ts";
import { compileLexicon } from "../../spot/names/lexicon.ts";
import { namesFor } from "./preview.ts";

/** So long after the last key, ms: of a large pack a look takes a moment. */
const REST = 300;
/** UTF-16 code units: a long article. */
const LONGEST = 50_000;

export function TryText({ pack, onOpen }: { pack: PackIndex; onOpen(entity: EntityId): void }) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const [text, setText] = useState("");
  useEffect(() => {
    const timer = setTimeout(setText, REST, typed);
    return () => clearTimeout(timer);
  }, [typed]);
  const mentions = useMemo(
    () => (text.trim() === "" ? [] : spotText(compileLexicon(namesFor(pack.pack, text)), text)),
    [pack, text],
  );
  const parts: Array<string | { marked: string; entity: EntityId }> = [];
  let from = 0;
  for (const { entity, start, end } of mentions) {
    parts.push(text.slice(from, start), { marked: text.slice(start, end), entity });
    from = end;
  }
  parts.push(text.slice(from));
  return (
    <div class="try">
      <label for={id}>{t("optionsPackTry")}</label>
      <textarea
        id={id}
        class="text-box"
        name="pack-try"
        rows={4}
        dir="auto"
        maxLength={LONGEST}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <p class="hint" role="status">
        {text.trim() === "" ? "" : t("optionsPackFound", mentions.length)}
      </p>
      {mentions.length > 0 && (
        <p class="sample" dir="auto" id="pack-tried">
          {parts.map((part) =>
            typeof part === "string" ? (
              part
            ) : (
              <button
                type="button"
                class="mark mark-dotted"
                data-entity={part.entity}
                onClick={() => onOpen(part.entity)}
              >
                {part.marked}
              </button>
            ),
          )}
        </p>
      )}
    </div>
  );
}
