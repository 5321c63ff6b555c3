import { groupBy } from "../../../model/group.js";
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
  `Serves ${(doc?.obligations ?? []).map((id) => `${obligationLink(id)} (${prose(obligation(id)?.title ?? "unknown").toLowerCase()})`).join(", ")}.`;

function exampleText(construct: ConstructClass, { body }: Example): readonly string[] {
  const path = `examples/constructs/${pathOf(construct)}.ts`;
  return [fence("ts", body), `[${path}](../../${path})`];
}

function propertyTable(properties: readonly Property[], site: Site): string {
  const rows = properties.map((property) => [
    `\`${property.name}\``,
    typeText(property.type, site),
    property.optional ? prose(property.doc?.default ?? "none") : "required",
    property.doc?.wiring ? "wiring" : (property.doc?.obligations ?? []).map(obligationLink).join(", "),
    [prose(property.doc?.text ?? ""), ...acceptNotes(property)].join(" "),
  ]);
  return table(["Property", "Type", "Default", "Serves", "What"], rows).join("\n");
}

/** A short name for words is written out, and a type that is described on one of the pages is a link there. */
function typeText(type: string, { links, sources: { interfaces, words } }: Site): string {
  const [, owner = "", property] = /^(\w+)\["(\w+)"\]$/.exec(type) ?? [];
  const named = interfaces.get(owner)?.own.find(({ name }) => name === property)?.type ?? type;
  const shown = named.replace(/\b[A-Z]\w+\b/g, (name) => {
    const all = words.get(name);
    return all === undefined ? name : named === name ? all : `(${all})`;
  });
  const [link] = [...named.matchAll(/\b[A-Z]\w+\b/g)].flatMap(([name]) => links.get(name) ?? []);
  return link === undefined ? codeCell(shown) : `[${codeCell(shown)}](${link})`;
}

const acceptNotes = ({ doc }: Property): readonly string[] =>
  (doc?.accepts ?? []).map((control) => `Weaker than the baseline needs an accept for ${ruleLink(control)}.`);

const obligationLink = (id: string): string => `[${id}](../obligations.md#${id.toLowerCase()})`;

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
  const counts = countBy(made, ({ type }) => type).map(([{ type }, count]) => `${count} \`${type}\``);
  return `**Resources made:** ${made.length}${counts.length === 0 ? "" : `: ${counts.join(", ")}`}.`;
}

function costDrivers({ doc }: ConstructClass, made: readonly MadeResource[]): readonly string[] {
  const intro = `**Monthly cost drivers:** ${prose(doc?.cost ?? "")}.`;
  const drivers = made.flatMap(({ type }) => costDriverOf(type) ?? []);
  if (drivers.length === 0) return [intro];
  const rows = countBy(drivers, ({ service, by }) => `${service} ${by}`).map(([{ service, by }, count]) => [
    `[${service}](${pricingPage(service)})`,
    by,
    String(count),
  ]);
  return [intro, table(["Service", "Counted by", "Resources"], rows).join("\n")];
}

/** One of each with how many there are, in the order of their keys. */
function countBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [T, number])[] {
  const sorted = [...groupBy(items, keyOf)].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted.flatMap(([, group]) => (group[0] === undefined ? [] : [[group[0], group.length] as const]));
}
