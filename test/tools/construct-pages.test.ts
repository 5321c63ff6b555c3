import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { CONTROLS, isControlId } from "../../constructs/base/controls.js";
import { loadRules } from "../../policies/index.js";
import { parseDocstring, type Setting } from "../../tools/generators/construct-pages/docstring.js";
import { exampleOf, madeBy, pathOf } from "../../tools/generators/construct-pages/example.js";
import { gapsIn } from "../../tools/generators/construct-pages/gaps.js";
import { costDriverOf } from "../../tools/generators/construct-pages/pricing.js";
import { constructFiles, propertiesOf, readSources, writtenByUsers } from "../../tools/generators/construct-pages/sources.js";
import { constructPages } from "../../tools/generators/construct-pages.js";
import { obligationsPage } from "../../tools/generators/obligations-page.js";
import type { Output } from "../../tools/generators/output.js";
import { ROOT } from "../support/cli.js";
import { type JudgedInstance, judgedInstances } from "./construct-instances.js";

const files = constructFiles();
const sources = readSources(files);

describe("the docstrings of the constructs", () => {
  it("say of each property what it is for, its default and its obligation, and of each class its cost", () => {
    expect(sources.classes.length).toBeGreaterThan(60);
    expect(writtenByUsers(sources).length).toBeGreaterThan(70);
    expect(gapsIn(sources)).toEqual([]);
  });

  it("are missed one by one where they say too little", () => {
    const text = [
      "export interface ThinProps {",
      "  readonly key: DataKey;",
      "  /** Days it is kept. @obligation OBL-CONS-5 */",
      "  readonly days?: number;",
      "  /** Its name. @wiring @obligation OBL-NONE-1 */",
      "  name: string;",
      "}",
      "/** Something thin. @setting thin-rule @obligation OBL-RISK-7 */",
      "export class Thin extends Construct {",
      "  constructor(scope: Construct, id: string, props: ThinProps) {}",
      "}",
    ].join("\n");
    expect(gapsIn(readSources([{ path: "constructs/base/thin.ts", text }]))).toEqual([
      "constructs/base/thin.ts:2 ThinProps.key has no sentence",
      "constructs/base/thin.ts:2 ThinProps.key has neither @obligation nor @wiring",
      "constructs/base/thin.ts:4 ThinProps.days is optional and has no @default",
      "constructs/base/thin.ts:6 ThinProps.name is not readonly",
      "constructs/base/thin.ts:6 ThinProps.name has both @obligation and @wiring",
      "constructs/base/thin.ts:6 ThinProps.name names OBL-NONE-1, which is no obligation",
      "constructs/base/thin.ts:9 Thin has no @cost",
      "constructs/base/thin.ts:9 Thin has a @setting without a sentence (thin-rule)",
      "constructs/base/thin.ts:9 Thin names OBL-RISK-7, which no construct can serve",
    ]);
  });

  it("are read with tags in any place of a line, and without their sources", () => {
    const comment =
      "/**\n * Two\n * lines. @obligation OBL-IAM-1 @obligation OBL-IAM-2 Source: https://example.com/a\n * @setting a-rule: says\n *   so\n */";
    expect(parseDocstring(comment)).toEqual({
      text: "Two lines.",
      obligations: ["OBL-IAM-1", "OBL-IAM-2"],
      accepts: [],
      wiring: false,
      settings: [{ rule: "a-rule", says: "says so" }],
    });
  });
});

describe("a value weaker than the baseline", () => {
  it("is said to need an accept wherever a construct asks for one", () => {
    const asked = files.flatMap(({ path, text }) =>
      [...text.matchAll(/\bhardening\.\w+\(\s*"([a-z0-9-]+)"/g)].map(([, control = ""]) => ({ path, control })),
    );
    expect(new Set(asked.map(({ control }) => control))).toEqual(new Set(Object.keys(CONTROLS)));
    const unsaid = asked.filter(({ path, control }) => {
      const construct = sources.classes.find((each) => `constructs/${pathOf(each)}.ts` === path);
      return construct !== undefined && !acceptsOf(construct.props).has(control);
    });
    expect(unsaid).toEqual([]);
  });

  it("can be set on the whole backend, and names a control", () => {
    const said = acceptsOf("IotBackendProps");
    expect([...said].filter((control) => !isControlId(control))).toEqual([]);
    expect([...said].sort()).toEqual(Object.keys(CONTROLS).sort());
  });

  /** Of the properties of an interface and of those that stand in them. */
  function acceptsOf(name: string): ReadonlySet<string> {
    const said = new Set<string>();
    const seen = new Set<string>();
    const visit = (at: string): void => {
      if (seen.has(at) || !sources.interfaces.has(at)) return;
      seen.add(at);
      for (const { doc, type } of propertiesOf(at, sources.interfaces)) {
        for (const control of doc?.accepts ?? []) said.add(control);
        for (const [inner] of type.matchAll(/\b[A-Z]\w+/g)) visit(inner);
      }
    };
    visit(name);
    return said;
  }
});

describe("what a construct is said to set and to cost", () => {
  let instances: ReadonlyMap<string, JudgedInstance>;
  beforeAll(async () => {
    instances = await judgedInstances(sources.classes);
  });

  const rules = new Set(loadRules().map(({ id }) => id));

  it.each(sources.classes)("is so for $name", (construct) => {
    expect(misstated(construct.doc?.settings ?? [], instances.get(construct.name))).toEqual([]);
    const counted = madeBy(construct, exampleOf(construct)).some(({ type }) => costDriverOf(type) !== undefined);
    expect(construct.doc?.cost?.startsWith("nothing"), `${construct.name}: @cost`).toBe(!counted);
  });

  it("is refused where no rule, another rule or another value stands", () => {
    const settings = [
      { rule: "kms-key-rotation", says: "the key rotates every 365 days" },
      { rule: "kms-key-rotation", says: "the key rotates every 90 days" },
      { rule: "kms-key-spun", says: "the key spins" },
      { rule: "s3-bucket-versioned", says: "versions are kept (`Enabled`)" },
    ];
    expect(misstated(settings, instances.get("DataKey"))).toEqual([
      "the key rotates every 90 days: 90 stands nowhere",
      "the key spins: kms-key-spun is no rule",
      "versions are kept (`Enabled`): s3-bucket-versioned does not pass on it",
      "versions are kept (`Enabled`): Enabled stands nowhere",
    ]);
  });

  it.each(sources.classes)("holds for the numbers among the defaults of $name", ({ name, props }) => {
    const values = instances.get(name)?.values ?? "";
    for (const { name: property, doc, optional } of propertiesOf(props, sources.interfaces))
      if (optional)
        for (const value of numbersIn(doc?.default ?? "")) expect(values, `${name}.${property}: ${doc?.default}`).toMatch(whole(value));
  });

  function misstated(settings: readonly Setting[], instance: JudgedInstance | undefined): readonly string[] {
    return settings.flatMap(({ rule, says }) => [
      ...(rules.has(rule) ? (instance?.passed.has(rule) ? [] : [`${says}: ${rule} does not pass on it`]) : [`${says}: ${rule} is no rule`]),
      ...valuesIn(says).flatMap((value) => (whole(value).test(instance?.values ?? "") ? [] : [`${says}: ${value} stands nowhere`])),
    ]);
  }

  /** Whole numbers and dates; 1.2 is the name of a version. */
  const numbersIn = (text: string): readonly string[] => text.match(/(?<![\w.-])\d+(?:-\d+)*(?![\w.]*\d)/g) ?? [];
  const valuesIn = (text: string): readonly string[] => [
    ...[...text.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code),
    ...numbersIn(text.replace(/`[^`]+`/g, "")),
  ];
  const whole = (value: string): RegExp => new RegExp(`(?<![\\w.-])${value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w-])`);
});

describe("the pages of the constructs", () => {
  let pages: readonly Output[];
  beforeAll(() => {
    pages = constructPages();
  });

  it("are one a group and one of the whole, and no other page lies beside them", () => {
    const groups = [...new Set(sources.classes.map(({ group }) => group || "iot-backend"))];
    expect(pages.map(({ file }) => file).sort()).toEqual(groups.map((group) => `docs/constructs/${group}.md`).sort());
    expect(readdirSync(join(ROOT, "docs/constructs")).sort()).toEqual(groups.map((group) => `${group}.md`).sort());
  });

  it("show each construct with example, properties, settings, resources and cost", () => {
    for (const { name, group, props } of sources.classes) {
      const page = pages.find(({ file }) => file === `docs/constructs/${group || "iot-backend"}.md`)?.content ?? "";
      const section = page.split(`\n## ${name}\n`)[1]?.split("\n## ")[0] ?? "";
      const example = section.split("```ts\n")[1]?.split("\n```\n")[0] ?? "";
      // What only comes into being inside the backend is shown by it.
      expect(example, name).toMatch(new RegExp(`\\bnew (?:${name}|IotBackend)\\(`));
      for (const { name: property } of propertiesOf(props, sources.interfaces)) expect(section, name).toContain(`\n| \`${property}\` | `);
      expect(section, name).toContain("**Default settings");
      expect(section, name).toMatch(/\*\*Resources made:\*\* \d+/);
      expect(section, name).toContain("**Monthly cost drivers:** ");
    }
  });

  it("have rows of as many cells as their heads", () => {
    for (const { file, content } of pages)
      for (const block of content.match(/(?:^\|.*\|\n)+/gm) ?? []) {
        const cells = block
          .trimEnd()
          .split("\n")
          .map((row) => row.match(/(?<!\\)\|/g)?.length);
        expect(new Set(cells).size, `${file}: ${block}`).toBe(1);
      }
  });

  it("link to what is there, and the obligations link back", () => {
    const all = [...pages, ...obligationsPage()];
    const anchors = new Set(
      all.flatMap(({ file, content }) => [...content.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) => `${file}#${title.toLowerCase()}`)),
    );
    for (const { file, content } of all)
      for (const [, target = ""] of content.replace(/```[\s\S]*?```/g, "").matchAll(/\]\(([^)]+)\)/g)) {
        if (target.startsWith("https://")) continue;
        const [path = "", anchor] = target.split("#");
        const linked = path === "" ? file : posix.join(posix.dirname(file), path);
        expect(existsSync(join(ROOT, linked)), `${file}: ${target}`).toBe(true);
        if (anchor !== undefined) expect(anchors, file).toContain(`${linked}#${anchor}`);
      }
  });

  it("are led to by the overview", () => {
    const overview = readFileSync(join(ROOT, "docs/constructs.md"), "utf8");
    for (const { file } of pages) expect(overview).toContain(`(${file.replace("docs/", "")})`);
  });
});
