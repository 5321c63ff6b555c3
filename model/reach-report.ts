import type { ReachAnswer } from "./iot-policy/reach.js";

/**
 * `reaches`: another device's topics, whatever the open conditions hold. `depends`: only under conditions that are named. `unknown`: the policy, or
 * a part of it, is not known before apply. `contained`: none of these.
 */
export const REACH_VERDICTS = ["reaches", "depends", "unknown", "contained"] as const;
export type ReachVerdict = (typeof REACH_VERDICTS)[number];

/** One device policy, or several that were asked to be judged as one device's. */
export interface ReachedPolicy extends ReachAnswer {
  /** Terraform addresses, or the path of a policy file, joined with ` + `. */
  readonly place: string;
  readonly name: string;
  /**
   * `provisioning`: it grants nothing but asking for a certificate and a registration. Such a policy is one identity in many devices by design,
   * so that one takes another's client id is told but does not make it `reaches`.
   */
  readonly kind: "device" | "provisioning";
  readonly verdict: ReachVerdict;
  /** What could not be read and how it was taken, in plain words. */
  readonly notes: readonly string[];
}

/** What `bulwark reach` found. */
export interface ReachReport {
  readonly schema: "bulwark.reach/1";
  readonly inputs: readonly { readonly path: string; readonly policies: number }[];
  readonly policies: readonly ReachedPolicy[];
  readonly summary: Readonly<Record<ReachVerdict, number>>;
}
