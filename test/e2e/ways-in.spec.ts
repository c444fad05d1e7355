/**
 * The ways to the analysis that are the browser's own: the keyword in the address bar, the context menu of a selection, the
 * key for the popup. No driver types into an address bar or clicks a menu; what these tell the extension is told it here.
 */
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { inPage, until } from "../harness/driver/shared.ts";
import type { KeywordPlace, WebPage } from "../harness/driver/types.ts";
import { useBrowser, wasRead } from "./session.ts";

// A browser of its own: the address bar is typed in, and the extension replaced.
const session = useBrowser({});
let web: WebPage;

beforeEach(async () => {
  web = await session.visit("sections.html");
  await wasRead(session.driver, web);
  await web.page.bringToFront();
});

afterEach(async () => {
  await session.driver.inExtension(async ({ extension, tabs }) => {
    for (const view of extension.getViews({ type: "popup" })) view.close();
    for (const { id, url } of await tabs.query({})) if (url?.includes("/popup.html")) await tabs.remove(id!);
  });
});

interface View {
  /** From the file's name on. */
  address: string;
  entity: string | null;
  query: string | undefined;
  best: string | undefined;
  entities: number;
}

/** What the popups show: those over a page, or those in tabs. */
function popups(where: "popup" | "tab"): Promise<View[]> {
  return session.driver.inExtension(({ extension }, type: "popup" | "tab") => {
    const views = extension.getViews({ type }).filter((view) => view.location.pathname === "/popup.html");
    return views.map(({ document, location }) => ({
      address: location.href.slice(location.origin.length + 1),
      entity: document.querySelector("#entity-heading")?.textContent ?? null,
      query: document.querySelector<HTMLInputElement>("#search")?.value,
      best: document.querySelector<HTMLElement>(".result[aria-selected=true]")?.dataset.entity,
      entities: document.querySelectorAll(".page-entity").length,
    }));
  }, where);
}

function tabInFront(): Promise<string | undefined> {
  return session.driver.inExtension(async ({ tabs }) => (await tabs.query({ active: true }))[0]?.url);
}

describe("the keyword in the address bar", () => {
  test("the search stands under it, in the form that the browser reads", async () => {
    const lines = await session.driver.extension.typeAfterKeyword("tehrik");
    const { description } = lines.find(({ content }) => content === "Afghan Taliban")!;
    if (inject("browser") === "chromium") expect(description).toMatch(/<match>Tehrik<\/match>/);
    else expect(description).not.toMatch(/[<>]/);
  });

  test.each<[KeywordPlace, boolean]>([
    ["newForegroundTab", true],
    ["newBackgroundTab", false],
    ["currentTab", true],
  ])("what is chosen opens as the reader wants it: %s", async (where, inFront) => {
    await session.driver.extension.typeAfterKeyword("al kaida");
    await session.driver.extension.enterAfterKeyword("al kaida", where);
    const [view] = await until("the entity", async () => {
      const views = await popups("tab");
      return views.some(({ entity }) => entity !== null) ? views : null;
    });
    expect(view!.address).toBe("popup.html#entity=al-qaeda");
    expect(view!.entity).toMatch(/qaeda/i);
    expect((await tabInFront())?.endsWith("popup.html#entity=al-qaeda")).toBe(inFront);
    const isThere = await session.driver.inExtension(async ({ tabs }) =>
      (await tabs.query({})).some(({ url }) => url?.includes("sections.html")),
    );
    expect(isThere).toBe(where !== "currentTab");
  });

  test("what is found nowhere is searched for on a page of its own", async () => {
    await session.driver.extension.typeAfterKeyword("qqqq zzzz");
    await session.driver.extension.enterAfterKeyword("qqqq zzzz", "newForegroundTab");
    await until("the search", async () => (await popups("tab")).some(({ query }) => query === "qqqq zzzz"));
  });
});

describe("the entry of the context menu", () => {
  const isThere = () =>
    session.driver.inExtension(({ contextMenus }) =>
      contextMenus.update("look-up", { enabled: true }).then(
        () => true,
        () => false,
      ),
    );

  test("opens the popup over the page, and in it what was selected is searched for", async () => {
    await session.driver.extension.chooseMenu("look-up", "  al\n kaida ");
    const [view] = await until("the popup", async () => {
      const views = await popups("popup");
      return views.some(({ best }) => best === "al-qaeda") ? views : null;
    });
    expect(view).toMatchObject({ address: "popup.html", query: "al kaida" });
    expect(await popups("tab")).toEqual([]);
  });

  test("is there after the background has slept and woken, after an update, and switched off and on", async () => {
    await until("the entry", isThere);
    await session.driver.extension.stopBackground();
    await session.driver.extension.chooseMenu("look-up", "daish");
    await until("the popup", async () => (await popups("popup")).some(({ best }) => best === "daesh"));
    expect(await isThere()).toBe(true);

    const { replace, enable } = session.driver.extension;
    const offAndOn = async () => {
      await enable(false);
      await enable(true);
    };
    for (const begin of [replace, offAndOn]) {
      await begin();
      await until("the entry", isThere);
    }
  });
});

test("the key for the popup is one of its own, and the options show it", async () => {
  const commands = await session.driver.inExtension((api) => api.commands.getAll());
  const keys = commands.map(({ shortcut }) => shortcut);
  expect(commands.find(({ name }) => name === "_execute_action")?.shortcut).toBe("Alt+Shift+Comma");
  expect(keys).not.toContain("");
  expect(new Set(keys).size).toBe(keys.length);
  const options = await session.visitOwn("options.html");
  const rule = await until("the row", () =>
    inPage(options, () => {
      const rows = [...document.querySelectorAll(".rule")];
      return rows.find((row) => row.textContent?.includes("Open Sidelight’s popup"))?.querySelector("kbd")
        ?.textContent;
    }),
  );
  expect(rule).toBe("Alt+Shift+Comma");
});
