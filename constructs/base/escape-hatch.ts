import type { TerraformResource } from "#tf";
import { BulwarkError } from "../../model/errors.js";
import type { Json } from "../../model/resource.js";
import { acceptanceProblem } from "./accept.js";
import { addressOf } from "./address.js";
import { DeviationLog } from "./deviation-log.js";

/** What somebody answers for who goes past the properties of a construct. */
export interface AcceptedOverride {
  /** Id of the rule that will object, such as `s3-versioning`: `bulwark rules` lists them. Another rule's finding is not covered. @obligation OBL-REG-3 */
  readonly control: string;
  /** Why this is right here, at least 10 characters. @obligation OBL-REG-3 */
  readonly reason: string;
  /** Date (YYYY-MM-DD) until which it holds: in the future, and at most a year ahead. @obligation OBL-REG-3 */
  readonly until: string;
  /** The resource the rule's finding names, where that is another than the one overridden. @default the resource overridden @wiring */
  readonly judged?: TerraformResource;
  /** Date (YYYY-MM-DD) that `until` is held against. @default today, UTC @wiring */
  readonly asOf?: string;
}

/**
 * The escape hatch: sets an attribute of an inner resource that no property reaches, and records who answers for it. A bare `addOverride` works
 * too, but the check then shows the finding as failed; this one shows it as waived until its date.
 * @param path Terraform's names with dots, `server_side_encryption.enabled`; lists cannot be overridden
 * @throws BulwarkError BW_PROP_INVALID when the resource has no such attribute or it is a list, BW_ACCEPT_INVALID
 */
export function override(resource: TerraformResource, path: string, value: Json, accept: AcceptedOverride): void {
  const construct = resource.node.path;
  const { control, reason, until, judged = resource, asOf = new Date().toISOString().slice(0, 10) } = accept;
  const problem = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(control) ? acceptanceProblem({ reason, until }, asOf) : "is not the id of a rule";
  if (problem) throw new BulwarkError("BW_ACCEPT_INVALID", { construct, control, problem });
  const before = written(resource, path, value);
  resource.addOverride(path, value);
  DeviationLog.of(resource).record(judged, {
    control,
    property: judged === resource ? path : `${addressOf(resource)}.${path}`,
    given: value,
    baseline: before,
    reason,
    until,
  });
}

/** What stood at the path; a path the resource does not have would otherwise become a key that Terraform refuses, or that nobody reads. */
function written(resource: TerraformResource, path: string, value: Json): Json {
  const segments = path.split(".");
  const [first = ""] = segments;
  const refuse = (problem: string): never => {
    throw new BulwarkError("BW_PROP_INVALID", { construct: resource.node.path, property: path, given: JSON.stringify(value), problem });
  };
  if (segments.some((segment) => !/^[a-z][a-z0-9_]*$/.test(segment)) || !(camelCase(first) in resource))
    refuse(`is no attribute path of ${resource.terraformResourceType}; use Terraform's names, with dots and without indices`);
  let at: unknown = configuration(resource);
  for (const segment of segments) {
    if (Array.isArray(at)) refuse("leads through a list, which an override cannot reach into");
    at = typeof at === "object" && at !== null ? (at as Record<string, unknown>)[segment] : undefined;
  }
  // CDKTF appends to a list that is there: the old entries would stay, and the record would say that they went.
  if (Array.isArray(at) || Array.isArray(value)) refuse("is a list, and an override adds to a list instead of replacing it");
  return typeof at === "string" || typeof at === "number" || typeof at === "boolean" ? at : null;
}

/** The attributes as they stand, without what was set by other overrides being told apart. */
function configuration(resource: TerraformResource): unknown {
  const whole = resource.toTerraform() as { readonly resource?: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
  return whole.resource?.[resource.terraformResourceType]?.[resource.friendlyUniqueId];
}

const camelCase = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
