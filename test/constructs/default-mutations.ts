import { BACKEND_MUTATIONS } from "../policies/backend-mutations/index.js";
import type { Mutation } from "../policies/mutations.js";
import { FURTHER_MUTATIONS } from "./further-mutations.js";
import { IOT_MUTATIONS, inDesiredState } from "./iot-mutations.js";
import { OPERATE_MUTATIONS } from "./operate-mutations.js";
import { RESPOND_MUTATIONS } from "./respond-mutations.js";
import { SCALE_OUT_MUTATIONS } from "./scale-out-mutations.js";

/** A mutation without its place: it is tried below every construct whose resources the rule passes. */
export interface DefaultMutation extends Pick<Mutation, "off" | "type" | "change" | "rule"> {
  /** How the construct path of the resource ends, where its type does not tell it from others. */
  readonly at?: string;
}

/** Every mutation of a secure default there is. */
export const DEFAULT_MUTATIONS: readonly DefaultMutation[] = [
  ...[...BACKEND_MUTATIONS, ...OPERATE_MUTATIONS, ...RESPOND_MUTATIONS].map(({ off, type, change, rule }) => ({ off, type, change, rule })),
  ...IOT_MUTATIONS.map(({ off, path, change, rule }) => ({
    off,
    type: "aws_cloudcontrolapi_resource",
    at: path.slice(path.indexOf("/") + 1),
    change: inDesiredState(change),
    rule,
  })),
  ...FURTHER_MUTATIONS,
  ...SCALE_OUT_MUTATIONS,
];
