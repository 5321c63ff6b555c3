import { constructFiles, readSources } from "./construct-pages/sources.js";
import { collect } from "./default-mutations/collect.js";
import { page } from "./default-mutations/page.js";
import { propertyRows } from "./default-mutations/properties.js";
import type { Output } from "./output.js";

/** docs/default-mutations.md: every default that a rule judges, mutated, and the rules that object. */
export function defaultMutations(): readonly Output[] {
  const { classes } = readSources(constructFiles());
  return [{ file: "docs/default-mutations.md", content: page(collect(classes), propertyRows(), classes) }];
}
