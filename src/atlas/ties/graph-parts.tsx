/** What the picture of the ties is made of: lines, verbs, shapes with their names. */
import { StanceShape } from "../../entity/Statement.tsx";
import { directionOf } from "../../entity/words/script.ts";
import { interfaceAttributes, listed, plural, t } from "../../i18n/t.ts";
import type { Sentence } from "../../pack/texts.ts";
import { type Edge, pathOf, VERB_HEIGHT, type VerbLabel } from "../model/graph/edges.ts";
import type { GraphNode } from "../model/graph/graph.ts";
import { baselineOf, type Placed } from "../model/graph/layout.ts";
import { DASHES, shapeOf } from "../model/signs.ts";

interface TieMarkProps {
  /** What it says, with its stance and its speaker. */
  title: string;
  onOpen(): void;
}

export function Line({ edge, lit, title, onOpen }: TieMarkProps & { edge: Edge; lit: boolean }) {
  const { relation, arrow } = edge;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list and the panel open a tie by keys
    <g class="edge" data-tie={relation.id} data-lit={lit} data-stance={relation.stance} onClick={onOpen}>
      <title>{title}</title>
      <path class="edge-ground" d={pathOf(edge)} />
      <path class="edge-line" d={pathOf(edge)} stroke-dasharray={DASHES[relation.stance]} />
      {arrow && <path class="edge-arrow" d={`M${arrow.map(({ x, y }) => `${x} ${y}`).join("L")}Z`} />}
    </g>
  );
}

/** @param number of its speaker, raised */
export function Verb({ label, number, title, onOpen }: TieMarkProps & { label: VerbLabel; number: string }) {
  const { relation, text, box } = label;
  const { dir } = interfaceAttributes();
  const from = (x: number) => (dir === "rtl" ? box.x + box.width - x : box.x + x);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list and the panel open a tie by keys
    <g class="verb" data-stance={relation.stance} onClick={onOpen}>
      <title>{title}</title>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="3" />
      <circle cx={from(6)} cy={box.y + VERB_HEIGHT / 2} r="7" />
      <g transform={`translate(${dir === "rtl" ? from(11) : from(1)} ${box.y + 3}) scale(0.79)`}>
        <StanceShape stance={relation.stance} />
      </g>
      <text x={from(13)} y={box.y + 11.2} direction={dir}>
        {text}
        {number}
      </text>
    </g>
  );
}

export interface ShapeProps {
  node: GraphNode;
  at: Placed;
  name: Sentence;
  lit: boolean;
  current: boolean;
  /** The one stop for Tab. */
  stop: boolean;
  onPoint(on: boolean): void;
  onFocus(): void;
  onOpen(): void;
}

export function Shape({
  node: { entity, degree },
  at,
  name,
  lit,
  current,
  stop,
  onPoint,
  onFocus,
  onOpen,
}: ShapeProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button
    <g
      class={`node kind-${entity.kind}`}
      role="button"
      tabindex={stop ? 0 : -1}
      data-entity={entity.id}
      data-lit={lit}
      aria-current={current ? "true" : undefined}
      aria-label={listed([name.text, t(`cardKind_${entity.kind}`), plural("atlasTies", degree)])}
      transform={`translate(${at.x} ${at.y})`}
      onPointerEnter={() => onPoint(true)}
      onPointerLeave={() => onPoint(false)}
      onFocus={onFocus}
      onBlur={() => onPoint(false)}
      onClick={onOpen}
    >
      <rect
        class="node-ground"
        x={at.box.x - at.x}
        y={at.box.y - at.y}
        width={at.box.width}
        height={at.box.height}
        rx="8"
      />
      <path class="shape" d={shapeOf(entity.kind, at.radius)} />
      {at.lines.map((line, i) => (
        <text key={line} y={baselineOf(at, i)} lang={name.lang} direction={directionOf(name.lang)}>
          {/* A name in two lines is one name of two words. */}
          {i < at.lines.length - 1 ? `${line} ` : line}
        </text>
      ))}
    </g>
  );
}
