import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { afterAll, describe, expect, it } from "vitest";
import { DOCUMENT_KINDS, parseDocuments, parseYaml } from "../../model/documents/index.js";

const ROOT = resolve(import.meta.dirname, "../..");
const SCHEMAS = join(ROOT, "docs/schemas");
const DOSSIER = join(ROOT, "examples/smart-home/dossier");

const fileOf = (kind: string): string => `${kind.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase()}.schema.json`;
const schemaOf = (kind: string): { readonly $id: string; readonly title: string } =>
  JSON.parse(readFileSync(join(SCHEMAS, fileOf(kind)), "utf8"));

const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
formats.default(ajv);
const validators = new Map(DOCUMENT_KINDS.map((kind) => [kind as string, ajv.compile(schemaOf(kind))]));

function errorsOf(value: unknown): readonly string[] {
  const validate = validators.get((value as { readonly kind: string }).kind);
  if (validate === undefined) return ["no schema for this kind"];
  validate(value);
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

describe("the JSON Schemas for editors", () => {
  it("exist for each kind with an id and a title", () => {
    for (const kind of DOCUMENT_KINDS)
      expect(schemaOf(kind)).toMatchObject({ $id: `urn:iot-bulwark:schema:${fileOf(kind).replace(".schema.json", "")}`, title: kind });
  });

  it("accept every document of the example", () => {
    const values = readdirSync(DOSSIER).flatMap((file) =>
      parseYaml(readFileSync(join(DOSSIER, file), "utf8"), file).map((document) => document.value),
    );
    expect(values.length).toBeGreaterThan(15);
    expect(values.flatMap(errorsOf)).toEqual([]);
  });

  it("refuse unknown keys, wrong types and values out of range, as the reader does", () => {
    const text = readFileSync(join(DOSSIER, "rollout.yaml"), "utf8");
    for (const [from, to] of [
      ["owner:", "ownr:"],
      ["timeoutMinutes: 60", "timeoutMinutes: soon"],
      ["maximumPerMinute: 1000", "maximumPerMinute: 5000"],
      ["failureType: ALL", "failureType: SOME"],
    ] as const) {
      const changed = text.replace(from, to);
      expect(changed).not.toBe(text);
      expect(errorsOf(parseYaml(changed, "r.yaml")[0]?.value), to).not.toEqual([]);
      expect(() => parseDocuments(changed, "r.yaml"), to).toThrow();
    }
  });

  it("accept the project file of the example", () => {
    const validate = ajv.compile(JSON.parse(readFileSync(join(SCHEMAS, "project.schema.json"), "utf8")));
    validate(parseYaml(readFileSync(join(ROOT, "examples/smart-home/bulwark.yaml"), "utf8"), "bulwark.yaml")[0]?.value);
    expect(validate.errors).toBeNull();
  });
});

describe("npm run generate", () => {
  const copy = mkdtempSync(join(tmpdir(), "bulwark-generate-"));
  for (const folder of ["model", "tools", "docs", "simulator", "policies", "report", "backend", "cli", "constructs", "examples", "test"])
    cpSync(join(ROOT, folder), join(copy, folder), { recursive: true });
  for (const file of ["package.json", "tsconfig.json"]) cpSync(join(ROOT, file), join(copy, file));
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"), "dir");
  afterAll(() => rmSync(copy, { recursive: true, force: true }));
  const generate = (...args: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", "tools/generate.ts", ...args], { cwd: copy, encoding: "utf8" });

  it("finds a committed file that differs from its source, names it, and mends it", () => {
    const file = join(copy, "docs/schemas/rollout.schema.json");
    const before = readFileSync(file, "utf8");
    writeFileSync(file, before.replace("Rollout", "Roll-out"));
    const checked = generate("--check", "documentSchemas");
    expect(checked.status).toBe(1);
    expect(checked.stderr).toContain("docs/schemas/rollout.schema.json differs");
    expect(readFileSync(file, "utf8")).not.toBe(before);
    expect(generate("documentSchemas").status).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  it("names the generators there are when asked for another", () => {
    const { status, stderr } = generate("nonsense");
    expect(status).toBe(2);
    expect(stderr).toMatch(/^no generator nonsense; there are documentSchemas, /);
  });

  it("agrees with the committed schemas", () => {
    const { stdout } = generate("documentSchemas", "outputSchemas");
    expect(stdout).toMatch(/^\d+ generated files, 0 written\n$/);
    for (const kind of DOCUMENT_KINDS)
      expect(readFileSync(join(copy, "docs/schemas", fileOf(kind)), "utf8")).toBe(readFileSync(join(SCHEMAS, fileOf(kind)), "utf8"));
  });
});
