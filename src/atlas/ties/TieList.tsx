/** The ties as a list: each entity with those it is the doer of. It says what the picture says, and who says it. */
import { useState } from "preact/hooks";
import { Said } from "../../entity/Said.tsx";
import { Statement } from "../../entity/Statement.tsx";
import { interfaceAttributes, language, plural, t } from "../../i18n/t.ts";
import type { Graph } from "../model/graph/graph.ts";
import type { Related } from "../model/related.ts";
import type { AtlasIndex } from "../model/together.ts";
import type { Words } from "../names.ts";
import { KindSign } from "../signs.tsx";
import { toolsFor } from "../tools.tsx";
import type { ViewProps } from "../view-props.ts";
import { walkList } from "../walk.ts";

export interface TieListProps extends Pick<ViewProps, "onOpen" | "onSay"> {
  pack: AtlasIndex;
  graph: Graph;
  words: Words;
  related: Related | null;
}

/** Entities at first, and with each press for more. */
const AT_ONCE = 60;

export function TieList({ pack, graph, words, related, onOpen, onSay }: TieListProps) {
  const [most, setMost] = useState(AT_ONCE);
  const ties = new Map<string, Graph["ties"][number]["relation"][]>();
  for (const { relation } of graph.ties)
    ties.set(relation.from, [...(ties.get(relation.from) ?? []), relation]);
  const hidden = graph.nodes.length - most;
  return (
    <>
      <ul class="tie-list sl-body" onKeyDown={walkList}>
        {graph.nodes.slice(0, most).map(({ entity, degree }) => (
          <li key={entity.id} class="tie-group" data-lit={related?.entities.has(entity.id)}>
            <p class="tie-head">
              <button
                type="button"
                class="entity-button"
                data-stop
                data-entity={entity.id}
                onClick={() => onOpen({ kind: "entity", id: entity.id })}
              >
                <KindSign kind={entity.kind} />
                <Said {...words.name(entity.id)} />
              </button>
              <span class="tie-count">
                {t(`cardKind_${entity.kind}`)} · {plural("atlasTies", degree)}
              </span>
            </p>
            <ul>
              {ties.get(entity.id)?.map((relation) => (
                <Statement
                  key={relation.id}
                  pack={pack.homeOf(relation.id)}
                  statement={relation}
                  language={language()}
                  tools={toolsFor(pack, relation.id, onOpen, onSay)}
                  before={
                    <span class="tie-row" {...interfaceAttributes()}>
                      <button
                        type="button"
                        class="tie-verb"
                        data-stop
                        data-tie={relation.id}
                        data-lit={related?.ties.has(relation.id)}
                        onClick={() => onOpen({ kind: "tie", id: relation.id })}
                      >
                        {words.verb(relation)}
                      </button>{" "}
                      <button
                        type="button"
                        class="sl-link"
                        data-stop
                        onClick={() => onOpen({ kind: "entity", id: relation.to })}
                      >
                        <Said {...words.name(relation.to)} />
                      </button>
                    </span>
                  }
                />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" class="button more" onClick={() => setMost(most + AT_ONCE)}>
          {plural("atlasMoreEntities", hidden)}
        </button>
      )}
    </>
  );
}
