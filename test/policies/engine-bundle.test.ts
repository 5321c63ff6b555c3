import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { BASELINE } from "../../model/baseline.js";
import { fixesOf } from "../../model/fix.js";
import { lifecycleData } from "../../model/lifecycle/index.js";
import { isObligationId } from "../../model/obligations/catalogue.js";
import { untar } from "../../policies/compile/tar.js";
import { loadRules } from "../../policies/index.js";
import { parseSchema, schemaOf } from "../../policies/lift/provider-schema.js";

const POLICIES = join(import.meta.dirname, "..", "..", "policies");

describe("the committed bundle", () => {
  it("carries the baseline that constructs and rehearsals use, and the dates of services that ended", () => {
    expect(JSON.parse(readFileSync(join(POLICIES, "bundle", "data.gen.json"), "utf8"))).toEqual({
      baseline: BASELINE,
      lifecycle: lifecycleData(),
    });
  });

  it("has the metadata of exactly the rules in the source, in stable order", () => {
    const folders = readdirSync(join(POLICIES, "rules")).flatMap((domain) => readdirSync(join(POLICIES, "rules", domain)));
    const ids = loadRules().map((rule) => rule.id);
    expect(ids.filter((id) => !/^(?:waiver|change)-/.test(id))).toEqual(folders.sort());
    expect([...ids].sort()).toEqual(ids);
  });

  it("names only obligations of the catalogue, and says for every rule what is expected and how to get there", () => {
    for (const rule of loadRules()) {
      expect(
        rule.obligations.filter((id) => !isObligationId(id)),
        rule.id,
      ).toEqual([]);
      expect(rule.expected, rule.id).not.toBe("");
      expect(fixesOf(rule.fix), rule.id).not.toEqual([]);
    }
  });
});

describe("the provider schema", () => {
  it("tells blocks, attributes as blocks and computed attributes apart", () => {
    const group = schemaOf("managed", "aws_security_group");
    expect(group?.attributes.get("ingress")).toEqual({ kind: "optional-computed", objects: true });
    expect(group?.attributes.get("arn")).toEqual({ kind: "computed", objects: false });
    expect(group?.blocks.get("timeouts")?.nesting).toBe("single");
    expect(
      schemaOf("managed", "aws_s3_bucket_server_side_encryption_configuration")
        ?.blocks.get("rule")
        ?.block.blocks.get("apply_server_side_encryption_by_default")?.nesting,
    ).toBe("list");
    expect(schemaOf("managed", "constructor")).toBeUndefined();
  });

  it("reads nested blocks back", () => {
    const schema = parseSchema("a! b? c~* d= e[f! g{h?] i(]] j?");
    expect([...schema.attributes.keys()]).toEqual(["a", "b", "c", "d", "j"]);
    expect(schema.blocks.get("e")?.block.blocks.get("g")?.block.attributes.get("h")?.kind).toBe("optional");
  });
});

describe("the archive that opa build writes", () => {
  it("is read without its times and owners", () => {
    const header = (name: string, size: number): Buffer => {
      const block = Buffer.alloc(512);
      block.write(name);
      block.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
      block.write("0", 156);
      return block;
    };
    const body = Buffer.alloc(512);
    body.write("policy");
    const archive = gzipSync(
      Buffer.concat([
        header("/data.json", 0),
        header("/policy.wasm", 6),
        body,
        header("/.manifest", 512),
        Buffer.alloc(512, 1),
        Buffer.alloc(1024),
      ]),
    );
    const files = untar(archive);
    expect([...files.keys()]).toEqual(["data.json", "policy.wasm", ".manifest"]);
    expect(files.get("policy.wasm")?.toString()).toBe("policy");
    expect(files.get(".manifest")).toHaveLength(512);
  });
});
