/**
 * The bundled pack as the popup gets it: out of storage, where it is anyway for content scripts; where that cannot be read,
 * from the background, which carries it. In steps, so that no key waits for all of it.
 */
import { indexPack, type PackIndex } from "../../pack/lookup.ts";
import { PACK_KEYS, searchSteps } from "../../pack/stored.ts";
import { askBackground } from "../messaging.ts";
import { readLocal } from "../storage.ts";

/** @param id of the pack that belongs to this build. Answers `null` where it cannot be had from either; never rejects. */
export async function readPack(id: string): Promise<PackIndex | null> {
  for (const load of [fromStorage, fromBackground]) {
    try {
      const text = await load(id);
      if (text !== null) return await parsed(text);
    } catch {
      // Storage that cannot be read, or a text that was damaged there.
    }
  }
  return null;
}

async function fromStorage(id: string): Promise<string | null> {
  const found = await readLocal([PACK_KEYS.text]);
  const text = found[PACK_KEYS.text];
  // In Firefox, somebody else may have written it: the id tells what it has to be.
  return typeof text === "string" && (await idOf(text)) === id ? text : null;
}

/** As the build makes it: the first 32 hexadecimal digits of the text's SHA-256. */
async function idOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest, 0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function fromBackground(id: string): Promise<string | null> {
  const pack = await askBackground("pack.text", {});
  return pack?.id === id ? pack.text : null;
}

async function parsed(text: string): Promise<PackIndex> {
  const steps = searchSteps(text);
  for (;;) {
    await scheduler.yield();
    const step = steps.next();
    if (step.done) return indexPack(step.value);
  }
}
