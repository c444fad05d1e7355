/**
 * The card of one mention, from props alone: a head that stays in view, a body that scrolls, and a foot that says why
 * these words were taken for this entity. It is a dialog that is not modal: the page stays usable beside it.
 */
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { PackIndex } from "../pack/lookup.ts";
import type { EntityId } from "../pack/types.ts";
import type { Mention } from "../spot/types.ts";
import { EntityBody, EntityHeading } from "./EntityView.tsx";
import { Icon } from "./Icon.tsx";
import { whyMatched } from "./reasons.ts";
import { trusted } from "./trusted.ts";

export interface CardProps {
  pack: PackIndex;
  mention: Mention;
  theme: "auto" | "light" | "dark";
  pinned: boolean;
  onPin(on: boolean): void;
  onClose(): void;
  onMute(entity: EntityId): void;
  onSiteOff(): void;
  /** The day it is read. */
  now?: Date;
}

/** In a card so low that all of it scrolls, what a button opens may be out of sight. */
const bringIntoView = (element: Element | null) => element?.scrollIntoView({ block: "nearest" });

export function Card(props: CardProps) {
  const { pack, mention, pinned } = props;
  // The entities walked through; the last is shown, the first is the mention's own.
  const [trail, setTrail] = useState<readonly EntityId[]>([mention.entity]);
  const [menu, setMenu] = useState(false);
  const headingId = useId();
  const menuId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const shown = trail.at(-1)!;
  const depth = trail.length;
  const firstDepth = useRef(depth);

  useLayoutEffect(() => {
    if (firstDepth.current === depth) return;
    firstDepth.current = depth;
    scroller.current!.scrollTop = 0;
    // The button that was pressed is gone; without this the focus would fall back to the page.
    card.current!.querySelector<HTMLElement>(".sl-name")?.focus({ preventScroll: true });
  }, [depth]);

  const entity = pack.entities.get(shown);
  if (!entity) return null;
  const walk = (next: EntityId) => setTrail([...trail, next]);
  const runnerUp = mention.runnerUp === undefined ? undefined : pack.entities.get(mention.runnerUp);

  return (
    <div
      class="sl sl-card"
      role="dialog"
      aria-labelledby={headingId}
      lang="en"
      dir="ltr"
      data-theme={props.theme}
      ref={card}
    >
      <div class="sl-head">
        {depth > 1 && (
          <button
            type="button"
            class="sl-tool sl-back"
            aria-label={`Back to ${pack.entities.get(trail.at(-2)!)?.name}`}
            title="Back"
            onClick={trusted(() => setTrail(trail.slice(0, -1)))}
          >
            <Icon name="back" />
          </button>
        )}
        <EntityHeading entity={entity} headingId={headingId} />
        <div class="sl-tools">
          <button
            type="button"
            class="sl-tool"
            aria-label="Keep this card open"
            title={pinned ? "Let it go" : "Keep open"}
            aria-pressed={pinned}
            onClick={trusted(() => props.onPin(!pinned))}
          >
            <Icon name="pin" />
          </button>
          <button
            type="button"
            class="sl-tool"
            aria-label="More"
            title="More"
            aria-expanded={menu}
            aria-controls={menu ? menuId : undefined}
            onClick={trusted(() => setMenu(!menu))}
          >
            <Icon name="more" />
          </button>
          <button
            type="button"
            class="sl-tool"
            aria-label="Close"
            title="Close (Esc)"
            onClick={trusted(props.onClose)}
          >
            <Icon name="close" />
          </button>
        </div>
      </div>
      {menu && (
        <ul class="sl-menu" id={menuId} ref={bringIntoView}>
          <li>
            <button type="button" onClick={trusted(() => props.onMute(shown))}>
              Stop marking {entity.name}
            </button>
          </li>
          <li>
            <button type="button" onClick={trusted(props.onSiteOff)}>
              Stop marking anything on this site
            </button>
          </li>
        </ul>
      )}
      <div class="sl-scroll" ref={scroller}>
        <EntityBody pack={pack} entity={shown} onOpen={walk} {...(props.now && { now: props.now })} />
      </div>
      {depth === 1 && (
        <p class="sl-foot">
          {whyMatched(mention)}
          {runnerUp && (
            <>
              . It could also be{" "}
              <button type="button" class="sl-link" onClick={trusted(() => walk(runnerUp.id))}>
                {runnerUp.name}
              </button>
            </>
          )}
        </p>
      )}
    </div>
  );
}
