/**
 * A variable of an AWS IoT or IAM policy, such as `Connection.Thing.ThingName`, written so that Terraform leaves it alone: in Terraform
 * text `${` opens an interpolation and `$${` stands for a literal `${`.
 * Source: https://docs.aws.amazon.com/iot/latest/developerguide/thing-policy-variables.html
 */
export const iotVar = (name: string): string => policyVar(`iot:${name}`);

/** The same for any policy variable, given with its prefix (`credentials-iot:ThingName`). */
export const policyVar = (name: string): string => `$\${${name}}`;

/** The name of the thing a connection belongs to, by its certificate, whatever client id it asked for. */
export const THING_NAME = iotVar("Connection.Thing.ThingName");
