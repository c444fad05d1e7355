/**
 * Mentions whose text is being read anew. A page that counts seconds in a paragraph, or renders it again, changes nothing
 * about the name in it: a mention of the same entity by the same alias in the same text node, or at the same place in its
 * order in the block, is the same mention, and keeps its id. So is one in a block that has taken the place of an equal one.
 * Example: "The UN Security Council met 5 seconds ago" becomes "… 6 seconds ago", and its open card stays.
 */
import type { Mention } from "../../../../spot/types.ts";
import { isHere } from "../../dom/dom.ts";
import type { Flow, PageMention } from "../../types.ts";

export interface PendingMention {
  mention: PageMention;
  /** The flow that it stood in. */
  flow: Flow;
  claimed: boolean;
}

/**
 * Those of one name in one place, in order; before `next` all are claimed. Example: of a paragraph "Daesh … Daesh … Daesh"
 * that is read anew, the second of three is claimed when `next` is 1.
 */
interface Queue {
  all: PendingMention[];
  next: number;
}

/** So many mentions in blocks that are gone are compared with one in a new block. */
const LOOKED_AT = 64;

export class PendingMentions {
  /** By the block, and by the text node, that they stood in; then by name. */
  readonly #at = new Map<Node, Map<string, Queue>>();
  readonly #byName = new Map<string, Queue>();
  readonly #all = new Map<string, PendingMention>();

  get size(): number {
    return this.#all.size;
  }

  add(flow: Flow, mention: PageMention): void {
    const pending = { mention, flow, claimed: false };
    const name = nameOf(mention.mention);
    this.#all.set(mention.id, pending);
    push(this.#byName, name, pending);
    for (const node of new Set<Node>([flow.block, mention.node])) {
      const there = this.#at.get(node) ?? new Map<string, Queue>();
      this.#at.set(node, there);
      push(there, name, pending);
    }
  }

  /** The mention that `found`, which begins in `node`, was before; it is not pending any more. */
  claim(flow: Flow, found: Mention, node: Text): PageMention | null {
    if (this.#all.size === 0) return null;
    const name = nameOf(found);
    const pending =
      first(this.#at.get(node)?.get(name)) ??
      first(this.#at.get(flow.block)?.get(name)) ??
      this.#equal(this.#byName.get(name), flow, found);
    if (!pending) return null;
    pending.claimed = true;
    this.#all.delete(pending.mention.id);
    return pending.mention;
  }

  /** Whether a mention was pending, and is not any more. */
  reclaim({ id }: PageMention): boolean {
    const pending = this.#all.get(id);
    if (!pending) return false;
    pending.claimed = true;
    return this.#all.delete(id);
  }

  /** Those that are pending still. */
  all(): Iterable<PendingMention> {
    return this.#all.values();
  }

  clear(): void {
    this.#all.clear();
    this.#byName.clear();
    this.#at.clear();
  }

  /** One whose block is gone and had the same text, or the same on one side of the name. */
  #equal(queue: Queue | undefined, flow: Flow, { start, end }: Mention): PendingMention | undefined {
    if (!first(queue)) return undefined;
    for (let i = queue!.next; i < Math.min(queue!.all.length, queue!.next + LOOKED_AT); i++) {
      const pending = queue!.all[i]!;
      if (pending.claimed || isHere(pending.flow.block)) continue;
      const was = pending.mention.mention;
      if (
        same(pending.flow.text.slice(0, was.start), flow.text.slice(0, start)) ||
        same(pending.flow.text.slice(was.end), flow.text.slice(end)) ||
        pending.flow.text === flow.text
      )
        return pending;
    }
    return undefined;
  }
}

const nameOf = ({ entity, alias }: Mention): string => `${entity} ${alias}`;

/** Nothing at all on both sides says nothing. */
const same = (a: string, b: string): boolean => a === b && a.trim() !== "";

function push(queues: Map<string, Queue>, name: string, pending: PendingMention): void {
  const queue = queues.get(name);
  if (queue) queue.all.push(pending);
  else queues.set(name, { all: [pending], next: 0 });
}

function first(queue: Queue | undefined): PendingMention | undefined {
  while (queue?.all[queue.next]?.claimed) queue.next++;
  return queue?.all[queue.next];
}
