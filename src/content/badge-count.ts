/** The number of entities on the page, told to the background for the toolbar's badge: by the top frame, on change. */
import { request } from "./extension/client.ts";

export function createBadgeCount(): (count: number) => void {
  let told = 0;
  return (count) => {
    if (count === told || window !== window.top) return;
    told = count;
    void request("page.count", { count });
  };
}
