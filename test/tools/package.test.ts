import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "../support/cli.js";

const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

describe("the package", () => {
  it("has the same types for who resolves by exports and for who does not, as CommonJS projects of CDKTF", () => {
    const typed = Object.entries<{ types?: string }>(manifest.exports).flatMap(([name, { types }]) =>
      types === undefined ? [] : [[name.slice(2), [types.slice(2)]] as const],
    );
    expect(manifest.typesVersions).toEqual({ "*": Object.fromEntries(typed) });
  });

  it("holds the pages that its hints and its README name", () => {
    const within = (page: string): boolean =>
      manifest.files.some((entry: string) => page.startsWith(`${entry}/`) || (entry === "docs/*.md" && /^docs\/[^/]+\.md$/.test(page)));
    const texts = ["README.md", "model/errors.ts", "model/documents/project.ts"].map((file) => readFileSync(join(ROOT, file), "utf8"));
    const pages = new Set(texts.flatMap((text) => text.match(/\bdocs\/[\w/-]+\.md\b/g) ?? []));
    expect(pages.size).toBeGreaterThan(5);
    for (const page of pages) expect([page, existsSync(join(ROOT, page)), within(page)]).toEqual([page, true, true]);
  });
});

describe("prepare", () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "bulwark-prepare-"));
    mkdirSync(at("tools"));
    copyFileSync(join(ROOT, "tools/prepare.mjs"), at("tools/prepare.mjs"));
    copyFileSync(join(ROOT, "package.json"), at("package.json"));
    const log =
      'import { appendFileSync } from "node:fs"; appendFileSync("calls", `${process.argv.slice(2, 4).join(" ")} ${process.env.npm_config_global} ${process.env.NODE_ENV}\\n`)';
    writeFileSync(at("npm-cli.js"), log);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** What npm is called for, each with the settings it gets. */
  function calls(settings: Readonly<Record<string, string>>): readonly string[] {
    const env = { PATH: process.env.PATH, npm_execpath: at("npm-cli.js"), ...settings };
    const ended = spawnSync(process.execPath, [at("tools/prepare.mjs")], { env, encoding: "utf8" });
    expect([ended.status, ended.stderr]).toEqual([0, ""]);
    return readFileSync(at("calls"), "utf8").trimEnd().split("\n");
  }

  function installed(): void {
    for (const name of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })) {
      const path = at(`node_modules/${name}/package.json`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, "{}");
    }
  }

  it("builds, and no more, where what the build takes is there", () => {
    installed();
    expect(calls({})).toEqual(["run build undefined undefined"]);
  });

  it("fetches it first where npm is told to install globally, under which it installs no devDependencies", () => {
    expect(calls({ npm_config_global: "true" })).toEqual(["ci --include=dev undefined undefined", "run build undefined undefined"]);
  });

  it("takes it away again for who wants none of it", () => {
    const three = ["ci --include=dev undefined undefined", "run build undefined undefined", "prune --omit=dev undefined undefined"];
    expect(calls({ NODE_ENV: "production" })).toEqual(three);
    rmSync(at("calls"));
    expect(calls({ npm_config_omit: "dev" })).toEqual(three);
  });
});
