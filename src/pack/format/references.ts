/** What holds between the parts of a pack: ids that occur once, and that are there where they are asked for. */

import type { Steps } from "../steps.ts";
import { originalOf, sentenceIn } from "../texts.ts";
import type { Claim, Pack } from "../types.ts";
import type { Reading } from "./reading.ts";

/** @param pack of the right shape */
export function* checkReferences(pack: Pack, at: Reading): Steps<void> {
  const { passages, entities, relations, events, ambiguities } = pack;
  const entityIds = once(entities, "entities", at);
  const passageIds = once(passages, "passages", at);
  once(ambiguities, "ambiguities", at);
  const claimIds = new Set<string>();
  once(relations, "relations", at);
  once(events, "events", at);
  yield 1;

  const known = (id: string, ...path: (string | number)[]) => {
    if (!entityIds.has(id)) at.tell(["faultPackNoEntity", id], ...path);
  };
  const statement = ({ stance, by, passages: used }: Claim, ...path: (string | number)[]) => {
    used.forEach((passage, i) => {
      if (!passageIds.has(passage)) at.tell(["faultPackNoPassage", passage], ...path, "passages", i);
    });
    // Whoever reads "the editor's note" is told below the card who that is.
    if (stance === "editor" && sentenceIn(pack, by, originalOf(pack)).text !== pack.editor)
      at.tell(["faultPackEditor", pack.editor], ...path, "by");
  };

  entities.forEach(({ id, claims, notSameAs, names }, i) => {
    claims.forEach((claim, k) => {
      statement(claim, "entities", i, "claims", k);
      if (claimIds.has(claim.id)) at.tell(["faultTwice", claim.id], "entities", i, "claims", k, "id");
      claimIds.add(claim.id);
    });
    notSameAs.forEach(({ entity }, k) => {
      const path = ["entities", i, "notSameAs", k, "entity"];
      known(entity, ...path);
      if (entity === id) at.tell(["faultPackSelf"], ...path);
    });
    const languages = new Set<string>();
    names.forEach(({ lang }, k) => {
      if (languages.has(lang)) at.tell(["faultTwice", lang], "entities", i, "names", k, "lang");
      languages.add(lang);
    });
  });
  yield 1;
  relations.forEach((relation, i) => {
    statement(relation, "relations", i);
    known(relation.from, "relations", i, "from");
    known(relation.to, "relations", i, "to");
    if (relation.from === relation.to) at.tell(["faultPackSelf"], "relations", i, "to");
  });
  events.forEach((event, i) => {
    statement(event, "events", i);
    event.entities.forEach((entity, k) => {
      known(entity, "events", i, "entities", k);
    });
  });
  ambiguities.forEach(({ among }, i) => {
    among.forEach((entity, k) => {
      known(entity, "ambiguities", i, "among", k);
    });
  });
}

/** The ids of a list; tells of each that occurs again. */
function once(items: ReadonlyArray<{ id: string }>, list: string, at: Reading): Set<string> {
  const ids = new Set<string>();
  items.forEach(({ id }, i) => {
    if (ids.has(id)) at.tell(["faultTwice", id], list, i, "id");
    ids.add(id);
  });
  return ids;
}
