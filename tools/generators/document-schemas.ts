import { DOCUMENT_KINDS, DOCUMENT_SCHEMAS } from "../../model/documents/kinds.js";
import { projectSchema } from "../../model/documents/project.js";
import type { Output } from "./output.js";
import { schemaFile } from "./schema-file.js";

/** JSON Schemas of the dossier's documents and of bulwark.yaml, for completion and checks in an editor. */
export function documentSchemas(): readonly Output[] {
  const kinds = DOCUMENT_KINDS.map((kind) =>
    schemaFile(`docs/schemas/${fileName(kind)}`, kind, `A dossier document with kind: ${kind}.`, DOCUMENT_SCHEMAS[kind]),
  );
  return [...kinds, schemaFile("docs/schemas/project.schema.json", "Project", "bulwark.yaml of a project folder.", projectSchema)];
}

/** `VendorRegister` -> `vendor-register.schema.json` */
const fileName = (kind: string): string => `${kind.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase()}.schema.json`;
