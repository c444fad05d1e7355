/** What the popup knows of the page, joined from the answers of its frames. Pure. */
import type { MentionSummary, PageStatus, PageSummary } from "../../messages/table.ts";
import type { EntityId } from "../../pack/types.ts";
import type { Unread } from "./reach.ts";

export interface FrameSummary {
  /** 0 is the top frame. */
  frame: number;
  summary: PageSummary;
}

export type PageState =
  | { kind: "looking" }
  /** The popup is a page in a tab of its own, over no page. */
  | { kind: "none" }
  /** No frame answered. */
  | { kind: "unread"; url: string | undefined; why: Unread }
  | {
      kind: "read";
      url: string | undefined;
      frames: FrameSummary[];
      /** Of the top frame's document where that is no page of text, as far as it is known. */
      mediaType?: string | null;
    };

export interface FrameMention {
  frame: number;
  mention: MentionSummary;
}

export interface EntityOnPage {
  entity: EntityId;
  /** In all frames. May be more than `mentions` holds: frames list only so many. */
  count: number;
  mentions: FrameMention[];
}

/** `frames` with one answer added or replaced, the top frame first. */
export function withFrame(frames: readonly FrameSummary[], answer: FrameSummary): FrameSummary[] {
  return [...frames.filter(({ frame }) => frame !== answer.frame), answer].sort((a, b) => a.frame - b.frame);
}

/** The entities of the page in order of first appearance, the top frame's first. */
export function entitiesOn(frames: readonly FrameSummary[]): EntityOnPage[] {
  const entities = new Map<EntityId, EntityOnPage>();
  for (const { frame, summary } of frames) {
    for (const { entity, count } of summary.entities) {
      const known = entities.get(entity);
      if (known) known.count += count;
      else entities.set(entity, { entity, count, mentions: [] });
    }
    for (const mention of summary.mentions) {
      entities.get(mention.entity)?.mentions.push({ frame, mention });
    }
  }
  return [...entities.values()];
}

/** One word for the whole page: that it cannot be read, or is being read, where any frame says so; marked when any frame is; else the top frame's. */
export function statusOf(frames: readonly FrameSummary[]): PageStatus {
  const statuses = frames.map(({ summary }) => summary.status);
  if (statuses.includes("failed")) return "failed";
  if (statuses.includes("reading")) return "reading";
  if (statuses.includes("marked")) return "marked";
  return statuses[0] ?? "reading";
}
