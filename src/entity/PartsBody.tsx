/** What each pack in use says of an entity, under that pack's own title and over its own source: nobody's sentence stands under another's name. */
import { language } from "../i18n/t.ts";
import type { EntityPart, PackIndex } from "../pack/lookup.ts";
import { sentenceIn } from "../pack/texts.ts";
import { EntityBody, type EntityViewProps } from "./EntityView.tsx";
import { Said } from "./Said.tsx";

export interface PartsBodyProps extends Omit<EntityViewProps, "pack" | "entity" | "headingId"> {
  parts: readonly EntityPart[];
  /** The bundled pack: where it speaks alone, nothing needs to be told apart. `null` while it is not there. */
  bundled: PackIndex | null;
}

export function PartsBody({ parts, bundled, ...body }: PartsBodyProps) {
  return (
    <>
      {parts.map(({ index, id }) => (
        <section key={index.pack.id} class="sl-part">
          {(parts.length > 1 || index !== bundled) && (
            <h3 class="sl-part-title">
              <Said {...sentenceIn(index.pack, index.pack.title, language())} />
            </h3>
          )}
          <EntityBody {...body} pack={index} entity={id} />
        </section>
      ))}
    </>
  );
}
