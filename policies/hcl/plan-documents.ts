import type { ReadDocument } from "../lift/plan/read-document.js";
import { readSource } from "./expression.js";
import { namesOf } from "./names.js";
import type { Source, Written } from "./written.js";
import { documentOf } from "./written-document.js";

type Locals = (name: string) => Source | undefined;
const NO_LOCALS: Locals = () => undefined;

/**
 * Documents that a plan does not know, as far as the plan itself says how they are written: it does of configuration in JSON, save for local values.
 * @param localsOf the local values beside the resource of an address
 */
export function planDocuments(localsOf: (address: string) => Locals = () => NO_LOCALS): ReadDocument {
  const readings = new Map<Locals, Map<string, Written | undefined>>();
  const readingOf = (text: string, locals: Locals): Written | undefined => {
    const known = readings.get(locals) ?? new Map<string, Written | undefined>();
    readings.set(locals, known);
    if (!known.has(text)) known.set(text, readSource({ json: text }, locals));
    return known.get(text);
  };
  return ({ address, path, written, filled }) => {
    const document = written === undefined ? undefined : readingOf(written, localsOf(address));
    return documentOf(path.attribute, document, (parts) => filled(parts, parts.flatMap(namesOf)));
  };
}
