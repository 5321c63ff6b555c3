import { describe, expect, it } from "vitest";
import { z } from "zod";
import { nearest } from "../../model/documents/nearest.js";
import { errorAt, parseYaml, parseYamlAs } from "../../model/documents/read-yaml.js";
import { BulwarkError } from "../../model/errors.js";

const schema = z.strictObject({
  name: z.string(),
  devices: z.int().positive(),
  mode: z.enum(["wire", "virtual"]).optional(),
  phases: z.array(z.strictObject({ duration: z.number(), rate: z.number().nonnegative().optional() })).optional(),
  rate: z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("constant"), perMinute: z.number() }),
      z.strictObject({ kind: z.literal("ramp"), factor: z.number() }),
    ])
    .optional(),
});

const read = (text: string) => parseYamlAs(schema, text, { path: "s.yaml", code: "BW_SCENARIO_INVALID" });

function failure(action: () => unknown): BulwarkError {
  try {
    action();
  } catch (thrown) {
    if (thrown instanceof BulwarkError) return thrown;
    throw thrown;
  }
  throw new Error("nothing was thrown");
}

describe("reading YAML against a schema", () => {
  it("returns the typed value and the place of each field", () => {
    const { value, locate } = read("name: a\ndevices: 3\nphases:\n  - duration: 1\n    rate: 2\n");
    expect(value).toEqual({ name: "a", devices: 3, phases: [{ duration: 1, rate: 2 }] });
    expect(locate(["devices"])).toEqual({ line: 2, column: 10 });
    expect(locate(["phases"])).toEqual({ line: 3, column: 1 });
    expect(locate(["phases", 0, "rate"])).toEqual({ line: 5, column: 11 });
    expect(locate(["phases", 0, "absent"])).toEqual({ line: 4, column: 5 });
  });

  it("names line, column, field and expectation of a wrong type", () => {
    const error = failure(() => read("name: a\ndevices: many\n"));
    expect(error.code).toBe("BW_SCENARIO_INVALID");
    expect(error.message).toBe('s.yaml:2:10: devices: expected a number, found "many"');
    expect(error.exitCode).toBe(2);
  });

  it("refuses an unknown key at the key and suggests the nearest known one", () => {
    const error = failure(() => read("name: a\ndevices: 1\nphases:\n  - duraton: 1\n    duration: 2\n"));
    expect(error.message).toContain("s.yaml:4:14: phases[0].duraton: unknown key. Did you mean duration?");
    expect(error.message).toContain("Known keys: duration, rate.");
  });

  it("suggests the nearest allowed value", () => {
    expect(failure(() => read("name: a\ndevices: 1\nmode: virtal\n")).message).toContain(
      's.yaml:3:7: mode: expected one of wire, virtual; found "virtal". Did you mean virtual?',
    );
  });

  it("says that a required key is missing at the map that lacks it", () => {
    expect(failure(() => read("devices: 1\n")).message).toBe("s.yaml:1:1: name: is missing; expected text");
  });

  it("reports every problem at once, in the order of the text", () => {
    const lines = failure(() => read("name: 1\ndevices: -2\nphases:\n  - duration: x\n")).message.split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^s\.yaml:1:7: name: /);
    expect(lines[1]).toMatch(/^ {2}s\.yaml:2:10: devices: /);
    expect(lines[2]).toMatch(/^ {2}s\.yaml:4:15: phases\[0\]\.duration: /);
  });

  it("puts a misspelt key before the missing one it explains", () => {
    const [first, second] = failure(() => read("nam: a\ndevices: 1\n")).message.split("\n");
    expect(first).toMatch(/^s\.yaml:1:6: nam: unknown key\. Did you mean name\?/);
    expect(second).toContain("name: is missing; expected text");
  });

  it("reports a mistake behind several aliases once", () => {
    const error = failure(() => read("name: a\ndevices: 1\nphases:\n  - &p { duration: long }\n  - *p\n  - *p\n"));
    expect(error.message).toBe('s.yaml:4:20: phases[0].duration: expected a number, found "long"');
  });

  it("points at the discriminator of a union no form of which was meant", () => {
    expect(failure(() => read("name: a\ndevices: 1\nrate:\n  kind: linear\n")).message).toMatch(/^s\.yaml:4:9: rate\.kind: /);
  });

  it("refuses broken syntax, duplicate keys and a second document with their place", () => {
    expect(failure(() => read("name: [a\ndevices: 1\n")).code).toBe("BW_YAML_INVALID");
    expect(failure(() => read("name: a\nname: b\n")).message).toMatch(/^s\.yaml:2:1: not valid YAML/);
    expect(failure(() => read("name: a\ndevices: 1\n---\nname: b\n")).message).toMatch(/^s\.yaml:4:1: .*second document/);
  });

  it("refuses an empty text as a missing map, not as a crash", () => {
    expect(failure(() => read("# nothing here\n")).message).toBe("s.yaml:1:1: document: expected a map, found nothing");
  });

  it("refuses an alias bomb without expanding it", () => {
    const bomb = [
      "a: &a [x,x,x,x,x,x,x,x,x]",
      ...["b", "c", "d", "e", "f"].map((key, i) => `${key}: &${key} [${Array(9).fill(`*${"abcde"[i]}`).join(",")}]`),
    ].join("\n");
    expect(failure(() => read(bomb)).code).toBe("BW_YAML_INVALID");
  });

  it("keeps dates as text, so that no time zone creeps in", () => {
    expect(parseYaml("on: 2026-11-01\n", "d.yaml")[0]?.value).toEqual({ on: "2026-11-01" });
  });

  it("lets other checks report at a field", () => {
    const document = read("name: a\ndevices: 1\n");
    expect(errorAt(document, { path: "s.yaml", code: "BW_SCENARIO_INVALID" }, ["devices"], "more than this machine holds").message).toBe(
      "s.yaml:2:10: devices: more than this machine holds",
    );
  });

  it("puts the place of a project error into its message too", () => {
    expect(
      failure(() => parseYamlAs(schema, "nam: a\ndevices: 1\n", { path: "bulwark.yaml", code: "BW_PROJECT_INVALID" })).message,
    ).toMatch(/^bulwark\.yaml:1:\d+: nam/);
  });
});

describe("nearest", () => {
  it("offers a close word and nothing for a far one", () => {
    expect(nearest("tresholds", ["thresholds", "phases"])).toBe("thresholds");
    expect(nearest("banana", ["thresholds", "phases"])).toBeUndefined();
    expect(nearest("iogs", ["logs", "rate"])).toBe("logs");
  });
});
