/**
 * The search for the address bar, over the packs that are switched on: the bundled one at the first letter that is typed there, the
 * others as they come out of storage, in steps, between which pages are answered.
 */
import { language, listed, t } from "../../i18n/t.ts";
import type { ActivePack, ActivePacks, Said } from "../../messages/packs.ts";
import { PackParts } from "../../messages/whole-pack.ts";
import type { PackIndex } from "../../pack/lookup.ts";
import { sentenceIn } from "../../pack/texts.ts";
import type { Pack, Text } from "../../pack/types.ts";
import { SameEntities } from "../../search/same-entities.ts";
import { searchIn } from "../../search/search.ts";
import { SearchedPack } from "../../search/searched-pack.ts";
import { createSuggester, type Suggester } from "../../search/suggest.ts";
import { foldText } from "../../spot/letters/fold.ts";

export interface SearchDeps {
  bundled(): PackIndex;
  list(): Promise<ActivePacks | null>;
  part(install: number, part: number): Promise<Said | null>;
  /** Lets others have their turn. */
  rest(): Promise<void>;
}

/** How often the index says that it has taken more, some tenths of a millisecond each, between two rests. */
const AT_ONCE = 16;

interface Searched {
  /** In their order, those that are ready. */
  packs: SearchedPack[];
  same: SameEntities;
}

export class OmniboxSearch {
  readonly #deps: SearchDeps;
  #searched: Searched | null = null;
  /** Which packs are, or are being, made ready; and when that is done, with whether all of them came entire. */
  #key = "";
  #loading: Promise<boolean> = Promise.resolve(true);
  #isWhole = false;
  /** How often it was looked whether they are others: only the last look can say that all is ready. */
  #looks = 0;
  /** By installation, those that have come entire. */
  readonly #entire = new Map<number, SearchedPack>();
  /** Of a pack some was late, or is lost: it is asked for anew when the address bar is used again. */
  #isLacking = false;
  #bundled: SearchedPack | undefined;

  constructor(deps: SearchDeps) {
    this.#deps = deps;
  }

  /** Looks whether the packs are others than before, and makes them ready. Fulfilled when all are. Never rejects. */
  async prepare(): Promise<void> {
    this.#isWhole = false;
    this.#looks += 1;
    const look = this.#looks;
    const list = await this.#deps.list();
    const key = JSON.stringify(list);
    const isLast = look === this.#looks;
    if (isLast && (key !== this.#key || !this.#searched || this.#isLacking)) {
      this.#key = key;
      this.#isLacking = false;
      this.#loading = list ? this.#load(list) : Promise.resolve(false);
    }
    const isWhole = await this.#loading;
    if (this.#looks !== look) return;
    this.#isWhole = isWhole;
    this.#isLacking = !isWhole;
  }

  /** Whether all that is searched is ready, and nothing of it is missing. */
  isWhole(): boolean {
    return this.#isWhole;
  }

  /** Over what is ready. */
  suggester(): Suggester {
    this.#searched ??= { packs: [this.#own()], same: new SameEntities([]) };
    const { packs, same } = this.#searched;
    const spoken = language();
    const said = (pack: Pack, text: Text) => sentenceIn(pack, text, spoken).text;
    return createSuggester(
      { packs: packs.map(({ index }) => index), search: (query) => searchIn(packs, same, query) },
      {
        language: spoken,
        saidBy: ({ stance, by }) => listed([t(`cardStance_${stance}`), by]),
        from: (pack) =>
          listed([
            said(pack, pack.title),
            said(pack, pack.source.author),
            said(pack, pack.source.publisher),
            pack.source.date,
          ]),
      },
    );
  }

  async #load({ packs, same }: ActivePacks): Promise<boolean> {
    const searched: Searched = { packs: [], same: new SameEntities(same) };
    const ready = new Map<ActivePack, SearchedPack>();
    for (const pack of packs) {
      const known = pack.head ? this.#entire.get(pack.install) : this.#own();
      if (known) ready.set(pack, known);
    }
    for (const install of this.#entire.keys())
      if (!packs.some((pack) => pack.install === install)) this.#entire.delete(install);
    const inOrder = () => packs.flatMap((pack) => ready.get(pack) ?? []);
    searched.packs = inOrder();
    this.#searched = searched;
    for (const pack of packs) {
      if (ready.has(pack)) continue;
      const made = await this.#read(pack);
      if (!made) continue;
      ready.set(pack, made);
      searched.packs = inOrder();
    }
    return packs.every(({ head, install }) => !head || this.#entire.has(install));
  }

  /** What has come of a pack, searchable. */
  async #read({ install, parts, head }: ActivePack): Promise<SearchedPack | null> {
    if (!head) return null;
    const whole = new PackParts(head);
    let isEntire = true;
    for (let part = 0; part < parts; part++) {
      const said = await this.#deps.part(install, part);
      if (said) whole.take(said);
      else isEntire = false;
      await this.#deps.rest();
    }
    const searched = new SearchedPack(whole.whole(), foldText, language());
    if (isEntire) this.#entire.set(install, searched);
    for (;;) {
      let taken = 0;
      if (searched.grow(() => ++taken >= AT_ONCE)) return searched;
      await this.#deps.rest();
    }
  }

  #own(): SearchedPack {
    if (!this.#bundled) {
      this.#bundled = new SearchedPack(this.#deps.bundled(), foldText, language());
      this.#bundled.grow(() => false);
    }
    return this.#bundled;
  }
}
