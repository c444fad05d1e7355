/** An analysis that is installed beside the bundled one, which knows one of its entities, and what is read of pages that show both. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect } from "vitest";
import { packOf } from "../background/packs/pack.ts";
import { install, removePacks } from "../harness/driver/packs.ts";
import { inPage } from "../harness/driver/shared.ts";
import type { Session } from "./session.ts";

export const name = (text: string) => ({ text, lang: "en" });
const said = (id: string, text: string) => ({
  ...{ id, text, stance: "reported" as const, by: "A. Writer", passages: ["p1"] },
});
const harbours = packOf(
  "harbours",
  [
    {
      id: "guild",
      name: "Lantern Guild",
      aliases: [name("Lantern Guild")],
      claims: [said("guild-1", "It lights the quays.")],
    },
    { id: "league", name: "Harbour League", aliases: [name("Harbour League")] },
    {
      id: "state",
      name: "The State of Harbours",
      aliases: [name("Harbour State")],
      sameAs: ["Q34490"],
      claims: [said("state-1", "It taxes the quays.")],
    },
  ],
  {
    relations: [{ ...said("tie", "It pays the league."), from: "guild", type: "allied-with", to: "league" }],
    events: [{ ...said("met", "They met at the quay."), date: "2024", sequence: 1, entities: ["guild"] }],
  },
);

/** It is installed for all tests of a file. */
export function useHarbours(session: Pick<Session, "driver">): void {
  beforeAll(async () => {
    expect(await install(session.driver, harbours)).toMatchObject({ ok: true });
  });
  afterAll(async () => {
    await session.driver.change({ type: "reset" });
    await removePacks(session.driver);
  });
}

export const says = (page: Page, selector: string) =>
  inPage(page, (wanted: string) => document.querySelector(wanted)?.textContent ?? "", selector);
export const rows = (page: Page) =>
  inPage(page, () => [...document.querySelectorAll(".result")].map(({ textContent }) => textContent ?? ""));
