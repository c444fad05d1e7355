/**
 * The ties as a picture. A shape is a button: one stop for Tab, the arrow keys go to the nearest in their direction, Enter opens.
 * Pointer or focus on one lights its neighbourhood. What a line says is in its tooltip, in the list, and once it is pressed.
 */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { stanceWord } from "../../entity/words/phrases.ts";
import { listed, plural } from "../../i18n/t.ts";
import type { EntityId, Relation } from "../../pack/types.ts";
import { placeVerbs } from "../model/graph/edges.ts";
import type { Graph as GraphOf } from "../model/graph/graph.ts";
import { nextOf } from "../model/graph/neighbours.ts";
import type { TiesPicture } from "../model/graph/picture-of-ties.ts";
import type { Related } from "../model/related.ts";
import { type Speakers, superscript } from "../model/speakers.ts";
import type { Words } from "../names.ts";
import { Line, Shape, Verb } from "./graph-parts.tsx";
import { Viewport } from "./viewport.ts";
import { ZoomButtons } from "./ZoomButtons.tsx";

export interface GraphProps {
  picture: TiesPicture;
  shown: GraphOf;
  speakers: Speakers;
  words: Words;
  /** What belongs to the selection. */
  related: Related | null;
  selected: EntityId | null;
  onOpen(selection: { kind: "entity" | "tie"; id: string }): void;
}

type Lit = Pick<Related, "entities" | "ties">;

export function Graph({ picture, shown, speakers, words, related, selected, onOpen }: GraphProps) {
  const { layout } = picture;
  const svg = useRef<SVGSVGElement>(null);
  const stage = useRef<SVGGElement>(null);
  const viewport = useRef<Viewport | null>(null);
  const [pointed, point] = useState<EntityId | null>(null);
  const ids = useMemo(() => shown.nodes.map(({ entity }) => entity.id), [shown]);
  const [stop, setStop] = useState<EntityId | null>(null);
  const lit = useMemo(() => (pointed === null ? related : around(shown, pointed)), [pointed, related, shown]);
  const edges = useMemo(() => {
    const ties = new Set(shown.ties.map(({ relation }) => relation));
    return picture.edges.filter(({ relation }) => ties.has(relation));
  }, [picture, shown]);
  const verbs = useMemo(() => {
    const placed = { ...layout, nodes: new Map([...layout.nodes].filter(([id]) => ids.includes(id))) };
    if (!lit) return placeVerbs(edges, placed, words.verb);
    return placeVerbs(
      edges.filter(({ relation }) => lit.ties.has(relation.id)),
      placed,
      words.verb,
      true,
    );
  }, [edges, layout, lit, ids, words]);

  useEffect(() => {
    const life = new AbortController();
    viewport.current = new Viewport(svg.current!, stage.current!, life.signal);
    return () => life.abort();
  }, []);
  useEffect(() => viewport.current?.fit(), [layout]);
  useEffect(() => {
    const at = selected === null ? undefined : layout.nodes.get(selected);
    const panel = document.getElementById("panel")?.getBoundingClientRect();
    const box = svg.current!.getBoundingClientRect();
    if (at) viewport.current?.reveal(at, panel && panel.left < box.right ? box.right - panel.left : 0);
  }, [selected, layout]);

  const first = stop !== null && ids.includes(stop) ? stop : (ids[0] ?? null);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = (event.target as Element).closest<SVGGElement>("[data-entity]")?.dataset.entity;
    if (at === undefined) return;
    if (event.key === "Enter" || event.key === " ") onOpen({ kind: "entity", id: at });
    else if (!viewport.current?.onKey(event)) {
      const next = nextOf(event.key, at, ids, layout);
      if (next === null) return;
      setStop(next);
      viewport.current?.reveal(layout.nodes.get(next)!, 0);
      svg.current!.querySelector<SVGGElement>(`[data-entity="${CSS.escape(next)}"]`)?.focus();
    }
    event.preventDefault();
  };
  return (
    <div class="graph-frame">
      {/* biome-ignore lint/a11y/useSemanticElements: a picture with buttons in it, for which SVG has no element */}
      <svg
        ref={svg}
        class="graph"
        id="graph"
        role="group"
        aria-label={plural("atlasGraph", shown.nodes.length)}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        data-lit={lit !== null}
        onKeyDown={onKeyDown}
      >
        <g ref={stage} class="stage">
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus; the list says what it shows */}
          <g aria-hidden="true">
            {edges.map((edge) => (
              <Line
                key={edge.relation.id}
                edge={edge}
                lit={lit?.ties.has(edge.relation.id) === true}
                title={sentenceOf(edge.relation, words)}
                onOpen={() => onOpen({ kind: "tie", id: edge.relation.id })}
              />
            ))}
            {verbs.map((label) => (
              <Verb
                key={label.relation.id}
                label={label}
                number={superscript(speakers.numberOf(label.relation))}
                title={sentenceOf(label.relation, words)}
                onOpen={() => onOpen({ kind: "tie", id: label.relation.id })}
              />
            ))}
          </g>
          {shown.nodes.map((node) => {
            const { id } = node.entity;
            const at = layout.nodes.get(id);
            return (
              at && (
                <Shape
                  key={id}
                  node={node}
                  at={at}
                  name={words.name(id)}
                  lit={lit?.entities.has(id) === true}
                  current={id === selected}
                  stop={id === first}
                  onPoint={(on) => point(on ? id : null)}
                  onFocus={() => {
                    setStop(id);
                    point(id);
                  }}
                  onOpen={() => onOpen({ kind: "entity", id })}
                />
              )
            );
          })}
        </g>
      </svg>
      <ZoomButtons viewport={viewport} />
    </div>
  );
}

function sentenceOf(relation: Relation, { name, verb, said, whose }: Words): string {
  const { id, from, to, stance, by } = relation;
  const tie = `${name(from).text} ${verb(relation)} ${name(to).text}`;
  return `${tie}: ${listed([stanceWord(stance), said(by, id).text, whose(id)].filter(Boolean))}`;
}

/** An entity, those it is tied to, and the ties. */
function around({ ties }: GraphOf, id: EntityId): Lit {
  const own = ties.map(({ relation }) => relation).filter(({ from, to }) => from === id || to === id);
  return {
    entities: new Set([id, ...own.flatMap(({ from, to }) => [from, to])]),
    ties: new Set(own.map((tie) => tie.id)),
  };
}
