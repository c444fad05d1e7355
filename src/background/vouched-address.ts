/**
 * The address by which a page's rules go: what the frame says, where the browser vouches for its origin, for a page that
 * has gone to another path may be ahead of what the browser tells of it; else what the browser tells. So no page learns
 * which names are kept to another site.
 */
export function vouchedAddress(said: string, vouched: string): string {
  return URL.canParse(said) && URL.canParse(vouched) && new URL(said).origin === new URL(vouched).origin
    ? said
    : vouched;
}
