/** Where our own pages and the background have their words from (i18n/t.ts). */
interface I18n {
  getMessage(key: string, substitutions: string[]): string;
}

/** By the browser's own API: no polyfill is needed for it. */
export function readMessage(key: string, substitutions: string[]): string {
  const world = globalThis as unknown as Record<string, { i18n?: I18n } | undefined>;
  return (world.browser?.i18n ?? world.chrome?.i18n)!.getMessage(key, substitutions);
}
