/** mark.js 8.11.1 ships no types. */
declare module "mark.js" {
  interface Options {
    accuracy?: "partially" | "complementary" | "exactly";
    separateWordSearch?: boolean;
    each?(element: Element): void;
  }
  export default class Mark {
    constructor(context: Element);
    mark(words: string[], options?: Options): void;
  }
}
