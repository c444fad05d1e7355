/** The atlas from props alone: three views of one analysis or of several as one, one selection in all of them, and beside them what is selected. */
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { PackLine } from "../entity/PackLine.tsx";
import { SourceLine } from "../entity/SourceLine.tsx";
import { interfaceAttributes, language, t } from "../i18n/t.ts";
import { PackFilter, type PackFilterProps } from "../pages/PackFilter.tsx";
import { Article } from "./article/Article.tsx";
import { Filters } from "./Filters.tsx";
import { type Address, isSame, type Selection, VIEWS, type View } from "./model/address.ts";
import { EVERYTHING, type Filter } from "./model/filter.ts";
import { relatedTo } from "./model/related.ts";
import { type AtlasIndex, narrowed } from "./model/together.ts";
import { Panel } from "./panel/Panel.tsx";
import { Tabs } from "./Tabs.tsx";
import { Ties } from "./ties/Ties.tsx";
import { Time } from "./time/Time.tsx";
import type { Elsewhere } from "./use/use-elsewhere.ts";
import { useSaying } from "./use/use-saying.ts";

export interface AtlasViewProps {
  pack: AtlasIndex;
  address: Address;
  /** Those that can be shown, this one among them. Left out: it is the only one. */
  packs?: PackFilterProps["packs"];
  /** The one that is shown, by its id; `null`: all of them. */
  only?: string | null;
  /** What is wrong with the address, in words; `null` where all is well. */
  bad: string | null;
  /** Other packs that know the entity that is looked at. */
  elsewhere?: readonly Elsewhere[];
  onGo(to: Address): void;
  /** `null`: all that are switched on. */
  onPack?(id: string | null): void;
  onElsewhere?(hash: string): void;
  /** The day it is read, for the age of the source. */
  now?: Date;
}

export function AtlasView(props: AtlasViewProps) {
  const {
    pack,
    packs = [],
    only = null,
    address,
    bad,
    elsewhere = [],
    onGo,
    onPack,
    onElsewhere,
    now,
  } = props;
  const { view, selection } = address;
  const [filter, setFilter] = useState<Filter>(EVERYTHING);
  /** What was looked at before, for Back. */
  const [trail, setTrail] = useState<readonly Selection[]>([]);
  const [saying, say] = useSaying();
  /** What the panel was opened from: the focus goes back there. */
  const opener = useRef<Element | null>(null);
  const related = useMemo(() => selection && relatedTo(pack, selection), [pack, selection]);

  const show = (next: Selection | null, where: View = view) => onGo({ view: where, selection: next });
  const open = (next: Selection, where: View = view) => {
    if (!selection) opener.current = document.activeElement;
    else if (!isSame(selection, next)) setTrail([...trail, selection]);
    show(next, where);
  };
  const back = () => {
    const before = trail.at(-1);
    setTrail(trail.slice(0, -1));
    show(before ?? null);
  };
  const close = () => {
    setTrail([]);
    show(null);
  };
  const was = useRef<Selection | null>(null);
  // With the drawing itself: a key that comes at once is meant for what is then open.
  useLayoutEffect(() => {
    const before = was.current;
    was.current = selection;
    if (selection && !isSame(before, selection))
      document.getElementById("panel-title")?.focus({ preventScroll: true });
    else if (before && !selection && opener.current?.isConnected) (opener.current as HTMLElement).focus();
  }, [selection]);
  useLayoutEffect(() => {
    if (!selection) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.isComposing || event.defaultPrevented) return;
      event.preventDefault();
      close();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });

  const shown = useMemo(() => narrowed(pack, filter.packs), [pack, filter.packs]);
  const shared = { pack: shown, filter, related, selection, onOpen: open, onSay: say };
  return (
    <div class="atlas" data-view={view} data-selected={selection !== null} {...interfaceAttributes()}>
      <header class="top">
        <h1>{t("atlasTitle")}</h1>
        <div class="sl-body top-source">
          {pack.packs.length === 1 ? (
            <SourceLine pack={pack.packs[0]!.pack} language={language()} now={now} />
          ) : (
            <ul class="top-sources">
              {pack.packs.map(({ pack: one }) => (
                <li key={one.id}>
                  <PackLine pack={one} />
                </li>
              ))}
            </ul>
          )}
        </div>
        {packs.length > 1 && onPack && <PackFilter packs={packs} only={only} all onOnly={onPack} />}
        <Tabs views={VIEWS} view={view} onView={(next) => onGo({ view: next, selection })} />
      </header>
      {bad !== null && (
        <p class="notice" role="alert">
          {bad}
        </p>
      )}
      <main class="below">
        <div class="view">
          <div id="view" role="tabpanel" aria-labelledby={`tab-${view}`}>
            <Filters pack={pack} view={view} filter={filter} onFilter={setFilter} />
            {view === "ties" ? (
              <Ties {...shared} />
            ) : view === "time" ? (
              <Time {...shared} />
            ) : (
              <Article {...shared} />
            )}
          </div>
        </div>
        {selection && (
          <Panel
            pack={pack}
            selection={selection}
            canGoBack={trail.length > 0}
            onOpen={open}
            onBack={back}
            onClose={close}
            onSay={say}
            elsewhere={elsewhere}
            onElsewhere={onElsewhere}
            now={now}
          />
        )}
      </main>
      <p class="visually-hidden" role="status" id="said">
        {saying}
      </p>
    </div>
  );
}
