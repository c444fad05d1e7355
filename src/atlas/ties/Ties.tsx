/** Who is tied to whom, and who says so: a picture and a list that say the same. */
import { useMemo, useState } from "preact/hooks";
import { PackTitle } from "../../entity/PackLine.tsx";
import { Said } from "../../entity/Said.tsx";
import { interfaceAttributes, plural, t } from "../../i18n/t.ts";
import type { EntityId } from "../../pack/types.ts";
import { filtered } from "../model/filter.ts";
import { ALL_DRAWN, drawnOf } from "../model/graph/focus.ts";
import { graphOf } from "../model/graph/graph.ts";
import { pictureOfTies } from "../model/graph/picture-of-ties.ts";
import { speakersOf, superscript } from "../model/speakers.ts";
import { saidIn, wordsOf } from "../names.ts";
import { SaveAs } from "../SaveAs.tsx";
import { drawTies } from "../take/draw-ties.ts";
import { tableOfTies } from "../take/tables.ts";
import type { ViewProps } from "../view-props.ts";
import { Graph } from "./Graph.tsx";
import { TieList } from "./TieList.tsx";

/** Narrower, a list says more than a picture; CSS px. */
const WIDE = "(min-width: 641px)";
/** Of what a paragraph or an event is about, so many are brought into a picture that does not hold all; a neighbourhood each. */
const BROUGHT = 3;

export function Ties({ pack, filter, related, selection, onOpen, onSay }: ViewProps) {
  const words = useMemo(() => wordsOf(pack), [pack]);
  const graph = useMemo(() => graphOf(pack), [pack]);
  const [asPicture, setAsPicture] = useState(() => matchMedia(WIDE).matches);
  const isLarge = graph.nodes.length > ALL_DRAWN;
  const chosen = useMemo(
    () =>
      new Set<EntityId>(
        selection?.kind === "entity" ? [selection.id] : [...(related?.entities ?? [])].slice(0, BROUGHT),
      ),
    [selection, related],
  );
  const wanted = useMemo(() => filtered(graph, filter), [graph, filter]);
  // A small analysis stays where it is, whatever is filtered: what is left is found where it was.
  const drawn = useMemo(
    () => drawnOf(wanted, isLarge ? chosen : new Set()),
    [wanted, isLarge, isLarge && chosen],
  );
  const placed = isLarge ? drawn : graph;
  const picture = useMemo(
    () => pictureOfTies(placed, (id) => words.name(id).text, words.verb),
    [placed, words],
  );
  const speakers = useMemo(
    () =>
      speakersOf(
        drawn.ties.map(({ relation }) => relation),
        pack,
      ),
    [drawn, pack],
  );
  const { leftOut } = drawn;
  /** The one analysis, whose author says what has no number. */
  const only = pack.packs.length === 1 ? pack.packs[0]! : null;
  return (
    <section class="ties" aria-label={t("atlasView_ties")}>
      <div class="switch-row">
        <p class="tally">
          {plural("atlasEntities", drawn.nodes.length)} · {plural("atlasTies", drawn.ties.length)}
          {leftOut.entities > 0 && (
            <span class="left-out" id="left-out">
              {" "}
              {t("atlasLeftOut", leftOut.entities, leftOut.ties)}
            </span>
          )}
        </p>
        {/* biome-ignore lint/a11y/useSemanticElements: two buttons, no part of a form */}
        <div class="segments" role="group" aria-label={t("atlasShowAs")}>
          <button type="button" aria-pressed={asPicture} onClick={() => setAsPicture(true)}>
            {t("atlasPicture")}
          </button>
          <button type="button" aria-pressed={!asPicture} onClick={() => setAsPicture(false)}>
            {t("atlasList")}
          </button>
        </div>
      </div>
      {drawn.nodes.length === 0 && <p class="nothing">{t("atlasNothing")}</p>}
      {asPicture && drawn.nodes.length > 0 && (
        <Graph
          picture={picture}
          shown={drawn}
          speakers={speakers}
          words={words}
          related={related}
          selected={selection?.kind === "entity" ? selection.id : null}
          onOpen={onOpen}
        />
      )}
      {asPicture && (
        <p class="speakers" {...interfaceAttributes()}>
          {only && (
            <>
              {t("atlasSaidBy")} <Said {...saidIn(only, only.pack.source.author)} />
            </>
          )}
          {only && speakers.others.length > 0 && ". "}
          {speakers.others.length > 0 && t("atlasSaidByOthers")}
          {speakers.others.map(({ by, home }, i) => (
            <span key={i} class="speaker">
              {" "}
              {superscript(i + 1)}&nbsp;
              <Said {...saidIn(home, by)} />
              {!only && (
                <>
                  {" · "}
                  <PackTitle pack={home.pack} />
                </>
              )}
            </span>
          ))}
        </p>
      )}
      <div class={asPicture ? "print-only" : ""}>
        <TieList
          pack={pack}
          graph={asPicture ? drawn : wanted}
          words={words}
          related={related}
          onOpen={onOpen}
          onSay={onSay}
        />
      </div>
      <SaveAs
        name="ties"
        pack={pack}
        onSay={onSay}
        picture={() => drawTies(pack, picture, drawn, speakers, words)}
        table={() =>
          tableOfTies(
            wanted.ties.map(({ relation }) => relation),
            words,
          )
        }
      />
    </section>
  );
}
