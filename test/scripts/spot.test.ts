/** `npm run spot`: what it prints of several files, packed ones and those that are not there among them. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { inRoot } from "../../scripts/lib/paths.ts";

interface Result {
  code: number;
  out: string[];
  err: string[];
}

const spot = (...args: string[]): Promise<Result> =>
  new Promise((done) => {
    const script = [inRoot("node_modules/tsx/dist/cli.mjs"), inRoot("scripts/spot.ts"), ...args];
    execFile(process.execPath, script, (error, out, err) => {
      const lines = (text: string) => text.split("\n").filter((line) => line !== "");
      done({ code: Number(error?.code ?? 0), out: lines(out), err: lines(err) });
    });
  });

test("each file is a line of JSON, unpacked where it is packed; what cannot be read is told, and ends it with 1", async () => {
  const folder = await mkdtemp(join(tmpdir(), "spot-"));
  const [plain, packed, none, gone] = ["a.txt", "b.gz", "c.txt", "gone.txt"].map((name) =>
    join(folder, name),
  );
  await writeFile(plain!, "Nobody met the Pakistani Taliban.");
  await writeFile(packed!, gzipSync("“Daesh” in a manual"));
  await writeFile(none!, "No name.");
  const { code, out, err } = await spot("--json", plain!, packed!, gone!, none!);
  await rm(folder, { recursive: true });
  expect(out.map((line) => JSON.parse(line) as object)).toEqual([
    { file: plain, mentions: [expect.objectContaining({ entity: "ttp", start: 15, end: 32 })] },
    { file: packed, mentions: [expect.objectContaining({ entity: "daesh", start: 1, text: "Daesh" })] },
    { file: none, mentions: [] },
  ]);
  expect(err).toHaveLength(1);
  expect(err[0]).toContain(gone);
  expect(code).toBe(1);
}, 60_000);
