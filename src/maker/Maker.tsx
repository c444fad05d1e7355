/** The page on which an analysis is made, wired: the work is kept in this browser as it is typed, and nothing is sent. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { openSettings } from "../browser/settings/settings-client.ts";
import { draftPack } from "../draft/draft.ts";
import type { Proposal } from "../draft/types.ts";
import { t } from "../i18n/t.ts";
import { keepWork, readWork } from "./editing/kept-work.ts";
import { newWork, takeOut, tick, type Work, withArticle, workOf, workOfPack } from "./editing/work.ts";
import { MakerView } from "./MakerView.tsx";

/** How long typing has to rest before it is kept, ms. */
const REST = 400;

export function Maker() {
  const [work, setWork] = useState<Work | null>(null);
  const [kept, setKept] = useState<"kept" | "keeping" | "failed">("kept");
  /** Nothing is written over what could not be read. */
  const readable = useRef(true);

  useEffect(() => {
    readWork()
      .then((stored) => workOf(stored, today()))
      .then(setWork, () => {
        readable.current = false;
        setKept("failed");
        setWork(newWork(today()));
      });
    const settings = openSettings((outcome) => {
      if (outcome.kind !== "unreadable") document.documentElement.dataset.theme = outcome.settings.theme;
    });
    return () => settings.close();
  }, []);

  useEffect(() => {
    if (kept !== "keeping" || work === null || !readable.current) return;
    const keep = () =>
      void keepWork(work).then(
        () => setKept("kept"),
        () => setKept("failed"),
      );
    const timer = setTimeout(keep, REST);
    // The tab may be closed before that.
    window.addEventListener("pagehide", keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pagehide", keep);
    };
  }, [work, kept]);

  const article = work?.article ?? "";
  const draft = useMemo(() => draftPack(article, { kind: "md" }), [article]);
  if (work === null) return null;

  const change = (next: Work) => {
    setWork(next);
    if (readable.current) setKept("keeping");
  };
  const setTicked = (proposal: Proposal, on: boolean) =>
    change(on ? tick(work, proposal) : takeOut(work, work.ticked[proposal.name]!));
  return (
    <MakerView
      work={work}
      draft={draft}
      kept={t(`makerKept_${kept}`)}
      onChange={change}
      day={today()}
      onArticle={(text) => change(withArticle(work, text))}
      onTick={setTicked}
      onOpen={(pack) => change(workOfPack(pack, today()))}
      onStartOver={() => {
        // The editor has said that what is there may go, whatever it is.
        readable.current = true;
        change(newWork(today()));
      }}
    />
  );
}

/** The day by the editor's clock, `2026-05-03`. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
