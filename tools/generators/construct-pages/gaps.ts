import { obligation } from "../../../model/obligations/catalogue.js";
import type { Docstring } from "./docstring.js";
import { type ConstructClass, type ConstructSources, type Property, writtenByUsers } from "./sources.js";

/** What the docstrings of constructs leave unsaid, each with its place; empty when a page can be made of them. */
export function gapsIn(sources: ConstructSources): readonly string[] {
  return [
    ...writtenByUsers(sources).flatMap(({ name, own }) => own.flatMap((property) => gapsOfProperty(property).map(at(property, name)))),
    ...sources.classes.flatMap((construct) => gapsOfClass(construct).map((gap) => `${construct.place} ${construct.name} ${gap}`)),
  ];
}

const at =
  ({ place, name }: Property, of: string) =>
  (gap: string): string =>
    `${place} ${of}.${name} ${gap}`;

function gapsOfProperty({ doc, optional, readonly }: Property): readonly string[] {
  return [
    ...(readonly ? [] : ["is not readonly"]),
    ...(doc?.text ? [] : ["has no sentence"]),
    ...(optional && doc?.default === undefined ? ["is optional and has no @default"] : []),
    ...(doc?.wiring || (doc?.obligations.length ?? 0) > 0 ? [] : ["has neither @obligation nor @wiring"]),
    ...(doc?.wiring && doc.obligations.length > 0 ? ["has both @obligation and @wiring"] : []),
    ...unknownObligations(doc),
  ];
}

function gapsOfClass({ doc }: ConstructClass): readonly string[] {
  return [
    ...(doc?.text ? [] : ["has no sentence"]),
    ...((doc?.obligations.length ?? 0) > 0 ? [] : ["has no @obligation"]),
    ...(doc?.cost ? [] : ["has no @cost"]),
    ...(doc?.settings ?? []).flatMap(({ rule, says }) => (says === "" ? [`has a @setting without a sentence (${rule})`] : [])),
    ...unknownObligations(doc),
  ];
}

function unknownObligations(doc: Docstring | undefined): readonly string[] {
  return (doc?.obligations ?? []).flatMap((id) => {
    const row = obligation(id);
    if (row === undefined) return [`names ${id}, which is no obligation`];
    return row.class === "organisational" || row.class === "alias" ? [`names ${id}, which no construct can serve`] : [];
  });
}
