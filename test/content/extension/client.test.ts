import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PageSummary } from "../../../src/messages/table.ts";

const ID = "sidelight@test";
const HOME = "moz-extension://home/";
const summary: PageSummary = {
  status: "marked",
  effort: { characters: 0, ms: 0, slices: 0 },
  entities: [],
  mentions: [],
  capped: false,
  cramped: false,
};

type Listener = (...args: unknown[]) => unknown;

function event() {
  const listeners = new Set<Listener>();
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    fire: (...args: unknown[]) => [...listeners].map((listener) => listener(...args)),
  };
}

function fakeApi() {
  return {
    i18n: {},
    runtime: {
      id: ID as string | undefined,
      getURL: (path: string) => HOME + path,
      sendMessage: vi.fn(async (_message: unknown): Promise<unknown> => ({ ok: true, revision: 1 })),
      onMessage: event(),
    },
  };
}

async function load(api: unknown) {
  vi.resetModules();
  vi.stubGlobal("browser", api);
  const client = await import("../../../src/content/extension/client.ts");
  return { ...client, ...(await import("../../../src/content/extension/stored.ts")) };
}

/** What every call does once the extension was updated under a running page. */
function invalidate(api: ReturnType<typeof fakeApi>) {
  const dead = () => {
    throw new Error("Extension context invalidated.");
  };
  api.runtime.id = undefined;
  Object.assign(api.runtime, {
    getURL: dead,
    sendMessage: dead,
    onMessage: { addListener: dead, removeListener: dead },
  });
}

let api: ReturnType<typeof fakeApi>;
beforeEach(() => {
  api = fakeApi();
});
afterEach(() => vi.unstubAllGlobals());

describe("the content script's platform", () => {
  it("outlives its extension", async () => {
    const content = await load(api);
    expect(content.alive()).toBe(true);
    const controller = new AbortController();
    content.servePage(
      {
        "page.summary": () => summary,
        "page.jump": () => true,
        "page.command": () => true,
        "page.reread": () => null,
        "page.check": () => null,
        "page.leave": () => null,
      },
      controller.signal,
    );
    invalidate(api);
    expect(content.alive()).toBe(false);
    expect(await content.readSettings()).toMatchObject({ outcome: { kind: "unreadable" } });
    expect(await content.request("page.count", { count: 1 })).toBeNull();
    expect(() => controller.abort()).not.toThrow();
  });

  it("works where there is no extension at all", async () => {
    const content = await load(undefined);
    expect(content.alive()).toBe(false);
    expect((await content.readSettings()).outcome.kind).toBe("unreadable");
  });

  it("answers null when nobody listens", async () => {
    const content = await load(api);
    api.runtime.sendMessage.mockRejectedValueOnce(new Error("Receiving end does not exist."));
    expect(await content.request("page.count", { count: 1 })).toBeNull();
  });

  it("asks for the settings again while the background is only just starting", async () => {
    vi.useFakeTimers();
    const content = await load(api);
    api.runtime.sendMessage.mockRejectedValueOnce(new Error("Receiving end does not exist."));
    api.runtime.sendMessage.mockResolvedValueOnce({ items: {}, successorEvent: "of-this-installation" });
    const outcome = content.readSettings();
    await vi.runAllTimersAsync();
    expect((await outcome).outcome.kind).toBe("absent");
    expect(content.successorEventName()).toBe("of-this-installation");
    vi.useRealTimers();
  });

  it("takes settings that the background cannot read for unreadable, at once", async () => {
    const content = await load(api);
    api.runtime.sendMessage.mockResolvedValueOnce({ items: null, successorEvent: null });
    expect((await content.readSettings()).outcome.kind).toBe("unreadable");
    expect(api.runtime.sendMessage).toHaveBeenCalledOnce();
  });

  it("takes no pack but that of its own build", async () => {
    const content = await load(api);
    api.runtime.sendMessage.mockResolvedValue({ id: "mine", text: "names" });
    expect(await content.readPack("mine")).toBe("names");
    expect(await content.readPack("another")).toBeNull();
  });
});

describe("servePage", () => {
  const left = vi.fn(() => null);
  const ask = (sender: object, message: unknown) => {
    const answers: unknown[] = [];
    api.runtime.onMessage.fire(message, sender, (answer: unknown) => answers.push(answer));
    return answers;
  };
  const serve = async () => {
    const content = await load(api);
    const controller = new AbortController();
    content.servePage(
      {
        "page.summary": () => summary,
        "page.jump": ({ id }) => id === "m1",
        "page.command": ({ command, anyway }) => anyway && command === "next",
        "page.reread": () => null,
        "page.check": () => null,
        "page.leave": left,
      },
      controller.signal,
    );
    return controller;
  };
  const question = { type: "page.summary", request: {} };

  it("answers the popup, in a tab of its own as well", async () => {
    const controller = await serve();
    expect(ask({ id: ID }, question)).toEqual([summary]);
    expect(ask({ id: ID, tab: {}, url: `${HOME}popup.html` }, question)).toEqual([summary]);
    expect(ask({ id: ID }, { type: "page.jump", request: { id: "m2" } })).toEqual([false]);
    controller.abort();
    expect(ask({ id: ID }, question)).toEqual([]);
  });

  it("answers a command only where it was followed, so that another frame can be asked", async () => {
    await serve();
    const command = (command: string, anyway: unknown) => ({
      type: "page.command",
      request: { command, anyway },
    });
    expect(ask({ id: ID }, command("next", true))).toEqual([true]);
    expect(ask({ id: ID }, command("next", false))).toEqual([]);
    expect(ask({ id: ID }, command("jump", true))).toEqual([]);
    expect(ask({ id: ID }, command("next", "yes"))).toEqual([]);
  });

  it.each([
    ["another extension", { id: "other@test" }],
    ["no one", {}],
    ["a content script", { id: ID, tab: {}, url: "https://example.org/" }],
  ])("does not answer %s", async (_name, sender) => {
    await serve();
    expect(ask(sender, question)).toEqual([]);
    expect(ask(sender, { type: "page.census", request: { token: "t" } })).toEqual([]);
    expect(api.runtime.sendMessage).not.toHaveBeenCalled();
  });

  it("does not answer strangers' messages", async () => {
    await serve();
    expect(ask({ id: ID }, { type: "page.jump", request: {} })).toEqual([]);
  });

  it("answers the census with a message of its own", async () => {
    await serve();
    expect(ask({ id: ID }, { type: "page.census", request: { token: "t" } })).toEqual([true]);
    expect(api.runtime.sendMessage).toHaveBeenCalledWith({ type: "page.here", request: { token: "t" } });
  });
});
