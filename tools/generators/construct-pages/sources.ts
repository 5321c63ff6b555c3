import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, resolve } from "node:path";
import ts from "typescript";
import { type Docstring, docstringOf } from "./docstring.js";

export interface Property {
  readonly name: string;
  /** As written. */
  readonly type: string;
  readonly optional: boolean;
  readonly readonly: boolean;
  readonly doc: Docstring | undefined;
  /** `constructs/x.ts:12` */
  readonly place: string;
}

/** An exported interface, such as `DataKeyProps`, with what it extends. */
export interface PropsInterface {
  readonly name: string;
  readonly group: string;
  readonly doc: Docstring | undefined;
  readonly own: readonly Property[];
  readonly inherits: readonly Inherited[];
}

interface Inherited {
  readonly name: string;
  /** `Partial<X>` */
  readonly partial: boolean;
}

/** An exported class that extends `Construct` and that a user can make. */
export interface ConstructClass {
  readonly name: string;
  readonly doc: Docstring | undefined;
  /** Folder under constructs/; empty for a class beside the folders. */
  readonly group: string;
  /** Kebab-case, without extension. */
  readonly file: string;
  readonly place: string;
  /** Type of the third argument of its constructor. */
  readonly props: string;
  /** Other construct classes it makes, by name. */
  readonly parts: readonly string[];
  /** Construct classes that make it, and what each calls it; not those that compute the name. */
  readonly within: readonly { readonly name: string; readonly id: string }[];
}

export interface ConstructSources {
  readonly interfaces: ReadonlyMap<string, PropsInterface>;
  readonly classes: readonly ConstructClass[];
  /** Types that are a choice of words, such as `"create" | "assume-existing"`, by name. */
  readonly words: ReadonlyMap<string, string>;
}

export interface SourceText {
  /** `constructs/base/data-key.ts` */
  readonly path: string;
  readonly text: string;
}

const ROOT = resolve(import.meta.dirname, "../../..");

export function constructFiles(): readonly SourceText[] {
  const files = readdirSync(join(ROOT, "constructs"), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  return files.sort().map((file) => ({ path: `constructs/${file}`, text: readFileSync(join(ROOT, "constructs", file), "utf8") }));
}

/** Reads sources of constructs one by one, without types: what a page says stands in them. */
export function readSources(files: readonly SourceText[]): ConstructSources {
  const parsed = new Map(files.map(({ path, text }) => [path, ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)]));
  const statements = [...parsed.values()].flatMap((source) => source.statements.filter(exported));
  const declared = statements.filter(ts.isClassDeclaration).filter(isOpenConstruct);
  const names = new Set(declared.map(({ name }) => name?.text ?? ""));
  const made = new Map(declared.map((found) => [found.name?.text ?? "", madeIn(found.getSourceFile(), parsed)]));
  return {
    words: new Map(
      statements.filter(ts.isTypeAliasDeclaration).flatMap(({ name, type }) => wordsIn(type).map((all) => [name.text, all] as const)),
    ),
    interfaces: new Map(statements.filter(ts.isInterfaceDeclaration).map((found) => [found.name.text, readInterface(found)])),
    classes: declared.map((found) => readClass(found, names, made)),
  };
}

/** The properties of an interface, own ones first, each once. @throws Error for one that is not exported under constructs/ */
export function propertiesOf(name: string, interfaces: ConstructSources["interfaces"]): readonly Property[] {
  const found = interfaces.get(name);
  if (found === undefined) throw new Error(`${name} is no exported interface of constructs/`);
  const inherited = found.inherits.flatMap(({ name: from, partial }) =>
    propertiesOf(from, interfaces).map((property) => (partial ? { ...property, optional: true } : property)),
  );
  const all = [...found.own, ...inherited];
  return all.filter(({ name: given }, index) => all.findIndex((other) => other.name === given) === index);
}

/** Interfaces a user writes: those that constructs take, and those that stand in their properties. */
export function writtenByUsers({ interfaces, classes }: ConstructSources): readonly PropsInterface[] {
  const seen = new Map<string, PropsInterface>();
  const visit = (name: string): void => {
    const found = interfaces.get(name);
    if (found === undefined || seen.has(name)) return;
    seen.set(name, found);
    for (const inherited of found.inherits) visit(inherited.name);
    for (const { type } of found.own) for (const [named] of type.matchAll(/\b[A-Z]\w+/g)) visit(named);
  };
  for (const { props } of classes) visit(props);
  return [...seen.values()];
}

const exported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** `DeviationLog` has a private constructor: the stack makes it. */
function isOpenConstruct(declaration: ts.ClassDeclaration): boolean {
  const made = declaration.members.find(ts.isConstructorDeclaration);
  const hidden = made?.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword) ?? false;
  return made !== undefined && !hidden && parentsOf(declaration).some(({ expression }) => expression.getText() === "Construct");
}

const parentsOf = ({ heritageClauses }: ts.ClassDeclaration | ts.InterfaceDeclaration): readonly ts.ExpressionWithTypeArguments[] =>
  [...(heritageClauses ?? [])].flatMap(({ types }) => [...types]);

function wordsIn(type: ts.TypeNode): readonly string[] {
  if (!ts.isUnionTypeNode(type) || !type.types.every(ts.isLiteralTypeNode)) return [];
  return [type.types.map((word) => word.getText()).join(" | ")];
}

function readInterface(declaration: ts.InterfaceDeclaration): PropsInterface {
  return {
    name: declaration.name.text,
    group: groupOf(declaration).group,
    doc: docstringOf(declaration),
    own: declaration.members.filter(ts.isPropertySignature).map(readProperty),
    inherits: parentsOf(declaration).map(({ expression, typeArguments }) => {
      const [argument] = typeArguments ?? [];
      const partial = expression.getText() === "Partial" && argument !== undefined;
      return { name: partial ? argument.getText() : expression.getText(), partial };
    }),
  };
}

function readProperty(member: ts.PropertySignature): Property {
  return {
    name: member.name.getText().replace(/^"|"$/g, ""),
    type: member.type?.getText().replace(/\s+/g, " ") ?? "unknown",
    optional: member.questionToken !== undefined,
    readonly: (ts.getModifiers(member) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword),
    doc: docstringOf(member),
    place: placeOf(member),
  };
}

/** Names of the classes made by each class, with their ids. */
type Made = ReadonlyMap<string, ReadonlyMap<string, string>>;

function readClass(declaration: ts.ClassDeclaration, names: ReadonlySet<string>, made: Made): ConstructClass {
  const name = declaration.name?.text ?? "";
  const type = declaration.members.find(ts.isConstructorDeclaration)?.parameters[2]?.type;
  return {
    name,
    doc: docstringOf(declaration),
    ...groupOf(declaration),
    place: placeOf(declaration),
    props: type !== undefined && ts.isTypeReferenceNode(type) ? type.typeName.getText() : "",
    parts: [...(made.get(name)?.keys() ?? [])].filter((part) => part !== name && names.has(part)).sort(),
    within: [...made].flatMap(([whole, parts]) => {
      const id = parts.get(name);
      return whole === name || id === undefined || id === "" ? [] : [{ name: whole, id }];
    }),
  };
}

/** Classes made in a file, and in the files beside constructs it imports: roles and states are written apart where they are long. */
function madeIn(source: ts.SourceFile, all: ReadonlyMap<string, ts.SourceFile>): ReadonlyMap<string, string> {
  const calls = source.text.matchAll(/\bnew ([A-Z]\w+)\((?:\s*this,\s*"([^"]+)")?/g);
  const made = new Map([...calls].map(([, name = "", id = ""]) => [name, id]));
  for (const statement of source.statements.filter(ts.isImportDeclaration)) {
    if (!ts.isStringLiteral(statement.moduleSpecifier) || statement.importClause?.isTypeOnly) continue;
    const path = posix.join(posix.dirname(source.fileName), statement.moduleSpecifier.text.replace(/\.js$/, ".ts"));
    const imported = all.get(path);
    if (imported === undefined || imported.statements.some(ts.isClassDeclaration)) continue;
    for (const [name, id] of madeIn(imported, all)) made.set(name, id);
  }
  return made;
}

function groupOf(node: ts.Node): { readonly group: string; readonly file: string } {
  const [group = "", file] = relative("constructs", node.getSourceFile().fileName).replace(/\.ts$/, "").split("/");
  return file === undefined ? { group: "", file: group } : { group, file };
}

function placeOf(node: ts.Node): string {
  const source = node.getSourceFile();
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}
