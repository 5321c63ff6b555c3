import { readFileSync } from "node:fs";
import { DETECTORS } from "../../model/detectors/catalogue.js";
import { problemOfOwn } from "../../model/detectors/own.js";
import type { Detector } from "../../model/detectors/types.js";
import { BulwarkError, messageOf } from "../../model/errors.js";

export interface StackPolicy {
  /** Terraform address. */
  readonly address: string;
  readonly document: unknown;
}

export interface StackPolicies {
  readonly device: StackPolicy;
  readonly quarantine: StackPolicy;
  /** The detectors that would be deployed; the shipped ones where the stack says nothing else. */
  readonly detectors: readonly Detector[];
}

/**
 * Takes the device and quarantine policy of a product, and its detectors, out of a synthesized stack (`cdk.tf.json`): the ones that would be
 * deployed, not copies.
 * @throws BulwarkError BW_FILE_NOT_FOUND, BW_JSON_INVALID, BW_POLICY_INVALID, BW_DETECTORS_INVALID
 */
export function readStackPolicies(path: string, product: string): StackPolicies {
  const stack = readJson(path);
  const resources = resourcesOf<PolicyResource>(stack, "aws_iot_policy");
  return {
    device: policyNamed(resources, `${product}-device`, path),
    quarantine: policyNamed(resources, `${product}-quarantine`, path),
    detectors: detectorsIn(stack, product, path),
  };
}

/** The detection function carries its own detectors in its metadata, as they lie in its package. */
function detectorsIn(stack: unknown, product: string, path: string): readonly Detector[] {
  const functions = Object.values(resourcesOf<FunctionResource>(stack, "aws_lambda_function"));
  const detectors = functions.find(({ function_name }) => function_name === `${product}-detection`)?.["//"]?.bulwark?.detectors;
  if (detectors === undefined) return DETECTORS;
  const wrong = Array.isArray(detectors) ? problemOfOwn(detectors) : { problem: "is no list" };
  if (wrong === undefined) return detectors as readonly Detector[];
  throw new BulwarkError("BW_DETECTORS_INVALID", { path, detector: wrong.detector ?? "detectors", problem: wrong.problem });
}

interface FunctionResource {
  readonly function_name?: unknown;
  readonly "//"?: { readonly bulwark?: { readonly detectors?: unknown } };
}

interface PolicyResource {
  readonly name?: unknown;
  readonly policy?: unknown;
}

function policyNamed(resources: Readonly<Record<string, PolicyResource>>, name: string, path: string): StackPolicy {
  const [id, resource] = Object.entries(resources).find(([, candidate]) => candidate.name === name) ?? [];
  if (id === undefined || resource === undefined) {
    const known = Object.values(resources).map((candidate) => String(candidate.name));
    throw new BulwarkError("BW_POLICY_INVALID", {
      place: path,
      problem: `it has no aws_iot_policy named ${name}; there are ${known.join(", ") || "none"}`,
    });
  }
  const address = `aws_iot_policy.${id}`;
  if (typeof resource.policy !== "string")
    throw new BulwarkError("BW_POLICY_INVALID", { place: address, problem: "its policy is not JSON text" });
  return { address, document: documentOf(resource.policy, address) };
}

/**
 * A policy written for another account or region would deny everything, and a rehearsal of that shows nothing.
 * @throws BulwarkError BW_POLICY_INVALID
 */
export function requireScope({ address, document }: StackPolicy, region: string, account: string): void {
  const text = JSON.stringify(document);
  if (text.includes(`:iot:${region}:${account}:`) || text.includes(":iot:*:")) return;
  throw new BulwarkError("BW_POLICY_INVALID", {
    place: address,
    problem: `it grants nothing in account ${account} and region ${region}, which the scenario's backend names`,
  });
}

/** `$${` is Terraform's way to write a literal `${`; anything left is an expression whose value only an apply would tell. */
function documentOf(text: string, place: string): unknown {
  const open = text.replaceAll("$${", "\u0000").match(/\$\{[^}]*\}/);
  if (open !== null)
    throw new BulwarkError("BW_POLICY_INVALID", { place, problem: `it holds ${open[0]}, whose value is not known before apply` });
  try {
    return JSON.parse(text.replaceAll("$${", "${"));
  } catch (cause) {
    throw new BulwarkError("BW_POLICY_INVALID", { place, problem: `not valid JSON (${messageOf(cause)})` }, cause);
  }
}

function resourcesOf<T>(stack: unknown, type: string): Readonly<Record<string, T>> {
  const resource = (stack as { readonly resource?: Readonly<Record<string, unknown>> } | null)?.resource;
  return (resource?.[type] ?? {}) as Readonly<Record<string, T>>;
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new BulwarkError("BW_FILE_NOT_FOUND", { path }, cause);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BulwarkError("BW_JSON_INVALID", { path, line: 1, column: 1, cause: messageOf(cause) }, cause);
  }
}
