import { execFileSync, spawn, spawnSync } from "node:child_process";
import { lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readText, writeWhole } from "../../cli/files.js";
import { BulwarkError } from "../../model/errors.js";
import { reportAbsent } from "../support/absent-tools.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bulwark-files-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

function errorOf(action: () => void): BulwarkError {
  try {
    action();
  } catch (thrown) {
    if (thrown instanceof BulwarkError) return thrown;
    throw thrown;
  }
  throw new Error("nothing was thrown");
}

const fifos = spawnSync("mkfifo", ["--version"]).error === undefined;
if (!fifos) reportAbsent("mkfifo", "reports written into a pipe");

describe("a report is written to a file", () => {
  it("makes the folders that are missing", () => {
    writeWhole(at("a/b/report.json"), "new");
    expect(readFileSync(at("a/b/report.json"), "utf8")).toBe("new");
  });

  it("keeps the mode of the file that it replaces", () => {
    writeFileSync(at("private.json"), "old", { mode: 0o600 });
    writeWhole(at("private.json"), "new");
    expect([readFileSync(at("private.json"), "utf8"), statSync(at("private.json")).mode & 0o777]).toEqual(["new", 0o600]);
  });

  it("writes through a symbolic link, also one whose file is not there yet", () => {
    mkdirSync(at("real"));
    writeFileSync(at("real/known.json"), "old");
    symlinkSync(at("real/known.json"), at("link.json"));
    symlinkSync(at("real/later.json"), at("dangling.json"));
    for (const name of ["link.json", "dangling.json"]) {
      writeWhole(at(name), "new");
      expect(lstatSync(at(name)).isSymbolicLink()).toBe(true);
    }
    expect([readFileSync(at("real/known.json"), "utf8"), readFileSync(at("real/later.json"), "utf8")]).toEqual(["new", "new"]);
  });

  it.runIf(fifos)("writes into a pipe, whose reader gets the whole", async () => {
    execFileSync("mkfifo", [at("pipe")]);
    const reader = spawn("cat", [at("pipe")], { stdio: ["ignore", "pipe", "ignore"] });
    let seen = "";
    reader.stdout.on("data", (chunk: Buffer) => {
      seen += chunk;
    });
    const ended = new Promise((done) => reader.on("close", done));
    const text = "line\n".repeat(50_000);
    writeWhole(at("pipe"), text);
    await ended;
    expect([seen === text, lstatSync(at("pipe")).isFIFO()]).toEqual([true, true]);
  });

  it("says which folder cannot be made, and that a folder is no file", () => {
    writeFileSync(at("plain"), "");
    expect(errorOf(() => writeWhole(at("plain/x/report.json"), "new")).message).toMatch(/report\.json: cannot be written \(.*plain\/x/);
    expect(errorOf(() => writeWhole(at("real"), "new")).message).toContain("it is a folder");
  });

  it.runIf(process.platform === "linux")("ends where no folder can ever be made", () => {
    expect(errorOf(() => writeWhole("/proc/bulwark-absent/y/report.json", "new")).code).toBe("BW_FILE_UNWRITABLE");
  });
});

describe("a file named by an option", () => {
  it("is read as inputs are: UTF-8 and UTF-16 with a byte order mark, and nothing else", () => {
    for (const encoding of ["utf8", "utf16le"] as const) {
      writeFileSync(at("text.yaml"), Buffer.from("\uFEFFkind: Waivers", encoding));
      expect(readText(at("text.yaml"))).toBe("kind: Waivers");
    }
    writeFileSync(at("binary"), Buffer.from([0, 1, 2]));
    expect(errorOf(() => readText(at("binary"))).code).toBe("BW_FILE_BINARY");
  });
});
