/** ahocorasick 1.0.2 and mark.js 8.11.1 ship no types. */
declare module "ahocorasick" {
  export default class AhoCorasick {
    constructor(keywords: string[]);
    /** `[end index, keywords that end there]` for each place. */
    search(text: string): Array<[number, string[]]>;
  }
}
declare module "mark.js" {
  export default class Mark {
    constructor(context: Element);
    mark(
      words: string[],
      options: { accuracy: "exactly"; separateWordSearch: boolean; each(element: Element): void },
    ): void;
  }
}
