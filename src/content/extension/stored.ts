/** What a frame is handed of what is stored: the settings, what was said of the page, and the pack. */
import type { PageMeant } from "../../settings/page/meant.ts";
import { type ReadOutcome, readStored } from "../../settings/stored.ts";
import { alive, RETRIES, request } from "./client.ts";

export interface FrameState {
  outcome: ReadOutcome;
  /** Which of two is meant on this page, and on others of its origin in this tab. */
  meant: readonly PageMeant[];
  /** The packs in use (`FrameSettings`). */
  packs: string;
}

let successorEvent: string | null = null;

/** Name of the event by which a copy is told of its successor; known with the settings. */
export const successorEventName = (): string | null => successorEvent;

/** Asks for the settings; never rejects. */
export async function readSettings(): Promise<FrameState> {
  for (const wait of [...RETRIES, 0]) {
    const answer = await request("page.settings", {});
    if (answer !== null) {
      successorEvent = answer.successorEvent;
      return { outcome: readStored(answer.items), meant: answer.meant, packs: answer.packs };
    }
    if (!alive()) break;
    await new Promise((over) => setTimeout(over, wait));
  }
  return { outcome: { kind: "unreadable", error: ["faultNoAnswer"] }, meant: [], packs: "" };
}

/** Asks for the pack with this id; `null` when it cannot be had. */
export async function readPack(id: string): Promise<string | null> {
  const pack = await request("pack.text", {});
  return pack?.id === id && typeof pack.text === "string" ? pack.text : null;
}
