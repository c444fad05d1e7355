/** What the popup was opened for: by its own address, or by the background, which opened it for the reader. */
import { useEffect, useRef, useState } from "preact/hooks";
import { askBackground } from "../browser/messaging.ts";
import { type Opening, readOpening } from "../messages/opening.ts";

/**
 * Answers what the address says: `null` over a page. `onOpening` is called once for it, and again for whatever the popup
 * is told later: by the background, or by another address in the same tab.
 */
export function useOpening(onOpening: (opening: Opening) => void): Opening | null {
  const [opening, setOpening] = useState(() => readOpening(location.hash));
  const tell = useRef(onOpening);
  tell.current = onOpening;
  useEffect(() => {
    const follow = (told: Opening | null) => told && tell.current(told);
    follow(readOpening(location.hash));
    void askBackground("popup.opened", {}).then(follow);
    const onHash = () => {
      const next = readOpening(location.hash);
      setOpening(next);
      follow(next);
    };
    window.addEventListener("hashchange", onHash);
    return () => window.removeEventListener("hashchange", onHash);
  }, []);
  return opening;
}
