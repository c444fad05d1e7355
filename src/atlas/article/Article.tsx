/** How the argument runs: the paragraphs in order, each with its gist, what rests on it and of whom; and how firm the whole is. */
import { useEffect, useMemo } from "preact/hooks";
import { Folded } from "../../entity/Folded.tsx";
import { PackLine } from "../../entity/PackLine.tsx";
import { Said } from "../../entity/Said.tsx";
import { Statement } from "../../entity/Statement.tsx";
import { paragraphNumber } from "../../entity/words/phrases.ts";
import { language, listed, plural, t } from "../../i18n/t.ts";
import { EntityButtons } from "../EntityButtons.tsx";
import { paragraphsOf, sharesOf, statementsIn } from "../model/article.ts";
import { alone } from "../model/together.ts";
import { titleOf, wordsOf } from "../names.ts";
import { SaveAs } from "../SaveAs.tsx";
import { drawArticle } from "../take/draw-article.ts";
import { tableOfArticle } from "../take/tables.ts";
import { toolsIn } from "../tools.tsx";
import type { ViewProps } from "../view-props.ts";
import { walkList } from "../walk.ts";
import { ShareBar, Shares } from "./Shares.tsx";

/** Claims of a paragraph at first. */
const SHOWN = 4;

/** Of several analyses each has an article of its own, one after the other. */
export function Article({ pack, ...rest }: ViewProps) {
  if (pack.packs.length === 1) return <ArticleOf pack={pack} whose="" {...rest} />;
  return pack.packs.map((one) => (
    <div key={one.pack.id} class="article-of" data-pack={one.pack.id}>
      <h2 class="article-from">
        <PackLine pack={one.pack} />
      </h2>
      <ArticleOf pack={alone(one)} whose={titleOf(one.pack).text} {...rest} />
    </div>
  ));
}

function ArticleOf({
  pack,
  whose,
  filter,
  related,
  selection,
  onOpen,
  onSay,
}: ViewProps & { whose: string }) {
  const words = useMemo(() => wordsOf(pack), [pack]);
  const tools = toolsIn(pack, false, onOpen, onSay);
  const paragraphs = useMemo(() => paragraphsOf(pack, filter), [pack, filter]);
  const shares = useMemo(() => sharesOf(statementsIn(pack)), [pack]);
  const most = Math.max(1, ...paragraphs.map((each) => sum(Object.values(each.shares))));
  const passage = selection?.kind === "passage" ? selection.id : null;
  useEffect(() => {
    if (passage !== null) document.getElementById(`passage-${passage}`)?.scrollIntoView({ block: "start" });
  }, [passage]);
  return (
    <section class="article" aria-label={listed([t("atlasView_article"), whose].filter(Boolean))}>
      <Shares {...{ shares, whose }} />
      <ol class="paragraphs sl-body" onKeyDown={walkList}>
        {paragraphs.map(({ passage: { id, gist }, claims, entities, shares: own }) => (
          <li
            key={id}
            id={`passage-${id}`}
            class="paragraph"
            data-lit={related?.passages.has(id)}
            aria-current={id === passage ? "true" : undefined}
          >
            <h2 class="paragraph-title">
              <button
                type="button"
                class="paragraph-button"
                data-stop
                data-passage={id}
                onClick={() => onOpen({ kind: "passage", id })}
              >
                {t("atlasPassageOf", paragraphNumber(id))}
              </button>
            </h2>
            <ShareBar shares={own} most={most} />
            <p class="paragraph-gist">
              <Said {...words.said(gist, id)} />
            </p>
            <div class="paragraph-body">
              {claims.length === 0 && <p class="nothing">{t("atlasNoClaims")}</p>}
              {claims.length > 0 && (
                <Folded
                  class="sl-claims"
                  label={t("popupSays")}
                  items={claims}
                  limit={SHOWN}
                  more={(hidden) => plural("cardMoreClaims", hidden)}
                  less={t("cardFewerClaims")}
                >
                  {({ claim, ids }) => (
                    <Statement
                      key={claim.id}
                      pack={pack}
                      statement={claim}
                      language={language()}
                      tools={tools}
                      before={
                        ids.some((each) => related?.claims.has(each)) && (
                          <span class="lit-sign" aria-hidden="true" />
                        )
                      }
                    />
                  )}
                </Folded>
              )}
              <EntityButtons pack={pack} ids={entities} onOpen={onOpen} lit={related?.entities} />
            </div>
          </li>
        ))}
      </ol>
      <SaveAs
        name="article"
        pack={pack}
        onSay={onSay}
        picture={() => drawArticle(pack, shares, paragraphsOf(pack, filter), words)}
        table={() => tableOfArticle(paragraphs, words)}
      />
    </section>
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
