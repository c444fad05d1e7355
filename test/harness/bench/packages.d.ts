/** mark.js 8.11.1 ships no types. */
declare module "mark.js" {
  export default class Mark {
    constructor(context: Element);
    mark(
      words: string[],
      options: { accuracy: "exactly"; separateWordSearch: boolean; each(element: Element): void },
    ): void;
  }
}
