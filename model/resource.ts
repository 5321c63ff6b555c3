/**
 * The one normal form of infrastructure: what a Terraform plan, a synthesized stack and (later) state are lifted into, and what Rego judges.
 *
 * Attributes are plain JSON with three additions that Rego can see:
 * - an attribute nobody wrote and the provider does not default in the plan is **absent** (no key);
 * - an attribute the author wrote whose value is not known before apply is an {@link UnknownValue} in its place;
 * - blocks are always arrays, as in plan JSON, and `$${` is already `${`.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Why a written value is not known: it refers to something, it is an expression we do not evaluate, or a document we cannot read. */
export type UnknownReason = "reference" | "expression" | "opaque-document" | "sensitive";

/** Stands where the author wrote a value that is not known before apply. `refs` are resource addresses without attribute, most specific first. */
export interface UnknownValue {
  readonly $unknown: UnknownReason;
  /** Addresses of the resources referred to, instance keys kept where the expression gives them (`aws_kms_key.firmware`). */
  readonly refs: readonly string[];
  /** Attribute of the first reference (`arn`, `id`, ...), when the expression is a plain reference. */
  readonly attribute?: string;
  /**
   * Set when the value is a text with references inside it (`arn:aws:iot:eu-central-1:${data.aws_caller_identity.me.account_id}:client/${iot:ClientId}`):
   * that text as written, `$${` already `${`. Lets a rule judge the parts that are known. Absent when the value is nothing but a reference.
   */
  readonly template?: string;
}

export interface ResourceLocation {
  readonly file: string;
  /** 1-based; 0 when the input gives none. */
  readonly line: number;
  readonly column: number;
}

export interface Resource {
  /** Full Terraform address, lossless over modules, count and for_each: `module.a["x.y"].aws_s3_bucket.b[0]`. Unique within an input. */
  readonly address: string;
  /** Terraform type, or for the encodings of types the provider lacks the CloudFormation type (`AWS::IoT::JobTemplate`). */
  readonly type: string;
  readonly name: string;
  readonly mode: "managed" | "data";
  /** Attributes in the normal form above. Policy documents given as JSON text are parsed in place. */
  readonly values: { readonly [key: string]: Json | UnknownValue };
  /**
   * Where several providers of AWS stand in the input: the region of the one that makes the resource, or what that provider is called
   * (`aws.second`) when its region is not known. Absent where all make theirs in one place.
   */
  readonly region?: string;
  /** Construct path from synth metadata (`fleet/Ingest/DeadLetters`), when known. */
  readonly constructPath?: string;
  readonly location: ResourceLocation;
  /** The line of the app that made the resource, when the synth carries stack traces (`"//".metadata.stackTrace`). */
  readonly source?: ResourceLocation;
  /** Planned actions (`create`, `update`, `delete`, ...); absent for synth and state. */
  readonly actions?: readonly string[];
  /** Of a plan that updates or replaces the resource: the values it had before, in the same normal form. */
  readonly before?: { readonly [key: string]: Json | UnknownValue };
  /** Of a document that is a list of decisions (waivers): where each stands. */
  readonly entries?: readonly ResourceLocation[];
  /** Whether this plan takes the resource, which is there already, into the state. */
  readonly imported?: boolean;
  /** Of a plan that moves the resource (`moved`): the address it had. */
  readonly previousAddress?: string;
}

/** `configuration`: Terraform's own language, without a plan. */
export type InputKind = "plan" | "synth" | "state" | "configuration" | "document";

/** An accepted deviation from the baseline, travelling in the stack's own metadata (see constructs/base). */
export interface Deviation {
  readonly control: string;
  readonly address: string;
  readonly constructPath: string;
  readonly property: string;
  readonly given: Json;
  readonly baseline: Json;
  readonly reason: string;
  /** ISO date (YYYY-MM-DD); after it the deviation no longer waives. */
  readonly until: string;
}

export interface LiftedInput {
  readonly path: string;
  readonly kind: InputKind;
  readonly resources: readonly Resource[];
  /**
   * Provider blocks, of type `Provider/aws` at `provider.aws["alias"]`, and calls of modules from elsewhere, of type `Module/call` at `module.site`: settings of
   * the run, judged and not counted as resources.
   */
  readonly blocks?: readonly Resource[];
  /** Resources that a plan destroys, with the values they had; not judged as resources, for rules about the change itself. */
  readonly deleted?: readonly Resource[];
  /** Resources that a plan takes out of the state and leaves as they are, with the values they had; not judged. */
  readonly forgotten?: readonly Resource[];
  /** Of a plan after which another has to follow (`-target`, deferred changes): what it lacks may still be there. */
  readonly partial?: boolean;
  /** What the lift could not look into, in plain words (`module.vpc is called from outside this file`). */
  readonly notes?: readonly string[];
  readonly deviations: readonly Deviation[];
  /** Counted straight from the input's own structure, by other code than the lift: the run prints both. */
  readonly resourcesInInput: number;
}
