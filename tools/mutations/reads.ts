import { readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";

const POLICIES = resolve(import.meta.dirname, "../../policies");

/** A definition of a helper package: what stands between its name at the margin and the next one. */
type Definitions = ReadonlyMap<string, string>;

/**
 * The words a rule may read attributes by: every text and every step of a reference (`r.values.policy`, `"kms_key_id"`) in its Rego and in the helpers it
 * calls, in lower case. More than it reads (reason codes are texts, too), never less: an attribute whose name is nowhere in here cannot decide.
 */
export function wordsReadBy(rule: string, domain: string): ReadonlySet<string> {
  const code = withoutComments(readFileSync(join(POLICIES, "rules", domain, rule, "rule.rego"), "utf8"));
  libraries ??= readLibraries();
  const known = libraries;
  const words = new Set<string>();
  const done = new Set<string>();
  const visit = (text: string, local: string | undefined): void => {
    for (const word of wordsOf(text)) words.add(word);
    for (const [library, definitions] of known)
      for (const [name, body] of definitions) {
        if (done.has(`${library}.${name}`) || !calls(text, library, name, local)) continue;
        done.add(`${library}.${name}`);
        visit(body, library);
      }
  };
  visit(code, undefined);
  return words;
}

let libraries: ReadonlyMap<string, Definitions> | undefined;

/** Helpers that read any attribute under the names it is given say nothing about which. */
const GENERAL = new Set(["tf", "result", "judge", "main", "fixtures_test", "documents_test", "date"]);

const readLibraries = (): ReadonlyMap<string, Definitions> =>
  new Map(
    readdirSync(join(POLICIES, "lib"))
      .map((file) => basename(file, ".rego"))
      .filter((name) => !GENERAL.has(name))
      .map((name) => [name, definitionsOf(withoutComments(readFileSync(join(POLICIES, "lib", `${name}.rego`), "utf8")))] as const),
  );

function definitionsOf(code: string): Definitions {
  const bodies = new Map<string, string>();
  let name: string | undefined;
  for (const line of code.split("\n")) {
    name = /^([a-z_]+)/.exec(line)?.[1] ?? name;
    if (name !== undefined && name !== "import" && name !== "package") bodies.set(name, `${bodies.get(name) ?? ""}${line}\n`);
  }
  return bodies;
}

const calls = (text: string, library: string, name: string, local: string | undefined): boolean =>
  (local === library ? new RegExp(`(?<![.\\w])${name}\\b`) : new RegExp(`(?<![.\\w])${library}\\.${name}\\b`)).test(text);

const wordsOf = (code: string): readonly string[] =>
  [
    ...[...code.matchAll(/"((?:[^"\\]|\\.)*)"/g)].flatMap(([, text = ""]) => [text, ...text.split(/[.[\]]/)]),
    ...[...code.matchAll(/\.([A-Za-z_]\w*)/g)].map(([, step = ""]) => step),
    // The provider has one helper of this name in tf.
    ...(/\btf\.tag\(/.test(code) ? ["tags", "tags_all"] : []),
  ].map((word) => word.toLowerCase());

const withoutComments = (code: string): string => code.replace(/^\s*#.*$/gm, "");
