/** What takes a moment to find out, found out once what is there already has been drawn. */
import { useEffect, useState } from "preact/hooks";

/**
 * `null` until then.
 * @param rest how long `depends` has to stay the same first, ms
 * @param keep what was found out before stays until there is something newer
 */
export function useLater<T>(
  find: () => T | null,
  depends: readonly unknown[],
  { rest = 0, keep = false }: { rest?: number; keep?: boolean } = {},
): T | null {
  const [found, setFound] = useState<T | null>(null);
  useEffect(() => {
    if (!keep) setFound(null);
    const timer = setTimeout(() => setFound(find()), rest);
    return () => clearTimeout(timer);
  }, depends);
  return found;
}
