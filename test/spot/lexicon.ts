/** A small lexicon of our own for the spotter's tests: every kind of form, no dependence on the bundled analysis. */
import type { Alias, Cue, Decoy, NameSource } from "../../src/pack/types.ts";
import { compileLexicon } from "../../src/spot/names/lexicon.ts";

type Options = Partial<Omit<Decoy, "text">>;

const form = (text: string, options: Options = {}): Decoy => ({ text, lang: "mul", ...options });

interface Parts {
  decoys?: Decoy[];
  for?: Cue[];
  against?: Cue[];
}

const entity = (id: string, aliases: Alias[], parts: Parts = {}) => ({
  id,
  aliases,
  decoys: parts.decoys ?? [],
  cues: { for: parts.for ?? [], against: parts.against ?? [] },
});

export const source: NameSource = {
  entities: [
    entity(
      "ttp",
      [
        form("Tehreek-i-Taliban Pakistan"),
        form("Pakistani Taliban"),
        form("TTP", { case: "exact", trust: "context" }),
        form("تحریک طالبان پاکستان", { lang: "ur" }),
        form("ٹی.ٹی.پی", { lang: "ur" }),
      ],
      {
        for: [
          { text: "Pakistan", chooses: false },
          { text: "in Pakistan", weight: 2 },
          { text: "Mehsud" },
          { text: "Swat", case: "capital", weight: 2 },
        ],
        against: [{ text: "platelet", weight: 3 }],
        decoys: [form("thrombotic thrombocytopenic purpura")],
      },
    ),
    entity(
      "daesh",
      [
        form("Daesh"),
        form("Da'esh"),
        form("داعش", { lang: "ar" }),
        form("伊斯兰国", { lang: "zh" }),
        form("Islamic State", { case: "exact" }),
        form("IS", { case: "exact", trust: "context" }),
      ],
      { for: [{ text: "militants" }], decoys: [form("Daesh al-Qaeda talks", { apart: true })] },
    ),
    entity("al-qaeda", [form("al-Qaeda"), form("القاعدة", { lang: "ar" }), form("アルカイダ")], {
      decoys: [form("al-Qaeda in Iraq")],
    }),
    entity("council", [form("UN Security Council"), form("UNSC", { case: "exact" })]),
    entity(
      "author",
      [
        form("Ada Reed", { case: "capital", trust: "context" }),
        form("Reed", { case: "capital", trust: "surname" }),
      ],
      { for: [{ text: "novelist", weight: 3 }] },
    ),
    entity("college", [form("Wolfson College, Cambridge"), form("Collège d'Islamabad"), form("Islamabad")]),
    entity("agency", [
      form("R&AW", { case: "exact" }),
      form("Lashkar (LeT)"),
      form("LeT/JuD"),
      form("C++ Guild"),
      form("Go!"),
      form("#Voice"),
      form("Daesh al-Qaeda"),
      form("A – (B)"),
    ]),
    entity("swat", [form("Swat", { case: "capital" })]),
    entity("afghan-taliban", [form("Afghan Taliban")], { for: [{ text: "Kabul", case: "capital" }] }),
  ],
  ambiguities: [
    {
      id: "taliban",
      aliases: [form("Taliban"), form("طالبان"), form("塔利班"), form("Талибан")],
      among: ["afghan-taliban", "ttp"],
    },
  ],
};

export const lexicon = compileLexicon(source);
