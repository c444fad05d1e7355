/** A pack that comes in, compiled: once, in steps, between which pages are answered. */
import { between, type Steps } from "../../pack/steps.ts";
import type { Alias, EntityId, NameSource, Pack } from "../../pack/types.ts";
import { compileLexicon } from "../../spot/names/lexicon.ts";
import { storeLexicon } from "../../spot/names/stored-lexicon.ts";
import { chooseRuns } from "../../spot/sieve/choose.ts";
import { keysOfRun } from "../../spot/sieve/run-keys.ts";
import { tellingRuns } from "../../spot/sieve/telling-runs.ts";
import { type SaysIndex, says, saysIndex } from "./says.ts";
import { globalId, type StoredSays, type StoredShard, type StoredTable } from "./shapes.ts";
import { type Part, partsOf, type ShardSize } from "./split.ts";

export interface CompiledPack {
  /** Names with their variants written out. */
  names: number;
  shards: StoredShard[];
  says: StoredSays[];
  table: Omit<StoredTable, "head">;
}

/** Each step yields how far it has come, of 1, and takes some milliseconds. */
export function* compilePack(given: Pack, size?: ShardSize): Steps<CompiledPack> {
  const pack = withGlobalIds(given);
  const index: SaysIndex = saysIndex(pack);
  const count = pack.entities.length || 1;
  let done = 0;
  let names = 0;
  const shards: StoredShard[] = [];
  const said: StoredSays[] = [];
  const runs = { sieve: new Set<string>(), places: new Set<string>(), asks: new Set<string>() };
  const asked: Array<[key: number, shard: number]> = [];
  const shardOf = new Map<EntityId, number>();
  const links = new Map<string, EntityId>();
  for (const part of partsOf(pack, size)) {
    const shard = shards.length;
    for (const { id, sameAs = [] } of part.entities) {
      shardOf.set(id, shard);
      for (const link of sameAs) if (!links.has(link)) links.set(link, id);
    }
    names += namesIn(part);
    shards.push({
      lexicon: storeLexicon(compileLexicon(part)),
      kinds: Object.fromEntries(part.entities.map(({ id, kind }) => [id, kind])),
    });
    said.push(says(index, part));
    yield done / count;
    const isPlace = ({ kind }: { kind: string }) => kind === "place";
    const { entities, ambiguities } = part;
    addAll(runs.sieve, chooseRuns({ entities: entities.filter((one) => !isPlace(one)), ambiguities }));
    addAll(runs.places, chooseRuns({ entities: entities.filter(isPlace), ambiguities: [] }));
    yield done / count;
    const asks = chooseRuns(formsThatCount(part));
    addAll(runs.asks, asks);
    for (const run of asks) for (const key of keysOfRun(run)) asked.push([key, shard]);
    done += part.entities.length;
    yield done / count;
  }
  asked.sort(([a, inShard], [b, other]) => a - b || inShard - other);
  const sieve = yield* between(1, 1, tellingRuns([...runs.sieve]));
  const places = yield* between(1, 1, tellingRuns([...runs.places]));
  const asks = yield* between(1, 1, tellingRuns([...runs.asks]));
  const table: CompiledPack["table"] = {
    sieve,
    places,
    asks,
    keys: Int32Array.from(asked, ([key]) => key),
    shardOfKey: Int32Array.from(asked, ([, shard]) => shard),
    shardOf,
    links,
  };
  return { names, shards, says: said, table };
}

function addAll(runs: Set<string>, more: Iterable<string>): void {
  for (const run of more) runs.add(run);
}

const namesIn = ({ entities, ambiguities }: Part): number =>
  [...entities, ...ambiguities].reduce((sum, { aliases }) => sum + aliases.length, 0);

/** All forms that can stand in the place of a name, as names that count alone: what stands where must not depend on what has been read. */
function formsThatCount({ entities, ambiguities }: Part): NameSource {
  const sure = (forms: readonly Alias[]): Alias[] =>
    forms.map((form) => ({ ...form, trust: "sure" as const }));
  return {
    entities: entities.map((entity) => ({
      ...entity,
      aliases: sure([...entity.aliases, ...entity.decoys]),
      decoys: [],
    })),
    ambiguities: ambiguities.map((ambiguity) => ({ ...ambiguity, aliases: sure(ambiguity.aliases) })),
  };
}

function withGlobalIds(pack: Pack): Pack {
  const of = (id: EntityId) => globalId(pack.id, id);
  return {
    ...pack,
    entities: pack.entities.map((entity) => ({
      ...entity,
      id: of(entity.id),
      notSameAs: entity.notSameAs.map((other) => ({ ...other, entity: of(other.entity) })),
    })),
    relations: pack.relations.map((tie) => ({ ...tie, from: of(tie.from), to: of(tie.to) })),
    events: pack.events.map((event) => ({ ...event, entities: event.entities.map(of) })),
    ambiguities: pack.ambiguities.map((one) => ({ ...one, among: one.among.map(of) })),
  };
}
