/** Text that changes around a name, or is made anew: the mention is known again, and gone only when the name is gone. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { textsOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { WebPage } from "../harness/driver/types.ts";
import { useBrowser, wasRead } from "./session.ts";

const session = useBrowser();
let web: WebPage;

beforeEach(async () => {
  web = await session.visit("living.html");
  await wasRead(session.driver, web);
});
afterEach(async () => {
  expect(web.errors).toEqual([]);
});

const mentions = async () => (await session.driver.summary(web))?.mentions ?? [];

/** Waits until the page is read and these texts are its mentions, in order; answers their ids. */
async function idsOf(...texts: string[]): Promise<string[]> {
  let last: string[] = [];
  return until(`the mentions ${texts}`, async () => {
    const all = await mentions();
    last = all.map(({ text }) => text);
    return last.join("|") === texts.join("|") ? all.map(({ id }) => id) : null;
  }).catch((error: Error) => {
    throw new Error(`${error.message}; there were ${last}`);
  });
}

/** Fills the page, and answers the ids of the mentions. */
async function fill(markup: string, ...texts: string[]): Promise<string[]> {
  await inPage(
    web.page,
    (inner: string) => {
      document.body.innerHTML = inner;
    },
    markup,
  );
  return idsOf(...texts);
}

/** The words behind a mention are these, so the change has been read. */
const reads = (words: string) =>
  until(`“${words}” to be read`, async () => (await mentions()).some(({ after }) => after.includes(words)));

const COUNCIL = "UN Security Council";

describe("the same mention", () => {
  test("a counter in a text node of its own: not even the paint goes", async () => {
    const ids = await fill("<p>The UN Security Council met <i>0</i> s ago.</p>", COUNCIL);
    await until("the mark", async () => (await textsOf(web.page)).join() === COUNCIL);
    const painted = await inPage(web.page, async () => {
      (document.querySelector("i")!.firstChild as Text).data = "1";
      // The observers of the change run in this turn.
      await Promise.resolve();
      return [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
    });
    expect(painted).toBe(1);
    await reads("met 1 s ago");
    expect(await idsOf(COUNCIL)).toEqual(ids);
  });

  test.each([
    [
      "text written before it",
      () => (document.querySelector("p")!.firstChild as Text).insertData(0, "Now: "),
    ],
    [
      "all of the text set again",
      () => {
        document.querySelector("p")!.textContent = "Now: the UN Security Council met 1 s ago.";
      },
    ],
    [
      "another paragraph in its place",
      () => {
        const other = document.createElement("p");
        other.textContent = "Late, the UN Security Council met 0 s ago.";
        document.querySelector("p")!.replaceWith(other);
      },
    ],
    [
      "the whole body made anew",
      () => {
        const { innerHTML } = document.body;
        document.body.innerHTML = `<main>${innerHTML}</main>`;
      },
    ],
    [
      "its text node put into another block",
      () => {
        const other = document.createElement("li");
        document.body.append(other);
        other.append(document.querySelector("p")!.firstChild!, " More.");
      },
    ],
    ["a class within the paragraph", () => document.querySelector("p")!.classList.toggle("x")],
  ])("%s", async (_, change) => {
    const ids = await fill("<p>The UN Security Council met 0 s ago.</p>", COUNCIL);
    await inPage(web.page, change);
    await inPage(web.page, () => document.body.append("Daesh"));
    const after = await idsOf(COUNCIL, "Daesh");
    expect(after[0]).toBe(ids[0]);
    expect((await textsOf(web.page)).join()).toBe(`${COUNCIL},Daesh`);
  });

  test("of several of one name, each keeps its place", async () => {
    const ids = await fill("<p>Daesh, <b>0</b> Daesh and al-Qaeda.</p>", "Daesh", "Daesh", "al-Qaeda");
    await inPage(web.page, () => {
      document.querySelector("p")!.innerHTML = "So Daesh, <b>1</b> Daesh and al-Qaeda.";
    });
    await reads("and al-Qaeda.");
    await until("the change", async () => (await mentions())[0]!.before.startsWith("So"));
    expect(await idsOf("Daesh", "Daesh", "al-Qaeda")).toEqual(ids);
  });
});

describe("another one", () => {
  test("another name in the same place", async () => {
    const ids = await fill("<p>So Daesh said.</p>", "Daesh");
    await inPage(web.page, () => {
      (document.querySelector("p")!.firstChild as Text).data = "So al-Qaeda said.";
    });
    expect(await idsOf("al-Qaeda")).not.toEqual(ids);
  });

  test("the same name in other words elsewhere, when the first is gone", async () => {
    const ids = await fill("<p>So Daesh said.</p><p>Empty.</p>", "Daesh");
    await inPage(web.page, () => {
      document.querySelector("p")!.remove();
      document.querySelector("p")!.textContent = "Then Daesh was asked.";
    });
    expect(await idsOf("Daesh")).not.toEqual(ids);
  });
});

test("what has gone into a frame's document is not listed any more", async () => {
  await fill("<p>So Daesh said.</p><p>Then al-Qaeda was asked.</p><iframe></iframe>", "Daesh", "al-Qaeda");
  await inPage(web.page, () => {
    document.querySelector("iframe")!.contentDocument!.body.append(document.querySelector("p")!);
  });
  await idsOf("al-Qaeda");
});

test("more mentions than a page is kept of: as many as there is room for, and others when there is room again", async () => {
  const counts = (daesh: number, qaeda: number, capped: boolean) =>
    until(`${daesh} and ${qaeda}`, async () => {
      const summary = await session.driver.summary(web);
      const of = (id: string) => summary?.entities.find(({ entity }) => entity === id)?.count ?? 0;
      return of("daesh") === daesh && of("al-qaeda") === qaeda && summary?.capped === capped;
    });
  await inPage(web.page, () => {
    document.body.innerHTML = `<p>${"Daesh, ".repeat(5_200)}</p><p>${"al-Qaeda, ".repeat(20)}</p>`;
  });
  await counts(5_000, 0, true);
  await inPage(web.page, () => {
    document.querySelector("p")!.textContent = "Daesh, ".repeat(4_990);
  });
  // The list that is handed over is shorter than what is known.
  await counts(4_990, 10, true);
  await inPage(web.page, () => {
    document.querySelector("p")!.textContent = "Daesh";
  });
  await counts(1, 20, false);
});
