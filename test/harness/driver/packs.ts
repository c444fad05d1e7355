/** Packs in a browser, installed and removed as the extension's own pages do. */
import type { InstallResult, PackList } from "../../../src/messages/packs.ts";
import type { BackgroundRequests } from "../../../src/messages/table.ts";
import type { RequestOf, ResponseOf } from "../../../src/messages/types.ts";
import type { Pack } from "../../../src/pack/types.ts";
import type { Driver } from "./types.ts";

type PackRequest = Extract<keyof BackgroundRequests, `packs.${string}`>;

export const askPacks = <K extends PackRequest>(
  driver: Driver,
  type: K,
  request: RequestOf<BackgroundRequests, K>,
): Promise<ResponseOf<BackgroundRequests, K>> =>
  driver.inExtension(
    (api, type: string, request: unknown) => api.runtime.sendMessage({ type, request }),
    type as string,
    request as unknown,
  ) as Promise<ResponseOf<BackgroundRequests, K>>;

export const install = (driver: Driver, pack: Pack): Promise<InstallResult> =>
  askPacks(driver, "packs.install", { text: JSON.stringify(pack) });

export const listPacks = (driver: Driver): Promise<PackList | null> => askPacks(driver, "packs.list", {});

/** Takes away all that were installed, so that the browser is as it was after its start. */
export async function removePacks(driver: Driver): Promise<void> {
  for (const { id, bundled } of (await listPacks(driver))?.packs ?? [])
    if (!bundled) await askPacks(driver, "packs.remove", { id });
}
