import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { bundleBackend } from "../../constructs/base/bundle.js";
import { zipOf } from "../../constructs/base/zip.js";
import { unzip, type ZippedFile } from "../support/unzip.js";

/** The code of a package, in a folder of its own, as Lambda unpacks it. */
async function inFolder(content: Buffer, use: (module: string, files: readonly ZippedFile[]) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "bulwark-handler-"));
  try {
    const files = unzip(content);
    for (const file of files) writeFileSync(join(folder, file.name), file.content);
    await use(pathToFileURL(join(folder, "index.mjs")).href, files);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("a deployment package", () => {
  it("holds what was put in, readable by the function's user, with the checksum of zlib", () => {
    const content = Buffer.from("export const handler = () => 1;\n");
    const settings = Buffer.from("[]");
    const put = [["index.mjs", content] as const, ["detectors.json", settings] as const];
    const files = unzip(zipOf(put));
    expect(files.map(({ name, mode }) => [name, mode])).toEqual(put.map(([name]) => [name, 0o100644]));
    for (const [i, [, expected]] of put.entries()) {
      expect(files[i]?.content.equals(expected)).toBe(true);
      if (typeof crc32 === "function") expect(files[i]?.crc).toBe(crc32(expected));
    }
  });

  it("is the same for the same source and settings, and another for others", () => {
    const hash = (files?: Record<string, string>): string => bundleBackend("provisioning/handler", files).hash;
    expect(hash()).toBe(hash());
    expect(hash({ "a.json": "1" })).toBe(hash({ "a.json": "1" }));
    expect(new Set([hash(), hash({ "a.json": "1" }), hash({ "a.json": "2" }), hash({ "b.json": "1" })]).size).toBe(4);
  });

  it("names neither the machine nor the sources' place", () => {
    expect(bundleBackend("provisioning/handler").content.includes(process.cwd())).toBe(false);
  });

  it("starts on its own and refuses to work without a registry", async () => {
    await inFolder(bundleBackend("provisioning/handler").content, async (path) => {
      const module = (await import(path)) as { handler: (event: unknown) => Promise<unknown> };
      await expect(module.handler({ parameters: { SerialNumber: "1" } })).rejects.toThrow("REGISTRY_TABLE");
    });
  });

  it.each([
    ["detection/handler", "ALARM_BUS is not set", { Records: [] }],
    ["record/handler", "REMINDER_GROUP is not set", { action: "open" }],
  ])("%s starts on its own, needs no package, and says what is missing", async (entry, missing, event) => {
    await inFolder(bundleBackend(entry).content, async (path, [code]) => {
      expect(
        [...(code?.content.toString("utf8") ?? "").matchAll(/from\s*"([^"]+)"/g)]
          .map(([, from]) => from)
          .filter((from) => !from?.startsWith("node:")),
      ).toEqual([]);
      const module = (await import(path)) as { handler: (given: unknown) => Promise<unknown> };
      await expect(module.handler(event)).rejects.toThrow(missing);
    });
  });

  it("cannot be made of a handler that is not there", () => {
    expect(() => bundleBackend("provisioning/nothing")).toThrow("backend/provisioning/nothing is not part of this installation");
  });
});

/** What a synthesis leaves, run as a program of its own with a temporary folder of its own. */
function synthesizeMinimal(outdir: string): readonly string[] {
  const scratch = mkdtempSync(join(tmpdir(), "bulwark-scratch-"));
  try {
    const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", "test/constructs/minimal-app.ts"], {
      env: { ...process.env, TMPDIR: scratch, CDKTF_OUTDIR: outdir },
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    // tsx keeps what it has compiled, for its next start.
    return readdirSync(scratch).filter((name) => !name.startsWith("tsx-"));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

it("a synthesis leaves nothing behind but its output folder, and there no more the second time", { timeout: 120_000 }, () => {
  const outdir = mkdtempSync(join(tmpdir(), "bulwark-left-"));
  try {
    const left = (): readonly string[] => readdirSync(outdir, { recursive: true, encoding: "utf8" }).sort();
    expect(synthesizeMinimal(outdir)).toEqual([]);
    const first = left();
    expect(first.filter((path) => path.startsWith("bulwark-packages") && path.endsWith(".zip"))).toHaveLength(1);
    expect(synthesizeMinimal(outdir)).toEqual([]);
    expect(left()).toEqual(first);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
});
