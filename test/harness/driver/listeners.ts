/** Who listens in a page, asked of Chromium's debugger in each content script's own world. */
import type { Page } from "puppeteer-core";

/** How many copies of content scripts listen on the window or the document of a page's top frame. */
export async function copiesListening(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  try {
    const worlds: number[] = [];
    session.on("Runtime.executionContextCreated", ({ context: { id, origin, auxData } }) => {
      const { frameId } = auxData as { frameId: string };
      if (origin.startsWith("chrome-extension:") && frameId === mainFrame) worlds.push(id);
    });
    const { frameTree } = await session.send("Page.getFrameTree");
    const mainFrame = frameTree.frame.id;
    await session.send("Runtime.enable");
    const listening = await Promise.all(worlds.map((world) => listensIn(world)));
    return listening.filter(Boolean).length;
  } finally {
    await session.detach();
  }

  async function listensIn(contextId: number): Promise<boolean> {
    for (const expression of ["window", "document"]) {
      const { result } = await session.send("Runtime.evaluate", { expression, contextId });
      const { listeners } = await session.send("DOMDebugger.getEventListeners", {
        objectId: result.objectId!,
      });
      if (listeners.length > 0) return true;
    }
    return false;
  }
}
