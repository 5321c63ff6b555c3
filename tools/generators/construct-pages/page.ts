import { obligation } from "../../../model/obligations/catalogue.js";
import { codeCell, fence, prose, table } from "../rule-pages/markdown.js";
import { type Example, exampleOf, type MadeResource, madeBy, pathOf } from "./example.js";
import { costDriverOf, pricingPage } from "./pricing.js";
import { type ConstructClass, type ConstructSources, type Property, type PropsInterface, propertiesOf } from "./sources.js";

/** What a page needs to link: where each construct and each type is described. */
export interface Site {
  readonly sources: ConstructSources;
  /** `data-key.md#datakey`, by name of a construct or a type that a user writes. */
  readonly links: ReadonlyMap<string, string>;
}

/** The section of one construct. */
export function constructSection(construct: ConstructClass, site: Site): readonly string[] {
  const example = exampleOf(construct);
  const made = madeBy(construct, example);
  return [
    `## ${construct.name}`,
    prose(construct.doc?.text ?? ""),
    serves(construct),
    ...exampleText(construct, example),
    ...(site.sources.interfaces.has(construct.props) ? [propertyTable(propertiesOf(construct.props, site.sources.interfaces), site)] : []),
    ...defaultSettings(construct, site),
    resourcesMade(made),
    ...costDrivers(construct, made),
  ];
}

/** The section of an interface that stands in the properties of constructs. */
export const typeSection = (type: PropsInterface, site: Site): readonly string[] => [
  `### ${type.name}`,
  ...(type.doc?.text ? [prose(type.doc.text)] : []),
  propertyTable(propertiesOf(type.name, site.sources.interfaces), site),
];

const serves = ({ doc }: ConstructClass): string =>
  `Serves ${(doc?.obligations ?? []).map((id) => `${id} (${prose(obligation(id)?.title ?? "unknown").toLowerCase()})`).join(", ")}.`;

function exampleText(construct: ConstructClass, { body }: Example): readonly string[] {
  const path = `examples/constructs/${pathOf(construct)}.ts`;
  return [fence("ts", body), `[${path}](../../${path})`];
}

function propertyTable(properties: readonly Property[], site: Site): string {
  const rows = properties.map((property) => [
    `\`${property.name}\``,
    typeText(property.type, site),
    property.optional ? prose(property.doc?.default ?? "none") : "required",
    property.doc?.wiring ? "wiring" : (property.doc?.obligations ?? []).join(", "),
    [prose(property.doc?.text ?? ""), ...acceptNotes(property)].join(" "),
  ]);
  return table(["Property", "Type", "Default", "Serves", "What"], rows).join("\n");
}

/** A type that is described on one of the pages is a link there. */
function typeText(type: string, { links }: Site): string {
  const [, readonly = "", name = "", list = ""] = /^(readonly )?(\w+)(\[\])?$/.exec(type) ?? [];
  const link = links.get(name);
  return link === undefined ? codeCell(type) : `[${codeCell(`${readonly}${name}${list}`)}](${link})`;
}

const acceptNotes = ({ doc }: Property): readonly string[] =>
  (doc?.accepts ?? []).map((control) => `Weaker than the baseline needs an accept for ${ruleLink(control)}.`);

const ruleLink = (rule: string): string => `[${rule}](../rules/${rule}.md)`;

function defaultSettings({ doc, parts }: ConstructClass, { links }: Site): readonly string[] {
  const own = (doc?.settings ?? []).map(({ rule, says }) => `- ${prose(says)} (${ruleLink(rule)})`);
  const inherited = parts.map((part) => `[${part}](${links.get(part)})`);
  if (own.length === 0 && inherited.length === 0) return ["**Default settings:** nothing that a rule judges."];
  return [
    "**Default settings**, each with the rule that fails without it:",
    ...(own.length === 0 ? [] : [own.join("\n")]),
    ...(inherited.length === 0 ? [] : [`Its parts bring their own: ${inherited.join(", ")}.`]),
  ];
}

function resourcesMade(made: readonly MadeResource[]): string {
  const counts = countBy(made.map(({ type }) => type));
  return `**Resources made:** ${made.length}${made.length === 0 ? "" : ": "}${counts.map(([type, count]) => `${count} \`${type}\``).join(", ")}.`;
}

function costDrivers({ doc }: ConstructClass, made: readonly MadeResource[]): readonly string[] {
  const counted = countBy(made.map(({ type }) => type)).flatMap(([type, count]) => {
    const driver = costDriverOf(type);
    return driver === undefined ? [] : [{ ...driver, count }];
  });
  const intro = `**Monthly cost drivers:** ${prose(doc?.cost ?? "")}.`;
  if (counted.length === 0) return [intro];
  const rows = counted.map(({ service, by, count }) => [`[${service}](${pricingPage(service)})`, by, String(count)]);
  return [intro, table(["Service", "Counted by", "Resources"], rows.sort(byText)).join("\n")];
}

function countBy(names: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => compare(a, b));
}

const byText = (a: readonly string[], b: readonly string[]): number => compare(a.join("\n"), b.join("\n"));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
