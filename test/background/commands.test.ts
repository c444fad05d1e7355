import { afterEach, describe, expect, it, vi } from "vitest";

const listeners: Array<(command: string, tab?: { id?: number }) => void> = [];
const sendMessage = vi.fn();
vi.mock("webextension-polyfill", () => ({
  default: {
    commands: {
      onCommand: { addListener: (listener: (typeof listeners)[number]) => listeners.push(listener) },
    },
    tabs: { sendMessage },
  },
}));
const { closeCard, serveCommands } = await import("../../src/background/commands.ts");

const message = (command: string, anyway: boolean) => ({
  type: "page.command",
  request: { command, anyway },
});

describe("closing the card of some frame", () => {
  afterEach(() => sendMessage.mockReset());

  it("asks all frames of the tab, wherever the focus is", async () => {
    sendMessage.mockResolvedValue(true);
    await closeCard(7);
    expect(sendMessage.mock.calls).toEqual([[7, message("close", true), undefined]]);
  });

  it("is nothing where nobody reads the page", async () => {
    sendMessage.mockRejectedValue(new Error("Receiving end does not exist."));
    await expect(closeCard(7)).resolves.toBeUndefined();
  });
});

describe("a command of the browser", () => {
  serveCommands();
  const press = (command: string, tab?: { id?: number }) => listeners[0]!(command, tab);
  afterEach(() => sendMessage.mockReset());

  it("goes to all frames of the page in front, and no further where one has followed it", async () => {
    sendMessage.mockResolvedValue(true);
    press("next", { id: 7 });
    await vi.waitFor(() => expect(sendMessage).toHaveBeenCalled());
    await Promise.resolve();
    expect(sendMessage.mock.calls).toEqual([[7, message("next", false), undefined]]);
  });

  it("goes to the top frame where none has the focus", async () => {
    sendMessage.mockResolvedValue(undefined);
    press("enter", { id: 7 });
    await vi.waitFor(() => expect(sendMessage).toHaveBeenCalledTimes(2));
    expect(sendMessage.mock.lastCall).toEqual([7, message("enter", true), { frameId: 0 }]);
  });

  it("is lost without a word where nobody reads the page", async () => {
    sendMessage.mockRejectedValue(new Error("Receiving end does not exist."));
    press("previous", { id: 7 });
    await vi.waitFor(() => expect(sendMessage).toHaveBeenCalledTimes(2));
    press("previous", undefined);
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });
});
