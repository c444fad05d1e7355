/** The packs that there are, and adding one: wired to the background, which keeps them, and to the settings, which say how they are used. */
import { useEffect, useRef, useState } from "preact/hooks";
import {
  installPack,
  packText,
  removePack,
  restorePack,
  watchPacks,
} from "../../browser/packs/packs-client.ts";
import { language, listed, t } from "../../i18n/t.ts";
import type { PackEntry, PackList } from "../../messages/packs.ts";
import type { SettingsIntent } from "../../messages/table.ts";
import { type NamesElsewhere, namesElsewhere } from "../../pack/format/doubts.ts";
import { sentenceIn } from "../../pack/texts.ts";
import type { Pack } from "../../pack/types.ts";
import { savePack } from "../../pages/save-file.ts";
import type { MarkStyle, PackUse } from "../../settings/types.ts";
import { AddPack } from "./AddPack.tsx";
import { type Candidate, candidateOf, readPack, textOf, tooLarge, unreadable } from "./candidate.ts";
import { changedUse, moved, usesInOrder } from "./order.ts";
import { PackRow } from "./PackRow.tsx";
import { Preview } from "./Preview.tsx";
import { Problems } from "./Problems.tsx";

export interface AnalysesProps {
  /** The pack that comes with Sidelight, its variants written out. */
  bundled: Pack;
  /** The same, as its file. */
  file: string;
  uses: readonly PackUse[];
  markStyle: MarkStyle;
  onChange(...intents: SettingsIntent[]): void;
}

export function Analyses({ bundled, file, uses, markStyle, onChange }: AnalysesProps) {
  const [list, setList] = useState<PackList | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [typed, setTyped] = useState("");
  /** How far the file that was handed in has been read, of 1. */
  const [reading, setReading] = useState<number | null>(null);
  const [candidate, setCandidate] = useState<Candidate | null>(null);
  /** Files that were handed over together with the one that is looked at, and come after it. */
  const [waiting, setWaiting] = useState<readonly File[]>([]);
  const [report, setReport] = useState("");
  const section = useRef<HTMLDivElement>(null);
  /** What is to have the focus once the packs are drawn anew: the row that had it is gone. */
  const next = useRef<string | null>(null);
  useEffect(() => {
    const control = next.current === null ? null : section.current?.querySelector<HTMLElement>(next.current);
    if (!control) return;
    next.current = null;
    control.focus();
  }, [list]);
  useEffect(
    () =>
      watchPacks({
        onList: setList,
        onProgress: (done) => setProgress((now) => (now === null ? null : done)),
      }),
    [],
  );
  const packs = list?.packs ?? [];
  const context = useContextOf(candidate, packs, bundled);

  const looks = useRef(0);
  const look = async (readIt: () => Promise<Candidate>) => {
    setCandidate(null);
    setReading(0);
    const look = ++looks.current;
    const read = await readIt();
    // Another file was handed in meanwhile.
    if (look !== looks.current) return;
    setCandidate(read);
    setReading(null);
  };
  const lookAtFirst = ([file, ...others]: readonly [File, ...File[]]) => {
    setWaiting(others);
    return look(async () => {
      try {
        const text = await textOf(file);
        return text === null ? tooLarge(file.name) : await candidateOf(file.name, text, setReading);
      } catch {
        return unreadable(file.name);
      }
    });
  };

  /** What comes after the one that was looked at: the next file, or the way in again. */
  const goOn = () => {
    const [first, ...others] = waiting;
    if (first) return void lookAtFirst([first, ...others]);
    setCandidate(null);
    section.current?.querySelector<HTMLElement>("input[type=file]")?.focus();
  };
  const install = async ({ name, text }: Extract<Candidate, { kind: "good" }>) => {
    setProgress(0);
    const result = await installPack(text);
    setProgress(null);
    if (!result.ok) {
      setCandidate({ kind: "refused", name, problems: result.problems, more: result.more });
      return;
    }
    const { entry } = result;
    // One whose parts are lost is in the list, and no more in the storage that was asked.
    const replaced = result.replaced || packs.some(({ id }) => id === entry.id);
    // One that was removed while it was off would come back and do nothing.
    if (!replaced && uses.some(({ id }) => id === entry.id)) onChange({ type: "forgetPack", id: entry.id });
    if (name === "") setTyped("");
    setReport(t(replaced ? "optionsPackReplaced" : "optionsPackAdded", titleOf(entry)));
    goOn();
  };
  const ids = packs.map(({ id }) => id);
  const order = usesInOrder(ids, uses);
  const use = (changed: readonly PackUse[]) =>
    onChange(...changed.map((each) => ({ type: "usePack" as const, use: each })));
  const move = (from: number, by: -1 | 1) => {
    use(moved(ids, uses, from, from + by));
    const entry = packs.find(({ id }) => id === order[from]!.id)!;
    setReport(t("optionsPackMoved", titleOf(entry), from + by + 1, order.length));
  };
  const save = async (entry: PackEntry) => {
    const text = entry.bundled ? file : await packText(entry.id);
    if (text === null) setReport(t("optionsPackNoFile"));
    else savePack(text, entry.id);
  };
  const remove = async (entry: PackEntry) => {
    next.current = "#pack-restore";
    const done = await removePack(entry.id);
    setReport(done ? t("optionsPackRemoved", titleOf(entry)) : t("optionsPackNotRemoved"));
  };
  const restore = async (entry: PackEntry) => {
    next.current = `[data-pack="${entry.id}"] input`;
    const done = await restorePack();
    setReport(done ? t("optionsPackRestored", titleOf(entry)) : t("optionsPackNotRestored"));
  };

  return (
    <div class="analyses" ref={section}>
      <p class="hint">{t("optionsPacksHint")}</p>
      <p>
        <a id="make" href="maker.html">
          {t("makerTitle")}
        </a>
      </p>
      <ul class="packs">
        {order.map((each, place) => (
          <PackRow
            key={each.id}
            entry={packs.find(({ id }) => id === each.id)!}
            {...{ use: each, place }}
            of={order.length}
            markStyle={markStyle}
            onUse={(changed) => use(changedUse(ids, uses, changed))}
            onMove={(by) => move(place, by)}
            onSave={() => void save(packs.find(({ id }) => id === each.id)!)}
            onRemove={() => void remove(packs.find(({ id }) => id === each.id)!)}
          />
        ))}
      </ul>
      <p role="status" id="packs-report">
        {report}
      </p>
      {list?.removed && (
        <p class="confirm">
          <span>{t("optionsPackKept", titleOf(list.removed), list.removed.version)}</span>
          <button type="button" class="button" id="pack-restore" onClick={() => void restore(list.removed!)}>
            {t("optionsPackRestore")}
          </button>
        </p>
      )}
      <AddPack
        typed={typed}
        onType={setTyped}
        onFiles={(files) => {
          setReport("");
          // What was waiting before is still to be looked at.
          void lookAtFirst([...files, ...waiting]);
        }}
        onText={(text) => {
          setReport("");
          void look(() => candidateOf("", text, setReading));
        }}
      />
      <p role="status">{reading === null ? "" : t("optionsPackReading")}</p>
      {reading !== null && <progress aria-label={t("optionsPackReading")} max={1} value={reading} />}
      {waiting.length > 0 && (
        <p class="confirm" id="pack-waiting">
          <span>{t("optionsPackWaiting", listed(waiting.map(({ name }) => name)))}</span>
          {candidate?.kind === "refused" && (
            <button type="button" class="button" id="pack-next" onClick={goOn}>
              {t("optionsPackNext")}
            </button>
          )}
        </p>
      )}
      {candidate?.kind === "refused" && <Problems key={candidate.name} {...candidate} />}
      {candidate?.kind === "good" && (
        <Preview
          key={candidate.text}
          pack={candidate.pack}
          {...context}
          progress={progress}
          onInstall={() => void install(candidate)}
          onLeave={goOn}
        />
      )}
    </div>
  );
}

const titleOf = (entry: PackEntry): string => sentenceIn(entry, entry.title, language()).text;

interface Context {
  replaces: { entry: PackEntry; pack: Pack | null } | null;
  others: readonly NamesElsewhere[] | null;
}

/** What a candidate meets: the pack that it would take the place of, and the names of all others. Read again when the packs are others. */
function useContextOf(candidate: Candidate | null, packs: readonly PackEntry[], bundled: Pack): Context {
  const pack = candidate?.kind === "good" ? candidate.pack : null;
  const [others, setOthers] = useState<Context["others"]>(null);
  const [before, setBefore] = useState<Pack | null>(null);
  const entry = packs.find(({ id }) => id === pack?.id);
  const versions = packs.map(({ id, installed }) => `${id} ${installed}`).join("\n");
  useEffect(() => {
    let open = true;
    setOthers(null);
    setBefore(null);
    if (!pack) return;
    const names: NamesElsewhere[] = [];
    const read = async () => {
      if (entry) {
        const replaced = await packOf(entry);
        if (open) setBefore(replaced);
      }
      for (const other of packs) {
        if (other.id === pack.id) continue;
        const known = other.bundled ? bundled : await packOf(other);
        if (!open) return;
        if (known) names.push(namesElsewhere(titleOf(other), known));
      }
      if (open) setOthers(names);
    };
    void read();
    return () => {
      open = false;
    };
  }, [pack, versions]);
  return { replaces: entry ? { entry, pack: before } : null, others };
}

/** `null` where its file is not there any more. */
async function packOf({ id }: PackEntry): Promise<Pack | null> {
  const text = await packText(id);
  const result = text === null ? null : await readPack(text);
  return result?.ok ? result.pack : null;
}
