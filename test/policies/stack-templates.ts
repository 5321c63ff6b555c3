import type { LiftedInput, Resource } from "../../model/resource.js";
import type { JsonObject } from "../../policies/lift/normal.js";
import { liftSynth } from "../../policies/lift/synth/synth.js";

/** A synthesized stack, lifted. */
export const synth = (root: object): LiftedInput => {
  const text = JSON.stringify(root);
  return liftSynth("cdk.tf.json", JSON.parse(text) as JsonObject, text);
};

/** One whose only resource is a CloudFormation stack of this template. */
export const stackWith = (body: string, more: object = {}): LiftedInput =>
  synth({ resource: { aws_cloudformation_stack: { s: { name: "s", template_body: body, ...more } } } });

/** What such a stack holds under a logical id. */
export const inside = (input: LiftedInput, name: string): Resource | undefined =>
  input.resources.find((resource) => resource.address === `aws_cloudformation_stack.s#${name}`);
