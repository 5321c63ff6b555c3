import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BulwarkError } from "../../model/errors.js";
import type { JsonObject } from "../../policies/lift/normal.js";
import { writtenIn } from "./hcl-form.js";
import { evaluated } from "./opa.js";
import type { ComparedPlan } from "./record.js";

/**
 * KICS reads HCL and judges all files of a scan as one input, and a scan takes half a minute to start. So its queries are asked, not its program: each by OPA, of one plan
 * at a time, with the libraries and data that KICS gives them (pkg/engine/inspector.go), over what its HCL reader would hand it.
 */
export interface KicsQuery {
  readonly id: string;
  readonly rego: string;
  /** Types the query looks at. */
  readonly types: ReadonlySet<string>;
  /** What it is given as `data`. */
  readonly data: JsonObject;
}

/** Release of the assets by the name of the module's folder, as Go keeps it. */
export const kicsVersionOf = (assets: string): string | undefined => /v(\d+\.\d+\.\d+)[^/]*\/assets\/?$/.exec(assets)?.[1];

/** The queries on Terraform and AWS with these ids. @param assets the folder `assets` of a release of KICS, with `libraries` and `queries` */
export function kicsQueries(assets: string, ids: ReadonlySet<string>): readonly KicsQuery[] {
  const folder = join(assets, "queries/terraform/aws");
  if (!existsSync(folder))
    throw new BulwarkError("BW_USAGE", { problem: `KICS_ASSETS is not the folder "assets" of KICS: there is no ${folder}` });
  const shared = read(join(assets, "libraries/common.json"));
  return readdirSync(folder).flatMap((name) => {
    const [metadata, rego] = [join(folder, name, "metadata.json"), join(folder, name, "query.rego")];
    if (!existsSync(metadata) || !existsSync(rego)) return [];
    const id = String(read(metadata).id);
    if (!ids.has(id)) return [];
    const own = join(folder, name, "data.json");
    const types = new Set(readFileSync(rego, "utf8").match(/aws_[a-z0-9_]+/g) ?? []);
    return [{ id, rego, types, data: existsSync(own) ? { ...shared, ...read(own) } : shared }];
  });
}

/**
 * @param tell is told how many queries are answered
 * @returns by query the names of the plans in which it finds something, and of those in which it does not though they have a type it looks at
 * @throws Error when OPA cannot evaluate a query
 */
export function askQueries(
  assets: string,
  queries: readonly KicsQuery[],
  plans: readonly ComparedPlan[],
  tell: (done: number) => void,
): ReadonlyMap<string, { readonly failed: readonly string[]; readonly passed: readonly string[] }> {
  const documents = plans.map(({ name, plan }) => ({ id: name, file: name, resource: writtenIn(plan) }));
  const scratch = mkdtempSync(join(tmpdir(), "bulwark-kics-"));
  try {
    return new Map(
      queries.map((query, at) => {
        const own = documents.filter(({ resource }) => Object.keys(resource).some((type) => query.types.has(type)));
        const failed = new Set(own.length === 0 ? [] : faulty(scratch, assets, query, own));
        tell(at + 1);
        return [query.id, { failed: [...failed], passed: own.map(({ id }) => id).filter((id) => !failed.has(id)) }];
      }),
    );
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** A query evaluated for each document alone, as if it were all that a scan had found. */
const FAULTY = '[one.id | one := input.documents[_]; count(data.Cx.CxPolicy) > 0 with input as {"document": [one]}]';

function faulty(scratch: string, assets: string, { id, rego, data }: KicsQuery, documents: readonly object[]): readonly string[] {
  const [input, given] = [join(scratch, "input.json"), join(scratch, "data.json")];
  writeFileSync(input, JSON.stringify({ documents }));
  writeFileSync(given, JSON.stringify(data));
  const libraries = ["common.rego", "terraform.rego"].flatMap((name) => ["--data", join(assets, "libraries", name)]);
  const options = ["--input", input, "--data", given, "--data", rego, ...libraries];
  return evaluated(`KICS's query ${id}`, options, FAULTY) as readonly string[];
}

const read = (file: string): JsonObject => JSON.parse(readFileSync(file, "utf8")) as JsonObject;
