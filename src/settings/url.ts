/**
 * The part of the URL standard that site rules need. Every engine has `URL`, but TypeScript knows it only from its DOM
 * library, which the pure rooms do without; so the few properties used are declared here.
 */
interface ParsedUrl {
  readonly protocol: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
}

declare const URL: new (address: string) => ParsedUrl;

/** `null` when `address` is no absolute URL. */
export function parseUrl(address: string): ParsedUrl | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
