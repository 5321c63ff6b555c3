import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { bundleBackend } from "../../constructs/base/bundle.js";
import { zipOf } from "../../constructs/base/zip.js";

/** Reads an archive the way an unzipper does: from the end record to the directory to the file. */
function unzip(archive: Buffer): { readonly name: string; readonly content: Buffer; readonly crc: number; readonly mode: number } {
  const end = archive.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const central = archive.readUInt32LE(end + 16);
  expect(archive.readUInt32LE(central)).toBe(0x02014b50);
  const local = archive.readUInt32LE(central + 42);
  expect(archive.readUInt32LE(local)).toBe(0x04034b50);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  return {
    name: archive.toString("utf8", central + 46, central + 46 + archive.readUInt16LE(central + 28)),
    content: archive.subarray(start, start + archive.readUInt32LE(central + 24)),
    crc: archive.readUInt32LE(central + 16),
    mode: archive.readUInt32LE(central + 38) >>> 16,
  };
}

describe("a deployment package", () => {
  it("holds what was put in, readable by the function's user, with the checksum of zlib", () => {
    const content = Buffer.from("export const handler = () => 1;\n");
    const file = unzip(zipOf("index.mjs", content));
    expect(file).toMatchObject({ name: "index.mjs", mode: 0o100644 });
    expect(file.content.equals(content)).toBe(true);
    if (typeof crc32 === "function") expect(file.crc).toBe(crc32(content));
  });

  it("is the same for the same source, and is made once", () => {
    expect(zipOf("a", Buffer.from("x")).equals(zipOf("a", Buffer.from("x")))).toBe(true);
    expect(bundleBackend("provisioning/handler")).toBe(bundleBackend("provisioning/handler"));
  });

  it("names neither the machine nor the sources' place", () => {
    expect(readFileSync(bundleBackend("provisioning/handler").path).includes(process.cwd())).toBe(false);
  });

  it("starts on its own and refuses to work without a registry", async () => {
    const folder = mkdtempSync(join(tmpdir(), "bulwark-hook-"));
    try {
      const { content, name } = unzip(readFileSync(bundleBackend("provisioning/handler").path));
      const path = join(folder, name);
      writeFileSync(path, content);
      const module = (await import(pathToFileURL(path).href)) as { handler: (event: unknown) => Promise<unknown> };
      await expect(module.handler({ parameters: { SerialNumber: "1" } })).rejects.toThrow("REGISTRY_TABLE");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.each([
    ["detection/handler", "ALARM_BUS is not set", { Records: [] }],
    ["record/handler", "REMINDER_GROUP is not set", { action: "open" }],
  ])("%s starts on its own, needs no package, and says what is missing", async (entry, missing, event) => {
    const folder = mkdtempSync(join(tmpdir(), "bulwark-handler-"));
    try {
      const { content, name } = unzip(readFileSync(bundleBackend(entry).path));
      expect(
        [...content.toString("utf8").matchAll(/from\s*"([^"]+)"/g)].map(([, from]) => from).filter((from) => !from?.startsWith("node:")),
      ).toEqual([]);
      writeFileSync(join(folder, name), content);
      const module = (await import(pathToFileURL(join(folder, name)).href)) as { handler: (given: unknown) => Promise<unknown> };
      await expect(module.handler(event)).rejects.toThrow(missing);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("cannot be made of a handler that is not there", () => {
    expect(() => bundleBackend("provisioning/nothing")).toThrow("backend/provisioning/nothing is not part of this installation");
  });
});
