import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { BulwarkError } from "../../model/errors.js";
import { formatKey, parseAddress, parseTraversal } from "../../policies/lift/address.js";
import { liftInputs } from "../../policies/lift/index.js";
import type { JsonObject } from "../../policies/lift/normal.js";
import { liftPlan } from "../../policies/lift/plan/plan.js";
import { liftSynth } from "../../policies/lift/synth/synth.js";
import { splitTemplate, traversalsOf } from "../../policies/lift/template.js";

const PLAN = join(import.meta.dirname, "..", "fixtures", "lift", "changes", "plan.json");
const folder = mkdtempSync(join(tmpdir(), "bulwark-lift-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function errorOf(path: string): Promise<BulwarkError> {
  try {
    await liftInputs([path]);
  } catch (thrown) {
    if (thrown instanceof BulwarkError) return thrown;
    throw thrown;
  }
  throw new Error(`${path} was accepted`);
}

describe("bad input", () => {
  it.each([
    ["nothing.json", undefined, "BW_FILE_NOT_FOUND"],
    ["plan.bin", Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1]), "BW_FILE_BINARY"],
    ["latin1.json", Buffer.from([0x7b, 0xe4, 0x7d]), "BW_FILE_BINARY"],
    ["cut.json", '{\n  "format_version": "1.2",\n  "planned_values": {', "BW_JSON_INVALID"],
    ["nan.json", '{"format_version":"1.2","planned_values":NaN}', "BW_JSON_INVALID"],
    [
      "old.json",
      '{"format_version":"0.1","planned_values":{"root_module":{}},"configuration":{},"resource_changes":[]}',
      "BW_PLAN_VERSION",
    ],
    [
      "new.json",
      '{"format_version":"2.0","planned_values":{"root_module":{}},"configuration":{},"resource_changes":[]}',
      "BW_PLAN_VERSION",
    ],
    ["half.json", '{"format_version":"1.2","planned_values":{"root_module":{}},"resource_changes":[]}', "BW_PLAN_INCOMPLETE"],
    ["changes-only.json", '{"format_version":"1.2","resource_changes":[]}', "BW_PLAN_INCOMPLETE"],
    [
      "errored.json",
      '{"format_version":"1.2","planned_values":{},"configuration":{},"resource_changes":[],"errored":true}',
      "BW_PLAN_ERRORED",
    ],
    ["empty.json", "\n", "BW_FILE_EMPTY"],
    ["empty-state.json", '{"format_version":"1.0"}', "BW_STATE_FORMAT"],
    ["main.tf", 'resource "aws_sqs_queue" "q" {\n', "BW_HCL_INVALID"],
    ["prod.tfvars", 'name = "x"\n', "BW_INPUT_HCL"],
    ["log.json", '{"@level":"info","@message":"Terraform 1.11.4"}\n{"@level":"info","@message":"Plan: 1 to add"}\n', "BW_PLAN_INCOMPLETE"],
    ["other.json", '{"name":"left-pad"}', "BW_INPUT_UNKNOWN"],
    ["list.json", "[1,2]", "BW_INPUT_UNKNOWN"],
    ["notes.yaml", "just: text\n", "BW_INPUT_UNKNOWN"],
    ["kind.yaml", "kind: Prodct\nname: x\n", "BW_DOCUMENT_KIND"],
    ["indent.yaml", "kind: Product\n  name: x\n", "BW_YAML_INVALID"],
  ] as const)("%s is refused with a code", async (name, content, code) => {
    const path = content === undefined ? join(folder, name) : file(name, content);
    const error = await errorOf(path);
    expect(error.code).toBe(code);
    expect(error.message).toContain(name);
    expect(error.exitCode).toBe(2);
  });

  it("names line and column of broken JSON", async () => {
    expect((await errorOf(file("broken.json", '{\n  "format_version": "1.2",\n  "planned_values": oops\n}'))).message).toMatch(
      /broken\.json:3:21: not valid JSON/,
    );
  });

  it("refuses a folder without inputs and passes over what is not ours", async () => {
    file("empty/readme.md", "# nothing");
    file("empty/package.json", '{"name":"x"}');
    file("empty/k8s.yaml", "apiVersion: v1\nkind: ConfigMap\n");
    expect((await errorOf(join(folder, "empty"))).code).toBe("BW_FOLDER_EMPTY");
  });

  it("passes over what is somebody else's in an ordinary repository, with a note", async () => {
    file("repo/plan.json", readFileSync(PLAN, "utf8"));
    file("repo/.drone.yml", "kind: Waivrs\n");
    file("repo/argo.json", '{"apiVersion":"argoproj.io/v1alpha1","kind":"Rollout","spec":{}}');
    file("repo/ci.yml", "kind: pipeline\ntype: docker\n");
    file("repo/kustomization.yaml", "kind: Kustomization\nresources: [a.yaml]\n");
    file("repo/list.json", '{"kind":"youtube#videoListResponse"}');
    file("repo/chart/templates/a.yaml", "kind: {{ .Values.kind }}\n{{- if .Values.on }}\nname: x\n{{- end }}\n");
    file("repo/tsconfig.json", '{\n  // "resource": []\n  "files": []\n}\n');
    const inputs = await liftInputs([join(folder, "repo")]);
    expect(inputs.map(({ path }) => path)).toEqual([join(folder, "repo/plan.json")]);
    const note = inputs[0]?.notes?.at(-1) ?? "";
    for (const text of ["ci.yml (kind pipeline)", "kustomization.yaml (kind Kustomization)", "list.json (kind youtube#videoListResponse)"])
      expect(note).toContain(text);
    expect(note).toContain("tsconfig.json (not valid JSON)");
  });

  it.each([
    ["a kind that is nearly one of ours", "slip.yaml", "kind: Waiver\nname: x\n", "BW_DOCUMENT_KIND"],
    ["a document of ours that does not parse", "ours.yaml", "kind: Waivers\n  name: x\n", "BW_YAML_INVALID"],
    ["a plan that is cut off", "plan.json", '{"format_version":"1.2","planned_values":{', "BW_JSON_INVALID"],
  ])("refuses %s in a folder", async (_, name, content, code) => {
    file(`slips-${code}/${name}`, content);
    expect((await errorOf(join(folder, `slips-${code}`))).code).toBe(code);
  });

  it("refuses a plan in which an address occurs twice", async () => {
    const resource = { address: "aws_sqs_queue.q", mode: "managed", type: "aws_sqs_queue", name: "q", values: {} };
    const plan = {
      format_version: "1.2",
      planned_values: { root_module: { resources: [resource, resource] } },
      resource_changes: [],
      configuration: { root_module: {} },
    };
    expect((await errorOf(file("twice.json", JSON.stringify(plan)))).message).toContain("aws_sqs_queue.q occurs twice");
  });
});

describe("what is read", () => {
  it("takes UTF-8 with a byte order mark and UTF-16, which PowerShell writes", async () => {
    const text = readFileSync(PLAN, "utf8");
    for (const [name, bytes] of [
      ["bom.json", Buffer.from(`\uFEFF${text}`)],
      ["utf16.json", Buffer.from(`\uFEFF${text}`, "utf16le")],
    ] as const) {
      const [input] = await liftInputs([file(`encoded/${name}`, bytes)]);
      expect(input?.resources).toHaveLength(2);
    }
  });

  it("reads a folder in name order, dot folders, node_modules and symlink loops left out", async () => {
    const text = readFileSync(PLAN, "utf8");
    for (const name of ["b/plan.json", "a/plan.json", "node_modules/x/plan.json", ".terraform/plan.json"]) file(`tree/${name}`, text);
    symlinkSync(join(folder, "tree"), join(folder, "tree", "a", "loop"));
    const inputs = await liftInputs([join(folder, "tree")]);
    expect(inputs.map((input) => input.path.slice(folder.length))).toEqual(["/tree/a/plan.json", "/tree/b/plan.json"]);
  });
});

const planOf = (values: unknown, unknownMarks: unknown, expressions: unknown): JsonObject =>
  ({
    format_version: "1.2",
    planned_values: {
      root_module: { resources: [{ address: "aws_sqs_queue.q", mode: "managed", type: "aws_sqs_queue", name: "q", values }] },
    },
    resource_changes: [{ address: "aws_sqs_queue.q", change: { actions: ["create"], after_unknown: unknownMarks } }],
    configuration: {
      root_module: { resources: [{ address: "aws_sqs_queue.q", mode: "managed", type: "aws_sqs_queue", name: "q", expressions }] },
    },
  }) as unknown as JsonObject;

describe("hostile input", () => {
  const anyJson = fc.jsonValue({ maxDepth: 6 });
  const hostileKey = fc.constantFrom("__proto__", "constructor", "toString", "hasOwnProperty", "policy", "tags", "name", "$unknown");
  const hostile = fc.dictionary(hostileKey, anyJson);

  it("never breaks the lift of a plan, whatever stands in values, marks and expressions", () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (values, marks, expressions) => {
        // Through text, as a file would come: JSON.parse makes own __proto__ keys, literals do not.
        const plan = JSON.parse(JSON.stringify(planOf(values, marks, expressions))) as JsonObject;
        const lifted = liftPlan("p", plan, JSON.stringify(plan));
        expect(lifted.resources).toHaveLength(lifted.resourcesInInput);
        expect(Object.getPrototypeOf(lifted.resources[0]?.values)).toBe(Object.prototype);
      }),
    );
  });

  it("gives a lifted plan or a coded error for any JSON object that claims to be a plan", () => {
    fc.assert(
      fc.property(anyJson, anyJson, anyJson, (planned, changes, configuration) => {
        const plan = {
          format_version: "1.2",
          planned_values: { root_module: planned },
          resource_changes: changes,
          configuration: { root_module: configuration },
        } as unknown as JsonObject;
        try {
          liftPlan("p", plan, JSON.stringify(plan));
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(BulwarkError);
        }
      }),
    );
  });

  it("never breaks the lift of a synthesized stack", () => {
    fc.assert(
      fc.property(fc.dictionary(hostileKey, hostile), fc.string(), (types, text) => {
        const root = JSON.parse(
          JSON.stringify({ resource: { ...types, aws_iam_policy: { p: { policy: text } } }, locals: types }),
        ) as JsonObject;
        const lifted = liftSynth("s", root, JSON.stringify(root));
        expect(lifted.resources).toHaveLength(lifted.resourcesInInput);
      }),
    );
  });

  it("reads any instance key back from the way Terraform writes it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (key) => {
        expect(parseAddress(`module.m${formatKey(key)}.aws_sqs_queue.q${formatKey(key)}`)).toMatchObject({
          modules: [{ name: "m", key }],
          key,
        });
      }),
    );
  });

  it("takes any text as a traversal or none, as a template and as an expression", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseTraversal(text);
        traversalsOf(text);
        expect(splitTemplate(text).length).toBeGreaterThan(0);
      }),
    );
  });

  it("does not let __proto__ keys reach any prototype", () => {
    const plan = JSON.parse('{"__proto__":{"polluted":1},"values":{"__proto__":{"polluted":1},"name":"q"}}') as { values: unknown };
    const lifted = liftPlan("p", planOf(plan.values, {}, {}), "");
    expect(lifted.resources[0]?.values.polluted).toBeUndefined();
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(JSON.stringify(lifted.resources[0]?.values)).toBe('{"__proto__":{"polluted":1},"name":"q"}');
  });

  it("does not exhaust the stack on values or modules nested ten thousand deep", () => {
    const deep = `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`;
    const lifted = liftPlan(
      "p",
      planOf(JSON.parse(`{"tags":${deep},"list":${"[".repeat(10_000)}${"]".repeat(10_000)}}`), {}, JSON.parse(`{"tags":${deep}}`)),
      "",
    );
    expect(JSON.stringify(lifted.resources[0]?.values)).toContain("opaque-document");
    const policy = liftPlan("p", planOf({ policy: deep }, {}, {}), "");
    expect(JSON.stringify(policy.resources[0]?.values)).toContain("opaque-document");
    const modules = `${'{"child_modules":[{"address":"module.m",'.repeat(1)}"resources":[],${'"child_modules":[{"address":"module.m",'.repeat(10_000)}"resources":[]${"}]".repeat(10_000)}}]}`;
    const plan = { ...planOf({}, {}, {}), planned_values: { root_module: JSON.parse(modules) as JsonObject } } as JsonObject;
    expect(liftPlan("p", plan, "").resources).toHaveLength(0);
  });

  it("ends on outputs and variables that refer to each other in a circle", () => {
    const plan = {
      ...planOf({ name: "q" }, { kms_master_key_id: true }, { kms_master_key_id: { references: ["module.m.out", "module.m"] } }),
      configuration: {
        root_module: {
          resources: [
            {
              mode: "managed",
              type: "aws_sqs_queue",
              name: "q",
              expressions: { kms_master_key_id: { references: ["module.m.out", "module.m"] } },
            },
          ],
          module_calls: {
            m: {
              expressions: { in: { references: ["module.m.out", "module.m"] } },
              module: { outputs: { out: { expression: { references: ["var.in"] } } }, variables: { in: {} } },
            },
          },
        },
      },
    } as unknown as JsonObject;
    expect(liftPlan("p", plan, "").resources[0]?.values.kms_master_key_id).toEqual({ $unknown: "expression", refs: [] });
  });
});
