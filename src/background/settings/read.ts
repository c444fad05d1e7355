/** The settings as the background goes by them: out of the storage that it guards. */
import { type ReadOutcome, readStored, STORED_KEYS } from "../../settings/stored.ts";
import type { StorageArea } from "./writer.ts";

/** Never rejects. */
export async function readSettings(area: StorageArea): Promise<ReadOutcome> {
  try {
    return readStored(await area.get([...STORED_KEYS]));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "unreadable", error: ["faultNotRead", reason] };
  }
}
