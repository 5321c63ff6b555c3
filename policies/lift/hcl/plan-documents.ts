import type { ReadDocument } from "../plan/read-document.js";
import { readSource } from "./expression.js";
import { mayBeWildcard, namesOf } from "./names.js";
import { NOTHING_AROUND, type Surroundings, type Written } from "./written.js";
import { documentOf } from "./written-document.js";

/**
 * Documents that a plan does not know, as far as the plan itself says how they are written: it does of configuration in JSON, save for local values and files.
 * @param aroundOf what sources of the resource of an address may take in
 */
export function planDocuments(aroundOf: (address: string) => Surroundings = () => NOTHING_AROUND): ReadDocument {
  const readings = new Map<Surroundings, Map<string, Written | undefined>>();
  const readingOf = (text: string, around: Surroundings): Written | undefined => {
    const known = readings.get(around) ?? new Map<string, Written | undefined>();
    readings.set(around, known);
    if (!known.has(text)) known.set(text, readSource({ json: text }, around));
    return known.get(text);
  };
  return ({ address, path, written, filled }) => {
    const document = written === undefined ? undefined : readingOf(written, aroundOf(address));
    return documentOf(path.attribute, document, (parts) => filled(parts, mayBeWildcard(parts) ? [] : parts.flatMap(namesOf)));
  };
}
