import { constants, isAscii, isUtf8 } from "node:buffer";
import type { Json } from "../../../model/resource.js";
import { isObject, type JsonObject, jsonOf, own, put } from "../normal.js";

/**
 * A plan without the values of its resources, which Terraform writes twice: as `planned_values`, a tree of modules, and as `change.after` in
 * `resource_changes`. Both are made of the same changes, so that one of them is enough to lift a plan, and the other is half of the work of reading it.
 * Source: internal/command/jsonplan/values.go and plan.go of Terraform 1.11
 */
export interface ShortPlan {
  /** The plan, with the outputs of `planned_values` alone. */
  readonly plan: JsonObject;
  /** Resources of `planned_values`, counted in the text. */
  readonly planned: number;
}

const START = '{"format_version":"1.';
const ROOT = '"root_module":{';
const DRIFT = '"resource_drift":[';
const CHANGES = '"resource_changes":[';
/** How each resource of `planned_values` goes on after its address. */
const RESOURCE = ['","mode":"managed","type":"', '","mode":"data","type":"'] as const;
/** Input variables and outputs stand before the values. In a plan with more of them the whole is read. */
const LONGEST_HEAD = 1_000_000;
const [COMMA, BRACE] = [0x2c, 0x7b];

/**
 * Reads a plan as Terraform writes it. A piece of the text is taken for what it seems to be only where that follows: what is before the root module makes
 * an object when two braces close it, and what begins with the changes makes one when a brace opens it, so neither stands in a value somewhere.
 * @returns undefined for text in any other form, and where the planned values cannot be told from what stands beside them
 */
export function readShortPlan(bytes: Buffer): ShortPlan | undefined {
  if (bytes.length > constants.MAX_STRING_LENGTH || bytes.toString("latin1", 0, START.length) !== START) return undefined;
  const root = bytes.indexOf(ROOT);
  const changes = root < 0 || root > LONGEST_HEAD ? -1 : bytes.indexOf(CHANGES, root);
  if (changes < 0 || bytes[changes - 1] !== COMMA || bytes.indexOf(0) >= 0 || !isUtf8(bytes)) return undefined;
  const before = bytes.toString("utf8", 0, bytes[root - 1] === COMMA ? root - 1 : root);
  const head = jsonOf(`${before}}}`);
  if (!isObject(head) || !isObject(own(head, "planned_values"))) return undefined;
  // In place of the comma, for as long as it is read: in front of so long a string, a brace would cost a copy of it.
  bytes[changes - 1] = BRACE;
  const plan = jsonOf(decode(bytes.subarray(changes - 1)));
  bytes[changes - 1] = COMMA;
  if (!isObject(plan) || own(plan, "planned_values") !== undefined) return undefined;
  for (const key of Object.keys(head)) if (!Object.hasOwn(plan, key)) put(plan, key, head[key] as Json);
  const drift = bytes.indexOf(DRIFT, root);
  return { plan, planned: countIn(bytes.subarray(root, drift < 0 ? changes : Math.min(drift, changes))) };
}

function countIn(bytes: Buffer): number {
  let count = 0;
  for (const text of RESOURCE) for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + text.length)) count += 1;
  return count;
}

/** Bytes that are known to be UTF-8. */
const decode = (bytes: Buffer): string => bytes.toString(isAscii(bytes) ? "latin1" : "utf8");
