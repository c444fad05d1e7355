/** One live region of the atlas: what was done, in words. */
import { useRef, useState } from "preact/hooks";

/** The same words twice in a row would not be said again: an invisible sign at their end makes them others. */
const AGAIN = "\u200b";

export function useSaying(): [words: string, say: (words: string) => void] {
  const [words, setWords] = useState("");
  const last = useRef("");
  const say = (next: string) => {
    last.current = last.current === next ? next + AGAIN : next;
    setWords(last.current);
  };
  return [words, say];
}
