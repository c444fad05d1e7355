/** What each pack in use says of an entity, under that pack's own title and over its own source: nobody's sentence stands under another's name. */
import { Fragment } from "preact";
import { useRef } from "preact/hooks";
import { plural, t } from "../i18n/t.ts";
import type { EntityPart, PackIndex } from "../pack/lookup.ts";
import type { EntityId } from "../pack/types.ts";
import { EntityBody, type EntityViewProps } from "./EntityView.tsx";
import { PackTitle } from "./PackLine.tsx";
import type { StatementTools } from "./Statement.tsx";
import { trusted } from "./trusted.ts";

export interface PartsBodyProps extends Omit<EntityViewProps, "pack" | "entity" | "headingId"> {
  parts: readonly EntityPart[];
  /** The bundled pack: where it speaks alone, nothing needs to be told apart. `null` while it is not there. */
  bundled: PackIndex | null;
  /** What stands beside the statements of one of them. */
  toolsIn?(index: PackIndex): StatementTools;
  /** Shows the entity in the atlas of one of several packs, by its id there. */
  onAtlas?(entity: EntityId): void;
}

export function PartsBody({ parts, bundled, toolsIn, onAtlas, ...body }: PartsBodyProps) {
  const titles = useRef(new Map<string, HTMLElement | null>());
  // One pack may have two of an entity, where the reader and Wikidata together make them one.
  const packs = [...new Map(parts.map(({ index: { pack } }) => [pack.id, pack])).values()];
  const several = parts.length > 1;
  const goTo = (pack: string) => {
    const title = titles.current.get(pack);
    if (title) bringUp(title);
    title?.focus({ preventScroll: true });
  };
  return (
    <>
      {packs.length > 1 && (
        <p class="sl-parts">
          {plural("cardAnalyses", packs.length)}
          {packs.map((pack, place) => (
            <Fragment key={pack.id}>
              {place > 0 && " · "}
              <button type="button" class="sl-link" onClick={trusted(() => goTo(pack.id))}>
                <PackTitle pack={pack} />
              </button>
            </Fragment>
          ))}
        </p>
      )}
      {several && parts.some(({ byReader }) => byReader) && (
        <p class="sl-parts" data-by="reader">
          {t("cardSameByYou")}
        </p>
      )}
      {parts.map(({ index, id }) => (
        <section key={`${index.pack.id} ${id}`} class="sl-part">
          {(several || index !== bundled) && (
            <h3
              class="sl-part-title"
              tabIndex={-1}
              ref={(title) => {
                // The first of a pack's; each part that was brought has an index of its own.
                if (id === parts.find((part) => part.index.pack.id === index.pack.id)?.id)
                  titles.current.set(index.pack.id, title);
              }}
            >
              <PackTitle pack={index.pack} />
            </h3>
          )}
          <EntityBody {...body} pack={index} entity={id} {...(toolsIn && { tools: toolsIn(index) })} />
          {several && onAtlas && (
            <button type="button" class="sl-link sl-in-atlas" onClick={trusted(() => onAtlas(id))}>
              {t("cardAtlas")}
            </button>
          )}
        </section>
      ))}
    </>
  );
}

/** To the top of what scrolls: in a card its body, or all of a short one; the page under a card stays. */
function bringUp(title: HTMLElement): void {
  const scroller = title.closest("[data-short]") ?? title.closest(".sl-scroll");
  if (scroller)
    scroller.scrollTop += title.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  else title.scrollIntoView({ block: "start" });
}
