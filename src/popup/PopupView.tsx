/** The popup from props alone: every state it can be in can be shown without a browser around it. */
import type { RefObject } from "preact";
import { EntityHeading } from "../entity/EntityView.tsx";
import { PartsBody } from "../entity/PartsBody.tsx";
import { nameOfEntity } from "../entity/words/names.ts";
import { interfaceAttributes, t } from "../i18n/t.ts";
import { ALL_PACKS, atlasHash, atlasHashOf } from "../messages/opening.ts";
import { type EntityPart, onlyPart, type PackIndex } from "../pack/lookup.ts";
import type { EntityId } from "../pack/types.ts";
import { PackFilter } from "../pages/PackFilter.tsx";
import type { PacksInUse } from "../pages/use-packs.ts";
import type { SearchResult } from "../search/result.ts";
import { Browse } from "./browse/Browse.tsx";
import { OnThisPage } from "./page/OnThisPage.tsx";
import type { EntityOnPage, FrameMention } from "./page/page-state.ts";
import type { StatusLine } from "./page/status.ts";
import { Switch } from "./Switch.tsx";
import { SameHere, type SameHereProps } from "./same/SameHere.tsx";
import { SearchBox } from "./search/SearchBox.tsx";

export interface PopupViewProps {
  /** The bundled one. `null`: still being read. */
  pack: PackIndex | null;
  /** Those that are switched on, in their order. Left out: the bundled one alone. */
  packs?: PacksInUse["packs"];
  /** Of several, the one that is looked through; `null`: all. */
  only?: string | null;
  /** It cannot be had. */
  missing?: boolean;
  query: string;
  results: readonly SearchResult[];
  /** There may be more results. */
  partial?: boolean;
  /** The entity that is open, or `null`. */
  entity: EntityId | null;
  status: StatusLine;
  /** What the reader could allow Sidelight to read, in words; `null` where there is nothing to allow. */
  allow: string | null;
  /** Has the page read, though its site is not chosen; `null` where that is not so. */
  onReadOnce?: (() => void) | null;
  entities: readonly EntityOnPage[];
  /** What the packs in use say of an entity, in their order. Left out: the bundled pack alone. */
  partsOf?: (entity: EntityId) => EntityPart[];
  /** What of other analyses is the same; left out where nothing can be said of that. */
  same?: Omit<SameHereProps, "parts"> | null;
  /** The switch for this site; `null` where the page is no site. */
  site: { label: string; on: boolean } | null;
  /** The page is in a private window, where no rule for its site can be made. */
  isPrivate?: boolean;
  enabled: boolean;
  paused: boolean;
  /** Settings cannot be changed: they could not be read. */
  readOnly: boolean;
  /** Something that went wrong, in words. */
  trouble: string | null;
  inputRef: RefObject<HTMLInputElement | null>;
  onQuery(query: string): void;
  onOnly?(only: string | null): void;
  onOpen(entity: EntityId): void;
  onBack(): void;
  onJump(target: FrameMention): void;
  onAllow(): void;
  onSite(on: boolean): void;
  onPause(on: boolean): void;
  onEnabled(on: boolean): void;
  onOptions(): void;
  /** Opens the atlas. `hash`: what it shows, `entity=ttp`; empty for the whole. */
  onAtlas(hash: string): void;
}

export function PopupView(props: PopupViewProps) {
  const { pack, entity } = props;
  return pack === null || entity === null ? (
    <Home {...props} />
  ) : (
    <Entry {...props} pack={pack} entity={entity} />
  );
}

/** Nothing before the bundled pack is there. */
const partsOf = (props: PopupViewProps, id: EntityId): EntityPart[] =>
  props.partsOf?.(id) ?? (props.pack ? onlyPart(props.pack, id) : []);

function Home(props: PopupViewProps) {
  const {
    pack,
    missing = false,
    query,
    results,
    partial = false,
    entities,
    inputRef,
    packs = pack ? [{ head: pack.pack, index: pack }] : [],
    only = null,
    onQuery,
    onOnly,
    onOpen,
    onJump,
    onAtlas,
  } = props;
  const told = packs.length > 1 || packs.some(({ index }) => index !== pack);
  const shown = packs.flatMap(({ head, index }) =>
    index && (only === null || head.id === only) ? [index] : [],
  );
  const nameOf = (id: EntityId) => {
    const [part] = partsOf(props, id);
    return part ? nameOfEntity(part.index, part.id) : id;
  };
  const searching = query.trim() !== "";
  return (
    <main class="home">
      <h1 class="visually-hidden">{t("popupTitle")}</h1>
      <SearchBox
        query={query}
        results={results}
        partial={partial}
        told={told}
        onQuery={onQuery}
        onOpen={(result) => onOpen(result.entity)}
        inputRef={inputRef}
      >
        {packs.length > 1 && onOnly && (
          <PackFilter packs={packs.map(({ head }) => head)} only={only} all onOnly={onOnly} />
        )}
      </SearchBox>
      {missing && (
        <p class="trouble" id="missing" role="alert">
          {t("popupMissing")}
        </p>
      )}
      {!searching && (
        <>
          <Status {...props} />
          <OnThisPage entities={entities} nameOf={nameOf} onOpen={onOpen} onJump={onJump} />
          {shown.length > 0 && entities.length === 0 && (
            <Browse packs={shown} told={told} onOpen={onOpen} onAtlas={onAtlas} />
          )}
          <Footer {...props} />
        </>
      )}
    </main>
  );
}

function Status({ status, allow, onAllow, onReadOnce = null, onOptions }: PopupViewProps) {
  return (
    <div class="status">
      <div id="status" role="status" data-tone={status.tone}>
        <p class="status-line">
          <span class="lamp" aria-hidden="true" />
          <span>{status.line}</span>
        </p>
        {status.hint && <p class="muted">{status.hint}</p>}
        {allow !== null && (
          <button type="button" class="link allow" id="allow" onClick={onAllow}>
            {allow}
          </button>
        )}
        {onReadOnce !== null && (
          <button type="button" class="link allow" id="read-once" onClick={onReadOnce}>
            {t("popupReadOnce")}
          </button>
        )}
      </div>
      <button type="button" class="link" id="options" onClick={onOptions}>
        {t("popupOptions")}
      </button>
    </div>
  );
}

function Entry(props: PopupViewProps & { pack: PackIndex; entity: EntityId }) {
  const { pack, entity, same = null, trouble, onOpen, onBack, onAtlas } = props;
  const parts = partsOf(props, entity);
  const [first] = parts;
  if (!first) return null;
  const showIn = (id: EntityId) => onAtlas(atlasHashOf(id));
  return (
    <main class="entry">
      <h1 class="visually-hidden">{t("popupTitle")}</h1>
      <button type="button" class="back" id="back" onClick={onBack}>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d="M7.5 2 3.5 6l4 4" />
        </svg>
        {t("popupBack")}
      </button>
      {parts.length === 1 ? (
        <button type="button" class="link" id="in-atlas" onClick={() => showIn(first.id)}>
          {t("cardAtlas")}
        </button>
      ) : (
        <button type="button" class="link" id="in-atlas" onClick={() => onAtlas(atlasHashOfAll(first.id))}>
          {t("popupAtlasAll")}
        </button>
      )}
      <article class="sl-entity" {...interfaceAttributes()}>
        <EntityHeading
          pack={first.index}
          entity={first.index.entities.get(first.id)!}
          headingId="entity-heading"
        />
        <PartsBody parts={parts} bundled={pack} onOpen={onOpen} onAtlas={showIn} />
      </article>
      {same && <SameHere key={entity} parts={parts} {...same} />}
      <Trouble words={trouble} />
    </main>
  );
}

/** Beside each other in one atlas, under the id that stands for it: the first one's. */
const atlasHashOfAll = (standing: EntityId): string =>
  atlasHash(ALL_PACKS, `entity=${encodeURIComponent(standing)}`);

function Footer(props: PopupViewProps) {
  const { site, isPrivate, enabled, paused, readOnly, trouble, onSite, onPause, onEnabled } = props;
  return (
    <footer class="footer">
      {readOnly && <p class="trouble">{t("popupUnreadable")}</p>}
      <Trouble words={trouble} />
      {isPrivate && <p class="muted">{t("popupPrivate")}</p>}
      {site !== null && (
        <Switch
          id="site-switch"
          label={site.label}
          on={site.on && enabled}
          disabled={readOnly || !enabled}
          onChange={onSite}
        />
      )}
      <Switch
        id="pause-switch"
        label={t("popupPause")}
        on={paused && enabled}
        disabled={readOnly || !enabled}
        onChange={onPause}
      />
      <Switch
        id="main-switch"
        label={t("popupMarkAtAll")}
        on={enabled}
        disabled={readOnly}
        onChange={onEnabled}
      />
    </footer>
  );
}

function Trouble({ words }: { words: string | null }) {
  return (
    words !== null && (
      <p class="trouble" role="alert">
        {words}
      </p>
    )
  );
}
