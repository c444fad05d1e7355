/**
 * Ascending offsets in little memory: one byte for each step, and every 16th offset in full. Reading one adds up at
 * most 15 bytes. A plain array would be a sixth of a large lexicon.
 */
const BLOCK_BITS = 4;
const BLOCK = 1 << BLOCK_BITS;

export class Offsets {
  readonly #steps: Uint8Array | Int32Array;
  readonly #bases: Int32Array;

  /** @param lengths the distances between the offsets, the first of which is 0 */
  constructor(lengths: readonly number[]) {
    const isShort = lengths.every((length) => length < 256);
    this.#steps = new (isShort ? Uint8Array : Int32Array)(lengths.length + 1);
    this.#bases = new Int32Array(Math.floor(lengths.length / BLOCK) + 1);
    let offset = 0;
    for (let i = 0; i <= lengths.length; i++) {
      if (i % BLOCK === 0) this.#bases[i / BLOCK] = offset;
      const length = lengths[i] ?? 0;
      this.#steps[i] = length;
      offset += length;
    }
  }

  /** The offset where entry `index` begins; the one after the last ends it. */
  start(index: number): number {
    const block = index >> BLOCK_BITS;
    let offset = this.#bases[block]!;
    for (let i = block << BLOCK_BITS; i < index; i++) offset += this.#steps[i]!;
    return offset;
  }

  /** The length of entry `index`. */
  length(index: number): number {
    return this.#steps[index]!;
  }
}
