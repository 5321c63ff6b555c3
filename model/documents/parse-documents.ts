import type { z } from "zod";
import { BulwarkError } from "../errors.js";
import type { ResourceLocation } from "../resource.js";
import { DOCUMENT_KINDS, DOCUMENT_SCHEMAS, type DocumentKind } from "./kinds.js";
import { nearest } from "./nearest.js";
import { errorAt, parseYaml, validateAs, type YamlDocument } from "./read-yaml.js";

/** The typed content of a document of a kind. */
export type Document<K extends DocumentKind = DocumentKind> = z.infer<(typeof DOCUMENT_SCHEMAS)[K]>;

/** One document of a dossier, discriminated by kind. */
export type DossierDocument = {
  readonly [K in DocumentKind]: {
    readonly kind: K;
    readonly name: string;
    readonly value: Document<K>;
    readonly location: ResourceLocation;
    readonly locate: YamlDocument["locate"];
  };
}[DocumentKind];

/**
 * Every document of a YAML file, in order; a file may hold several between `---` lines.
 * @throws BulwarkError BW_YAML_INVALID, BW_DOCUMENT_KIND (no or unknown kind), BW_DOCUMENT_INVALID (also: a name used twice for one kind).
 */
export function parseDocuments(source: string, path: string): readonly DossierDocument[] {
  const documents = parseYaml(source, path).map((document) => typed(document, path));
  const seen = new Set<string>();
  for (const document of documents) {
    const key = `${document.kind} ${document.name}`;
    if (seen.has(key))
      throw errorAt(
        document,
        { path, code: "BW_DOCUMENT_INVALID" },
        ["name"],
        `another ${document.kind} of this file is called ${document.name}`,
      );
    seen.add(key);
  }
  return documents;
}

function typed(document: YamlDocument, path: string): DossierDocument {
  const kind = kindOf(document, path);
  const value = validateAs<Document>(DOCUMENT_SCHEMAS[kind] as z.ZodType<Document>, document, { path, code: "BW_DOCUMENT_INVALID" });
  return { kind, name: value.name, value, location: { file: path, ...document.locate([]) }, locate: document.locate } as DossierDocument;
}

function kindOf(document: YamlDocument, path: string): DocumentKind {
  const { value } = document;
  const kind: unknown =
    typeof value === "object" && value !== null && !Array.isArray(value) ? (value as { readonly kind?: unknown }).kind : undefined;
  if (typeof kind === "string" && isDocumentKind(kind)) return kind;
  const guess = typeof kind === "string" ? nearest(kind, DOCUMENT_KINDS) : undefined;
  const given = kind === undefined ? "missing" : `${JSON.stringify(kind)}${guess === undefined ? "" : ` (did you mean ${guess}?)`}`;
  throw new BulwarkError("BW_DOCUMENT_KIND", { path, ...document.locate(["kind"]), given, known: DOCUMENT_KINDS.join(", ") });
}

function isDocumentKind(kind: string): kind is DocumentKind {
  return (DOCUMENT_KINDS as readonly string[]).includes(kind);
}
