import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { CONTROLS } from "../../constructs/index.js";

const ROOT = resolve(import.meta.dirname, "../..");
const page = readFileSync(join(ROOT, "docs/constructs.md"), "utf8");

/** Property names of one exported interface, and whether each states its default. */
function propertiesOf(file: string, name: string): readonly { readonly name: string; readonly optional: boolean; readonly doc: string }[] {
  const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), "utf8"), ts.ScriptTarget.Latest, true);
  const found = source.statements.filter(ts.isInterfaceDeclaration).find((statement) => statement.name.text === name);
  return (found?.members ?? ([] as readonly ts.TypeElement[])).filter(ts.isPropertySignature).map((member) => ({
    name: member.name.getText(source),
    optional: member.questionToken !== undefined,
    doc: source.text.slice(member.getFullStart(), member.getStart(source)),
  }));
}

const properties = [
  ...propertiesOf("constructs/base/backend-context.ts", "BackendContextProps"),
  ...propertiesOf("constructs/iot-backend-props.ts", "IotBackendProps"),
];

it("the page lists every property of IotBackend and every control that can be accepted", () => {
  expect(properties.length).toBeGreaterThan(20);
  expect(properties.filter(({ name }) => !page.includes(`\`${name}\``)).map(({ name }) => name)).toEqual([]);
  expect(Object.keys(CONTROLS).filter((control) => !page.includes(`\`${control}\``))).toEqual([]);
});

it("every optional property states its default", () => {
  expect(properties.filter(({ optional, doc }) => optional && !doc.includes("@default")).map(({ name }) => name)).toEqual([]);
});
