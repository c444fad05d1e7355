/** ahocorasick 1.0.2 ships no types. */
declare module "ahocorasick" {
  export default class AhoCorasick {
    constructor(keywords: string[]);
    /** `[end index, keywords that end there]` for each place. */
    search(text: string): Array<[number, string[]]>;
  }
}
