import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import type { ConstructClass } from "./sources.js";

const ROOT = resolve(import.meta.dirname, "../../..");

export interface Example {
  /** Body of the function `example`, without its indentation. */
  readonly body: string;
  /** What the construct is called in it, `lake` or `fleet/lake`. */
  readonly id: string;
}

/** One resource of the committed stack of an example that lies below the construct. */
export interface MadeResource {
  /** Terraform type or, for what goes through Cloud Control, CloudFormation type. */
  readonly type: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Path of a class below constructs/, examples/constructs/ and test/constructs/golden/, without extension. */
export const pathOf = ({ group, file }: Pick<ConstructClass, "group" | "file">): string => (group === "" ? file : `${group}/${file}`);

/**
 * The example of a construct; a part that only comes into being inside another is shown by what makes that one.
 * @throws Error where a construct has no example, or one that does not make it
 */
export function exampleOf(construct: ConstructClass): Example {
  const path = `examples/constructs/${pathOf(construct)}.ts`;
  if (!existsSync(resolve(ROOT, path))) throw new Error(`${construct.name} has no example: write ${path}`);
  const source = ts.createSourceFile(path, readFileSync(resolve(ROOT, path), "utf8"), ts.ScriptTarget.ES2022, true);
  const found = source.statements.filter(ts.isFunctionDeclaration).find(({ name }) => name?.text === "example");
  if (found?.body === undefined) throw new Error(`${path} has no function example`);
  const body = found.body.statements.map((statement) => source.text.slice(statement.getFullStart(), statement.end)).join("");
  const [id] = [
    ...pathsIn(body, construct.name),
    ...construct.within.flatMap((whole) => pathsIn(body, whole.name).map((outer) => `${outer}/${whole.id}`)),
  ];
  if (id === undefined) throw new Error(`${path} makes no ${construct.name}`);
  return { body: body.replace(/^\n/, "").replace(/^ {2}/gm, ""), id };
}

/** Paths of what an example makes of a class below its own scope; `there` may be a construct it made before. */
function pathsIn(body: string, name: string): readonly string[] {
  const made = body.matchAll(new RegExp(`\\bnew ${name}\\(\\s*(\\w+),\\s*"([^"]+)"`, "g"));
  return [...made].flatMap(([, scope = "", id = ""]) => {
    if (scope === "scope") return [id];
    const [, maker] = new RegExp(`\\bconst ${scope} = new (\\w+)\\(`).exec(body) ?? [];
    return maker === undefined ? [] : pathsIn(body, maker).map((outer) => `${outer}/${id}`);
  });
}

interface Golden {
  readonly resource: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
}

/** What the construct makes, by the committed stack of its example. @throws Error when there is none */
export function madeBy(construct: ConstructClass, { id }: Example): readonly MadeResource[] {
  const path = `test/constructs/golden/${pathOf(construct)}.json`;
  if (!existsSync(resolve(ROOT, path))) throw new Error(`${path} is absent: npx vitest run test/constructs/golden.test.ts -u`);
  const { resource } = JSON.parse(readFileSync(resolve(ROOT, path), "utf8")) as Golden;
  return Object.entries(resource).flatMap(([type, byName]) =>
    Object.values(byName)
      .filter((values) => `${constructPath(values)}/`.startsWith(`test/${id}/`))
      .map((values) => ({ type: typeof values.type_name === "string" ? values.type_name : type, values })),
  );
}

const constructPath = (values: Readonly<Record<string, unknown>>): string =>
  (values["//"] as { readonly metadata: { readonly path: string } }).metadata.path;
