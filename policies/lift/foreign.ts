import type { DocumentKind } from "../../model/documents/index.js";
import { BulwarkError } from "../../model/errors.js";
import { isObject, own } from "./normal.js";

/** A file in a folder that seems to be somebody else's, and why; nobody named it, so it is passed over and told of. */
export interface PassedOver {
  readonly passedOver: string;
}

export const passOver = (path: string, why: string): PassedOver => ({ passedOver: `${path} (${why})` });

/**
 * The kind that a file in a folder states, when none it states is one of ours nor so near to one that it must be a slip.
 * @param value what was parsed, where something was; else the top-level `kind:` lines of the text count
 */
export async function foreignKind(text: string, value?: unknown): Promise<string | undefined> {
  const kinds = value === undefined ? [...text.matchAll(KIND)].map(([, kind]) => kind ?? "") : kindsOf(value);
  const { DOCUMENT_KINDS, nearest } = await import("../../model/documents/index.js");
  const ours = kinds.some((kind) => DOCUMENT_KINDS.includes(kind as DocumentKind) || nearest(kind, DOCUMENT_KINDS) !== undefined);
  return ours ? undefined : (kinds[0] ?? "none");
}

const KIND = /^["']?kind["']?\s*:[ \t]*["']?([^\s"',]*)/gm;

function kindsOf(value: unknown): readonly string[] {
  const kind = isObject(value) ? own(value, "kind") : undefined;
  return typeof kind === "string" ? [kind] : [];
}

/** A plan, a stack or a document, though it cannot be parsed: a file that was cut off must not pass for somebody else's. */
export async function claimsToBeOurs(path: string, text: string): Promise<boolean> {
  if (/\.tf\.json$/i.test(path) || /"format_version"|"planned_values"/.test(text)) return true;
  const kind = /"kind"\s*:\s*"([^"]*)"/.exec(text)?.[1];
  return kind !== undefined && (await foreignKind(text, { kind })) === undefined;
}

/**
 * Refuses by name what people give in place of a plan.
 * @throws BulwarkError BW_FILE_EMPTY, BW_INPUT_HCL, BW_PLAN_INCOMPLETE
 */
export function refuseNearMiss(path: string, text: string): void {
  if (text.trim() === "") throw new BulwarkError("BW_FILE_EMPTY", { path });
  if (VALUES.test(path)) throw new BulwarkError("BW_INPUT_HCL", { path, problem: "holds values of variables" });
  if (/^\s*\{"@(?:level|message|module|timestamp)":/.test(text))
    throw new BulwarkError("BW_PLAN_INCOMPLETE", { path, problem: "this is the log that terraform plan -json prints, one object a line" });
}

/** Terraform's and OpenTofu's own language; `.tf.json` is read as JSON. */
export const CONFIGURATION = /\.(?:tf|tofu)$/i;
const VALUES = /\.tfvars$/i;
