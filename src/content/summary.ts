/** What the popup is told about a frame. */

import { MENTION_LIST_CAP, type PageStatus, type PageSummary } from "../messages/table.ts";
import { hasRoomForCard } from "./card/place/room-for-card.ts";
import type { Marks } from "./page/paint/marks.ts";
import type { PageReader } from "./page/read/reader.ts";

/** How much of the text around a mention the popup's list shows, UTF-16 code units on each side. */
const AROUND = 60;

export function summarize(reader: PageReader, marks: Marks, status: PageStatus): PageSummary {
  const counts = new Map<string, number>();
  const listed = marks.choice.listed();
  for (const { mention } of listed) counts.set(mention.entity, (counts.get(mention.entity) ?? 0) + 1);
  return {
    status,
    effort: reader.effort,
    entities: [...counts].map(([entity, count]) => ({ entity, count })),
    mentions: listed.slice(0, MENTION_LIST_CAP).map((mention) => ({
      id: mention.id,
      entity: mention.mention.entity,
      ...reader.textAround(mention, AROUND),
    })),
    cramped: listed.length > 0 && !hasRoomForCard(window),
    capped: reader.capped || listed.length > MENTION_LIST_CAP,
  };
}

/** Of a frame in which nothing is marked. */
export const emptySummary = (status: PageStatus): PageSummary => ({
  status,
  effort: { characters: 0, ms: 0, slices: 0 },
  entities: [],
  mentions: [],
  capped: false,
  cramped: false,
});
