import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { DefaultMutation } from "../../../test/constructs/default-mutations.js";
import type { Block, Stack } from "../../../test/policies/mutations.js";
import { exampleOf, pathOf } from "../construct-pages/example.js";
import type { ConstructClass } from "../construct-pages/sources.js";
import { type Difference, differencesOf } from "./difference.js";
import { judge, newRules, type Verdicts } from "./judge.js";

/** A default of a construct, mutated in the committed stack of its example, and what the rules then say. */
export interface Row {
  readonly construct: string;
  /** The rule that the mutation is for. */
  readonly rule: string;
  /** The default in words. */
  readonly setting: string;
  readonly type: string;
  readonly differences: readonly Difference[];
  readonly gone: boolean;
  /** Rules that fail and did not, and those that cannot decide any more. */
  readonly red: readonly string[];
  readonly unknown: readonly string[];
}

interface Placed {
  readonly type: string;
  readonly name: string;
  /** Path below the construct, `bucket/versioning`. */
  readonly path: string;
}

export interface Subject {
  readonly construct: ConstructClass;
  readonly stack: Stack;
  readonly before: Verdicts;
  readonly resources: readonly Placed[];
  /** Path of the construct in the stack, `test/lake`. */
  readonly root: string;
}

const ROOT = resolve(import.meta.dirname, "../../..");

/** The committed stack of a construct's example, judged. @throws Error where there is no example or no stack */
export function subjectOf(construct: ConstructClass): Subject {
  const file = `test/constructs/golden/${pathOf(construct)}.json`;
  if (!existsSync(resolve(ROOT, file))) throw new Error(`${file} is absent: npx vitest run test/constructs/golden.test.ts -u`);
  const stack = JSON.parse(readFileSync(resolve(ROOT, file), "utf8")) as Stack;
  const root = `test/${exampleOf(construct).id}`;
  return { construct, stack, root, before: judge(stack, true), resources: below(stack, root) };
}

/** Resources under a path, those with a short way first. */
export function below(stack: Stack, root: string): readonly Placed[] {
  const all = Object.entries(stack.resource).flatMap(([type, byName]) =>
    Object.entries(byName).map(([name, resource]) => ({
      type,
      name,
      path: constructPath(resource).slice(root.length + 1),
      within: within(constructPath(resource), root),
    })),
  );
  return all
    .filter(({ within }) => within)
    .sort((a, b) => a.path.split("/").length - b.path.split("/").length || (a.path < b.path ? -1 : 1));
}

export const within = (path: string, root: string): boolean => path.startsWith(`${root}/`);

const constructPath = (resource: Block): string => (resource["//"] as { readonly metadata: { readonly path: string } }).metadata.path;

/** Tries a mutation where it fits below the construct, until its rule objects. `undefined` when it fits nowhere or changes nothing for the rule. */
export function rowOf(subject: Subject, mutation: DefaultMutation): Row | undefined {
  const { construct, stack, before, resources } = subject;
  for (const place of resources.filter(({ type, path }) => type === mutation.type && path.endsWith(mutation.at ?? ""))) {
    const changed = structuredClone(stack);
    const resource = changed.resource[place.type]?.[place.name];
    if (resource === undefined || !applies(mutation, resource, changed)) continue;
    const after = changed.resource[place.type]?.[place.name];
    const was = stack.resource[place.type]?.[place.name];
    const verdicts = judge(changed);
    const red = newRules(before.failed, verdicts.failed);
    if (!red.includes(mutation.rule)) continue;
    return {
      construct: construct.name,
      rule: mutation.rule,
      setting: mutation.off,
      type: typeof was?.type_name === "string" ? was.type_name : place.type,
      gone: after === undefined,
      differences: after === undefined ? [] : differencesOf(was, after),
      red,
      unknown: newRules(before.unknown, verdicts.unknown),
    };
  }
  return undefined;
}

/** A mutation says by throwing that a resource has nothing it could change. */
function applies(mutation: DefaultMutation, resource: Block, stack: Stack): boolean {
  const before = JSON.stringify(stack);
  try {
    mutation.change(resource, stack);
  } catch {
    return false;
  }
  return JSON.stringify(stack) !== before;
}
