import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Construct, IConstruct } from "constructs";
import * as library from "../../constructs/index.js";
import type { CheckResult } from "../../model/finding.js";
import { exampleOf, pathOf } from "../../tools/generators/construct-pages/example.js";
import type { ConstructClass } from "../../tools/generators/construct-pages/sources.js";
import { PROPS } from "../constructs/fleet.js";
import { judgeStack } from "../constructs/judge-stack.js";
import { ROOT } from "../support/cli.js";
import { synthStack } from "../support/synth-stack.js";

/** What the library's own rules say of the resources below the instances of a class. */
export interface JudgedInstance {
  /** Rules that pass on at least one of them. */
  readonly passed: ReadonlySet<string>;
  /** Their attributes as JSON. */
  readonly values: string;
}

interface Stack {
  readonly resources: readonly { readonly path: string; readonly values: string }[];
  readonly results: readonly CheckResult[];
}

/**
 * Judges each construct where the whole backend makes it, since a part may become something in company only, as a queue becomes somebody's dead
 * letter queue; and where its example does, if the backend by itself makes none.
 */
export async function judgedInstances(classes: readonly ConstructClass[]): Promise<ReadonlyMap<string, JudgedInstance>> {
  let nodes: readonly IConstruct[] = [];
  const fleet = synthStack((stack) => {
    new library.IotBackend(stack, "fleet", PROPS);
    nodes = stack.node.findAll();
  });
  const backend = { resources: resourcesOf(fleet.text), results: await resultsOf(fleet.text) };
  const made = await Promise.all(
    classes.map(async (construct) => {
      const text = readFileSync(join(ROOT, `test/constructs/golden/${pathOf(construct)}.json`), "utf8");
      const type = (library as Readonly<Record<string, unknown>>)[construct.name] as abstract new (...args: never) => Construct;
      const paths = nodes.filter((node) => node instanceof type).map((node) => node.node.path);
      const alone = { resources: resourcesOf(text), results: paths.length > 0 ? [] : await resultsOf(text) };
      const seen = [below(alone, [`test/${exampleOf(construct).id}`]), below(backend, paths)];
      const passed = seen.flatMap(({ results }) => results.filter(({ verdict }) => verdict === "pass").map(({ rule }) => rule));
      const values = seen.flatMap(({ resources }) => resources.map((resource) => resource.values)).join("\n");
      return [construct.name, { passed: new Set(passed), values }] as const;
    }),
  );
  return new Map(made);
}

const resultsOf = async (text: string): Promise<Stack["results"]> => (await judgeStack(text, undefined, true)).results;

function resourcesOf(text: string): Stack["resources"] {
  const { resource } = JSON.parse(text) as { readonly resource: Readonly<Record<string, Readonly<Record<string, object>>>> };
  return Object.values(resource).flatMap((byName) =>
    Object.values(byName).map((values) => ({
      path: (values as { "//": { metadata: { path: string } } })["//"].metadata.path,
      values: JSON.stringify(values),
    })),
  );
}

function below({ resources, results }: Stack, paths: readonly string[]): Stack {
  const within = (path: string | undefined): boolean => paths.some((each) => `${path}/`.startsWith(`${each}/`));
  return { resources: resources.filter(({ path }) => within(path)), results: results.filter(({ constructPath }) => within(constructPath)) };
}
