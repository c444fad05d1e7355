/** Tabs with the atlas that the extension has opened. */
import type { Driver } from "../harness/driver/types.ts";

/** Their addresses, from the file's name on. */
export const atlasTabs = (driver: Driver): Promise<string[]> =>
  driver.inExtension(async ({ tabs }) =>
    (await tabs.query({})).flatMap(({ url = "" }) =>
      url.includes("/atlas.html") ? [url.replace(/.*\//, "")] : [],
    ),
  );

export const closeAtlasTabs = (driver: Driver): Promise<void> =>
  driver.inExtension(async ({ tabs }) => {
    for (const { id, url } of await tabs.query({})) if (url?.includes("/atlas.html")) await tabs.remove(id!);
  });
