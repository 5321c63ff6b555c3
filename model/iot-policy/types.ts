/**
 * The data-plane actions: first those that a broker asks about, then those that are asked about where a device calls HTTPS with its certificate.
 * Source: docs.aws.amazon.com/iot/latest/developerguide/iot-policy-actions.html
 */
export const IOT_ACTIONS = [
  "iot:Connect",
  "iot:Publish",
  "iot:RetainPublish",
  "iot:Subscribe",
  "iot:Receive",
  "iot:DeleteConnection",
  "iot:GetRetainedMessage",
  "iot:GetThingShadow",
  "iot:UpdateThingShadow",
  "iot:DeleteThingShadow",
  "iot:ListNamedShadowsForThing",
  "iot:DescribeJobExecution",
  "iot:GetPendingJobExecutions",
  "iot:StartNextPendingJobExecution",
  "iot:UpdateJobExecution",
] as const;
export type IotAction = (typeof IOT_ACTIONS)[number];

/** Name attributes AWS IoT reads from an X.509 certificate. Source: docs.aws.amazon.com/iot/latest/developerguide/cert-policy-variables.html */
export const DISTINGUISHED_NAME_ATTRIBUTES = [
  "DistinguishedNameQualifier",
  "Country",
  "Organization",
  "OrganizationalUnit",
  "State",
  "CommonName",
  "SerialNumber",
  "Title",
  "Surname",
  "GivenName",
  "Initials",
  "Pseudonym",
  "GenerationQualifier",
] as const;
export type DistinguishedNameAttribute = (typeof DISTINGUISHED_NAME_ATTRIBUTES)[number];

export const ALTERNATIVE_NAME_ATTRIBUTES = ["RFC822Name", "DNSName", "DirectoryName", "UniformResourceIdentifier", "IPAddress"] as const;
export type AlternativeNameAttribute = (typeof ALTERNATIVE_NAME_ATTRIBUTES)[number];

type Values = string | readonly string[];

export interface PolicyCertificate {
  /** SHA-256 of the certificate, hex: what AWS calls the certificate id. */
  readonly id: string;
  readonly serialNumber?: string;
  readonly subject?: Readonly<Partial<Record<DistinguishedNameAttribute, Values>>>;
  readonly issuer?: Readonly<Partial<Record<DistinguishedNameAttribute, Values>>>;
  readonly subjectAlternativeName?: Readonly<Partial<Record<AlternativeNameAttribute, Values>>>;
  readonly issuerAlternativeName?: Readonly<Partial<Record<AlternativeNameAttribute, Values>>>;
}

/** What is known of the client that asks. Every string in here may be chosen by an attacker; none of it is ever read as a pattern. */
export interface PolicyContext {
  readonly clientId: string;
  /** Registry name of the thing the certificate is attached to. Thing variables resolve only while it equals `clientId`, as in AWS, unless `exclusiveThing`. */
  readonly thingName?: string;
  readonly thingTypeName?: string;
  readonly thingAttributes?: Readonly<Record<string, string>>;
  /** The presented certificate is attached to the thing `thingName`. */
  readonly thingIsAttached: boolean;
  /** The certificate is attached to this thing exclusively: then the client id need not equal the thing name. */
  readonly exclusiveThing?: boolean;
  readonly certificate?: PolicyCertificate;
  /** IPv4 or IPv6 text, without a port. */
  readonly sourceIp?: string;
  /** Carried for evidence; no policy key reads it. */
  readonly principalId?: string;
  /** SNI host name of the endpoint. */
  readonly domainName?: string;
  /** What the CONNECT packet asks for beside a plain connection. */
  readonly connectAttributes?: readonly ("PersistentConnect" | "LastWill")[];
  /** The publish at hand carries the RETAIN flag (see `authorizePublish`). */
  readonly retain?: boolean;
}

export interface PolicyRequest {
  readonly action: IotAction;
  /** Full ARN, made with `iotArn`. */
  readonly resource: string;
  readonly context: PolicyContext;
}

export type PolicyDecision =
  | { readonly decision: "implicit-deny" }
  /** `policy` is the place given to `parseIotPolicy`, `statement` the 0-based index of the statement that decided. */
  | { readonly decision: "allow" | "explicit-deny"; readonly policy: string; readonly statement: number };

/** Something in a policy that this evaluator does not know. It was read the safe way: an Allow does not match, a Deny does. */
export interface PolicyProblem {
  readonly statement: number;
  readonly kind: "unknown-condition-operator" | "unknown-condition-key" | "unknown-variable" | "bad-condition-value";
  readonly detail: string;
}
