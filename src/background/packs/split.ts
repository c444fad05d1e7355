/** A pack in shards: whole entities, those that share an ambiguity together, in the order of the pack. */
import type { Ambiguity, Entity, EntityId, Pack } from "../../pack/types.ts";
import { expandPack } from "../../pack/variants.ts";

/** When a shard is full: with so many entities, or so many names, decoys and cues (some 100 kB compiled). */
export interface ShardSize {
  entities: number;
  forms: number;
}
const SIZE: ShardSize = { entities: 256, forms: 1_000 };

/** Part of a pack, its variants written out. */
export interface Part {
  entities: Entity[];
  ambiguities: Ambiguity[];
}

/** The parts of `pack`, one a step, so that whoever asks can do something else between them. */
export function* partsOf(pack: Pack, size: ShardSize = SIZE): Generator<Part, void> {
  let part: Part = { entities: [], ambiguities: [] };
  let forms = 0;
  for (const together of componentsOf(pack)) {
    const { entities, ambiguities } = expandPack({ ...pack, ...together });
    const more = [...entities.map(formsOf), ...ambiguities.map(({ aliases }) => aliases.length)].reduce(
      (sum, count) => sum + count,
      0,
    );
    const full = forms + more > size.forms || part.entities.length + entities.length > size.entities;
    if (full && part.entities.length > 0) {
      yield part;
      part = { entities: [], ambiguities: [] };
      forms = 0;
    }
    part.entities.push(...entities);
    part.ambiguities.push(...ambiguities);
    forms += more;
  }
  if (part.entities.length > 0) yield part;
}

const formsOf = ({ aliases, decoys, cues }: Entity): number =>
  aliases.length + decoys.length + cues.for.length + cues.against.length;

/** Entities that share a form, with what they share; most stand alone. */
function componentsOf({ entities, ambiguities }: Pack): Part[] {
  const leader = new Map<EntityId, EntityId>();
  const find = (id: EntityId): EntityId => {
    let root = id;
    for (let next = leader.get(root); next !== undefined; next = leader.get(root)) root = next;
    // What was passed on the way points to the root from now on.
    for (let at = id; at !== root; ) {
      const next = leader.get(at)!;
      leader.set(at, root);
      at = next;
    }
    return root;
  };
  for (const { among } of ambiguities)
    for (const other of among.slice(1)) {
      const [a, b] = [find(among[0]!), find(other)];
      if (a !== b) leader.set(b, a);
    }
  const components = new Map<EntityId, Part>();
  for (const entity of entities) {
    const root = find(entity.id);
    const known = components.get(root);
    if (known) known.entities.push(entity);
    else components.set(root, { entities: [entity], ambiguities: [] });
  }
  for (const ambiguity of ambiguities) components.get(find(ambiguity.among[0]!))?.ambiguities.push(ambiguity);
  return [...components.values()];
}
