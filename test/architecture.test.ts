import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");

/** Which rooms a room may import from; docs/decisions/0001-rooms.md says why. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: [],
  backend: ["model"],
  policies: ["model"],
  constructs: ["model"],
  simulator: ["model", "backend"],
  report: ["model"],
  cli: ["model", "backend", "policies", "constructs", "simulator", "report"],
};

/** Third-party packages a room may use; rooms not named here are free. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = { model: ["zod", "yaml"], backend: [], report: ["picocolors"] };

const NODE_BUILTINS_FORBIDDEN = ["model"];

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return path.endsWith(".ts") && !path.endsWith(".d.ts") ? [path] : [];
  });
}

function importsOf(path: string): string[] {
  return ts.preProcessFile(readFileSync(path, "utf8"), true, true).importedFiles.map((file) => file.fileName);
}

const roomOf = (path: string): string => relative(ROOT, path).split("/")[0] ?? "";

/** Every breach of the layering in one room, as `file imports what`. */
function breaches(room: string): string[] {
  return sources(join(ROOT, room)).flatMap((path) =>
    importsOf(path)
      .filter((specifier) => !isAllowed(room, path, specifier))
      .map((specifier) => `${relative(ROOT, path)} imports ${specifier}`),
  );
}

function isAllowed(room: string, path: string, specifier: string): boolean {
  if (specifier.startsWith(".")) {
    const target = roomOf(resolve(path, "..", specifier));
    return target === room || (ALLOWED[room] ?? []).includes(target);
  }
  if (specifier.startsWith("node:")) return !NODE_BUILTINS_FORBIDDEN.includes(room);
  const packages = PACKAGES[room];
  const name = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
  return packages === undefined || packages.includes(name);
}

describe("the rooms import only downward", () => {
  for (const room of Object.keys(ALLOWED)) {
    it(`${room} keeps to its imports`, () => {
      expect(sources(join(ROOT, room)).length).toBeGreaterThan(0);
      expect(breaches(room)).toEqual([]);
    });
  }

  it("catches a breach, so an empty list means something", () => {
    expect(isAllowed("constructs", join(ROOT, "constructs/index.ts"), "../policies/index.js")).toBe(false);
    expect(isAllowed("model", join(ROOT, "model/index.ts"), "node:fs")).toBe(false);
    expect(isAllowed("simulator", join(ROOT, "simulator/index.ts"), "../constructs/index.js")).toBe(false);
  });

  it("keeps the dual-stack imports: nothing but #tf and #aws/* reaches Terraform bindings", () => {
    const direct = sources(join(ROOT, "constructs")).flatMap((path) =>
      importsOf(path)
        .filter((specifier) => /^(cdktf|cdktn|@cdktf\/|@cdktn\/)/.test(specifier))
        .map((specifier) => `${relative(ROOT, path)} imports ${specifier}`),
    );
    expect(direct).toEqual([]);
  });
});
