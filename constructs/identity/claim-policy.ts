import { Construct } from "constructs";
import { IotPolicy } from "#aws/iot-policy";
import type { InContext } from "../base/backend-context.js";
import { policyDocument } from "../base/policy-document.js";
import { requirePolicyFits } from "./iot-policy-size.js";

export interface ClaimPolicyProps extends InContext {
  /** Provisioning template a claim may ask for. @obligation OBL-IAM-5 */
  readonly templateName: string;
}

/**
 * What the claim certificate burnt in at the factory may do: hand in a certificate signing request and ask for this template, once. The
 * private key is made on the device and never leaves it (`create-from-csr`, not `create`). Its client ids keep clear of every thing name.
 * @obligation OBL-IAM-5
 * @setting iot-claim-policy-narrow: a claim certificate can ask for this template, and nothing else
 * @setting iot-claim-policy-csr-only: keys are made on the device; AWS IoT hands out none
 * @cost nothing
 * Source: https://docs.aws.amazon.com/iot/latest/developerguide/provision-wo-cert.html
 */
export class ClaimPolicy extends Construct {
  readonly policy: IotPolicy;

  constructor(scope: Construct, id: string, { context, templateName }: ClaimPolicyProps) {
    super(scope, id);
    const topics = ["$aws/certificates/create-from-csr/json", `$aws/provisioning-templates/${templateName}/provision/json`];
    const replies = topics.flatMap((topic) => [`${topic}/accepted`, `${topic}/rejected`]);
    const document = policyDocument([
      { Sid: "Connect", Effect: "Allow", Action: "iot:Connect", Resource: context.arn("iot", `client/claim-${context.product}-*`) },
      { Sid: "Ask", Effect: "Allow", Action: "iot:Publish", Resource: topics.map((topic) => context.arn("iot", `topic/${topic}`)) },
      { Sid: "Hear", Effect: "Allow", Action: "iot:Receive", Resource: replies.map((topic) => context.arn("iot", `topic/${topic}`)) },
      {
        Sid: "Listen",
        Effect: "Allow",
        Action: "iot:Subscribe",
        Resource: replies.map((topic) => context.arn("iot", `topicfilter/${topic}`)),
      },
    ]);
    requirePolicyFits(this, document);
    this.policy = new IotPolicy(this, "policy", { name: context.name("claim"), policy: document, tags: context.tags("identity") });
  }
}
