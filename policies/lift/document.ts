import { parseDocuments } from "../../model/documents/index.js";
import type { LiftedInput, Resource } from "../../model/resource.js";

/**
 * Lifts a dossier file: every document becomes a resource of type `Document/<Kind>` at `<path>#<Kind>/<name>`.
 * @throws BulwarkError BW_YAML_INVALID, BW_DOCUMENT_KIND, BW_DOCUMENT_INVALID
 */
export function liftDocuments(path: string, text: string): LiftedInput {
  const resources = parseDocuments(text, path).map((document): Resource => {
    const { kind, name, value, location } = document;
    return {
      address: `${path}#${kind}/${name}`,
      type: `Document/${kind}`,
      name,
      mode: "managed",
      values: value as unknown as Resource["values"],
      location,
      ...(document.kind === "Waivers"
        ? { entries: document.value.waivers.map((_, index) => ({ file: path, ...document.locate(["waivers", index]) })) }
        : {}),
    };
  });
  return { path, kind: "document", resources, deviations: [], resourcesInInput: countKinds(text) };
}

/** Counted by other code than the parser: top-level `kind:` lines of the stream, or one for JSON text. */
const countKinds = (text: string): number => (text.trimStart().startsWith("{") ? 1 : (text.match(/^["']?kind["']?\s*:/gm) ?? []).length);
