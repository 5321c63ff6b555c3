import { DOCUMENT_SCHEMAS, type DocumentKind } from "../../model/documents/kinds.js";
import type { Json } from "../../model/resource.js";

/** Whether the schema of a document refuses these values: they would never reach a rule. */
export function isRefused(type: string, values: Json): boolean {
  const kind = /^Document\/(.+)$/.exec(type)?.[1];
  if (kind === undefined || !Object.hasOwn(DOCUMENT_SCHEMAS, kind)) return false;
  return !DOCUMENT_SCHEMAS[kind as DocumentKind].safeParse(values).success;
}
