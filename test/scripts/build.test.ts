import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CONTENT_BUDGET, checkContentBundle } from "../../scripts/checks/content.ts";
import { packageOf } from "../../scripts/lib/licences.ts";
import { manifestFor, minimumVersions, readManifest } from "../../scripts/lib/manifest.ts";
import { type Server, serve } from "../harness/serve.ts";

describe("the manifest", () => {
  test("each browser sees its own background, and nothing of the other's", async () => {
    const manifest = await readManifest();
    const chromium = manifestFor("chromium", manifest);
    const firefox = manifestFor("firefox", manifest);
    expect(chromium.background).toEqual({ service_worker: "background.js" });
    expect(chromium).not.toHaveProperty("browser_specific_settings");
    expect(firefox.background).toEqual({ scripts: ["background.js"] });
    expect(firefox).not.toHaveProperty("minimum_chrome_version");
    expect(minimumVersions(manifest)).toEqual({ chromium: "140", firefox: "150" });
  });

  test("asks for little: no page beyond those that are marked, nothing that a page can load", async () => {
    const manifest = await readManifest();
    expect(manifest.permissions).toEqual(["storage", "activeTab", "scripting", "contextMenus"]);
    const [script] = manifest.content_scripts as Array<{ matches: string[] }>;
    expect(manifestFor("chromium", manifest).host_permissions).toEqual(script!.matches);
    expect(manifestFor("firefox", manifest)).not.toHaveProperty("host_permissions");
    expect(manifest).not.toHaveProperty("web_accessible_resources");
  });
});

describe("the content script", () => {
  const bundle = (text: string, inputs: string[] = []) => ({
    name: "content.js",
    text,
    metafile: {
      inputs: Object.fromEntries(inputs.map((path) => [path, {}])),
      outputs: {},
    } as unknown as Metafile,
  });

  test("is refused when it holds what only the extension's pages need", () => {
    const inputs = [
      "node_modules/fuse.js/dist/fuse.mjs",
      "src/popup/Popup.tsx",
      "src/content/card/view/Card.tsx",
    ];
    expect(checkContentBundle(bundle("", inputs))).toHaveLength(2);
  });

  test("is refused when it is not plain ASCII", () => {
    expect(checkContentBundle(bundle('"\uffff"'))).toEqual(["content.js: must be plain ASCII"]);
  });

  test("is refused beyond its budget", () => {
    let noise = "";
    for (let n = 1; noise.length < CONTENT_BUDGET * 3; n = (n * 48271) % 2147483647) noise += n.toString(36);
    expect(checkContentBundle(bundle(noise))[0]).toContain("bytes gzipped");
  });
});

test("the package of a path", () => {
  expect(packageOf("node_modules/preact/hooks/dist/hooks.mjs")).toBe("preact");
  expect(packageOf("node_modules/@preact/core/dist/x.mjs")).toBe("@preact/core");
  expect(packageOf("src/spot/letters/fold.ts")).toBeNull();
});

describe("the server", () => {
  let folder: string;
  let server: Server;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "sidelight-serve-"));
    await writeFile(join(folder, "plain.html"), "<p>é</p>");
    await writeFile(join(folder, "old.html"), Buffer.from('<meta charset="latin1"><p>\xe9</p>', "latin1"));
    server = await serve({ a: folder });
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });
  const get = (path: string) => fetch(`${server.address}${path}`);

  test("says UTF-8 where it is, and leaves it to pages that declare another encoding", async () => {
    expect((await get("a/plain.html")).headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect((await get("a/old.html")).headers.get("content-type")).toBe("text/html");
  });

  test("serves nothing outside of its folders", async () => {
    for (const path of [
      "a/../../etc/passwd",
      "a/..%2f..%2fetc%2fpasswd",
      "b/plain.html",
      "a/",
      "constructor/x",
    ])
      expect((await get(path)).status).toBe(404);
  });
});
