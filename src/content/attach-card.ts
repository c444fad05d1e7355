/** The card, wired to the marks it explains and to the settings it can change. */
import { type Meant, type MeantHere, pairOf } from "../settings/page/meant.ts";
import { FILES, sitePatternOf } from "../settings/page/sites.ts";
import type { Settings } from "../settings/types.ts";
import type { Mention } from "../spot/types.ts";
import type { CardController, MakeCard } from "./card/types.ts";
import { alive, isPrivate, request } from "./extension/client.ts";
import { bringSaid, framePack, loadPack, partsOf } from "./frame-pack.ts";
import { isOnOwnSite, pageAddress } from "./page/dom/document.ts";
import type { Marks } from "./page/paint/marks.ts";

export interface Attachment {
  marks: Marks;
  settings(): Settings;
  /** What the reader has said of the page. */
  meant(): MeantHere[];
  /** The reader says it of a private page, which is told to nobody else. */
  onSaid(said: Meant, on: boolean): void;
  /** The extension is gone: nothing may open any more. */
  orphaned(): void;
  signal: AbortSignal;
}

export function attachCard(
  makeCard: MakeCard,
  { marks, settings, meant, onSaid, orphaned, signal }: Attachment,
): CardController {
  /**
   * Whether a rule for the page's site can be asked for. Files are no site: a rule for one would be a rule for all. Of
   * private pages nothing is kept. And a frame of another site is not heard (`siteOf` in messaging.ts).
   */
  const isSite = () => {
    const pattern = sitePatternOf(pageAddress());
    return pattern !== null && pattern !== FILES && !isPrivate() && isOnOwnSite();
  };
  /** Who has said what a mention's words mean here, the reader of this page, or a rule; `undefined`: nobody. */
  const saidOf = ({ entity, runnerUp: instead = entity }: Mention) =>
    meant().find((said) => pairOf(said) === pairOf({ entity, instead }))?.by;
  return makeCard({
    // A card opens on a mention, and nothing was found before the names were read.
    pack: () => framePack()!,
    partsOf,
    bring: (entity) => bringSaid([entity]),
    hit: (point) => {
      if (!alive()) orphaned();
      // Nothing is to be said of a name before the analysis has come.
      else if (!framePack()) void loadPack();
      else {
        const mention = marks.hit(point);
        if (!mention || partsOf(mention.mention.entity).length > 0) return mention;
        void bringSaid([mention.mention.entity]);
      }
      return null;
    },
    boxes: (mention) => marks.boxes(mention),
    isPending: (mention) => marks.isPending(mention),
    marked: () => marks.choice.marked(),
    reveal: (mention) => marks.reveal(mention),
    settings,
    isSite,
    // A frame of another site is not heard here, either.
    sayMeant: () => {
      if (isSite()) return "site";
      if (!isOnOwnSite() || sitePatternOf(pageAddress()) === null) return "nowhere";
      return isPrivate() ? "once" : "page";
    },
    meantBy: (mention) => {
      const by = saidOf(mention);
      if (by === undefined || by === "page") return by ?? null;
      // A card can take back what was said of this very site; a wider rule holds elsewhere as well.
      return isSite() && by.site === sitePatternOf(pageAddress()) ? "site" : "rule";
    },
    onActive: (mention) => marks.setActive(mention),
    onMute: async ({ site = false, hour = false, ...name }, on) =>
      (await request("page.less", { ...name, here: site, hour, on })) === true,
    onMeant: async ({ where, ...said }, on) => {
      const here = where === "site";
      if (here || !isPrivate())
        return (await request("page.meant", { ...said, address: pageAddress(), here, on })) === true;
      onSaid(said, on);
      return true;
    },
    onSiteOff: () => void request("page.less", { here: true, hour: false, on: true }),
    onAtlas: (entity) => void request("page.atlas", { entity, address: pageAddress() }),
    onEscape: () => void request("page.escape", {}),
    signal,
  });
}
