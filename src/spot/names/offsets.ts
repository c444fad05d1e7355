/**
 * Ascending offsets in little memory: one byte for each step, and every 16th offset in full. Reading one adds up at
 * most 15 bytes. A plain array would be a sixth of a large lexicon; a small one can afford it, and is read at once.
 */
const BLOCK_BITS = 4;
/** Up to so many offsets are all kept in full: 64 kB. */
const FEW = 1 << 14;

/** Steps, and the offsets kept in full: one for each `1 << blockBits` entries. */
export interface OffsetColumns {
  steps: Uint8Array | Int32Array;
  bases: Int32Array;
  blockBits: number;
}

/**
 * @param lengths the distances between the offsets, the first of which is 0
 * @param isRare whether they are seldom asked for, and memory counts for more than time however few there are
 */
export function makeOffsets(lengths: readonly number[], isRare = false): Offsets {
  const isShort = lengths.every((length) => length < 256);
  const steps = new (isShort ? Uint8Array : Int32Array)(lengths.length + 1);
  const blockBits = lengths.length < FEW && !isRare ? 0 : BLOCK_BITS;
  const block = 1 << blockBits;
  const bases = new Int32Array(Math.floor(lengths.length / block) + 1);
  let offset = 0;
  for (let i = 0; i <= lengths.length; i++) {
    if (i % block === 0) bases[i / block] = offset;
    const length = lengths[i] ?? 0;
    steps[i] = length;
    offset += length;
  }
  return new Offsets({ steps, bases, blockBits });
}

export class Offsets {
  readonly #steps: Uint8Array | Int32Array;
  readonly #bases: Int32Array;
  readonly #blockBits: number;

  constructor({ steps, bases, blockBits }: OffsetColumns) {
    this.#steps = steps;
    this.#bases = bases;
    this.#blockBits = blockBits;
  }

  get columns(): OffsetColumns {
    return { steps: this.#steps, bases: this.#bases, blockBits: this.#blockBits };
  }

  /** The offset where entry `index` begins; the one after the last ends it. */
  start(index: number): number {
    const block = index >> this.#blockBits;
    let offset = this.#bases[block]!;
    for (let i = block << this.#blockBits; i < index; i++) offset += this.#steps[i]!;
    return offset;
  }

  /** The length of entry `index`. */
  length(index: number): number {
    return this.#steps[index]!;
  }
}
