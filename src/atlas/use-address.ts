/** What the atlas shows and its address, kept in step: the browser's Back walks through what was looked at. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { askBackground } from "../browser/messaging.ts";
import type { PackIndex } from "../pack/lookup.ts";
import { type Address, hashOf, readAddress } from "./model/address.ts";

interface AddressHold {
  address: Address;
  /** What the address asked for and nobody knows. */
  bad: string | null;
  go(to: Address): void;
}

export function useAddress(index: PackIndex): AddressHold {
  const [{ address, bad }, show] = useState(() => readAddress(location.hash, index));
  /** Opened from a private window: what is looked at is to stand in no address, for browsers write those down. */
  const silent = useRef(false);
  useEffect(() => {
    void askBackground("atlas.opened", {}).then((hash) => {
      if (hash === null) return;
      silent.current = true;
      show(readAddress(hash, index));
    });
    const follow = () => show(readAddress(location.hash, index));
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, [index]);
  const go = useCallback((to: Address) => {
    show({ address: to, bad: null });
    const hash = hashOf(to);
    if (silent.current || hash === location.hash.slice(1)) return;
    history.pushState(null, "", `#${hash}`);
  }, []);
  return { address, bad, go };
}
