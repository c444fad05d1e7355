/** What the atlas shows and its address, kept in step: the browser's Back walks through what was looked at. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { askBackground } from "../../browser/messaging.ts";

interface AddressHold {
  /** As the part of an address after its `#`. */
  hash: string;
  go(hash: string): void;
}

export function useAddress(): AddressHold {
  const [hash, show] = useState(() => location.hash.slice(1));
  /** Opened from a private window: what is looked at is to stand in no address, for browsers write those down. */
  const silent = useRef(false);
  useEffect(() => {
    void askBackground("atlas.opened", {}).then((told) => {
      if (told === null) return;
      silent.current = true;
      show(told);
    });
    const follow = () => show(location.hash.slice(1));
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, []);
  const go = useCallback((next: string) => {
    show(next);
    if (silent.current || next === location.hash.slice(1)) return;
    history.pushState(null, "", `#${next}`);
  }, []);
  return { hash, go };
}
