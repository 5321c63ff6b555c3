import {
  ALTERNATIVE_NAME_ATTRIBUTES,
  type AlternativeNameAttribute,
  DISTINGUISHED_NAME_ATTRIBUTES,
  type DistinguishedNameAttribute,
  type PolicyCertificate,
  type PolicyContext,
} from "./types.js";

/** How a context key is read. An empty list means: the key is not in this request. */
export interface ContextKey {
  readonly read: (context: PolicyContext) => readonly string[];
  /** More than one value may be present: usable in conditions, not as a `${variable}`. */
  readonly multiValued: boolean;
}

/** "Array fields ... are limited to five items. Additional items are ignored." Source: cert-policy-variables.html, limitations. */
const CERTIFICATE_ARRAY_LIMIT = 5;
/** "If a certificate attribute contains a string longer than 1024 characters, the policy variable is not replaced." Same source. */
const CERTIFICATE_STRING_LIMIT = 1024;
/** "If wildcard characters are present in certificate attributes, the policy variable is not replaced"; the page lists `*`, `$`, `+`, `?`, `#`. */
const CERTIFICATE_WILDCARDS = /[*$+?#]/;

type ReadValues = (certificate: PolicyCertificate) => string | readonly string[] | undefined;

const certificateAttributes = new Map<string, { readonly name: string; readonly read: ReadValues }>();

function certificateAttribute(name: string, read: ReadValues): void {
  certificateAttributes.set(name.toLowerCase(), { name, read });
}

for (const side of ["Subject", "Issuer"] as const) {
  for (const attribute of DISTINGUISHED_NAME_ATTRIBUTES) {
    certificateAttribute(`iot:Certificate.${side}.${attribute}`, (c) => distinguishedName(c, side)?.[attribute]);
  }
  for (const attribute of ALTERNATIVE_NAME_ATTRIBUTES) {
    certificateAttribute(`iot:Certificate.${side}.AlternativeName.${attribute}`, (c) => alternativeName(c, side)?.[attribute]);
  }
}
certificateAttribute("iot:Certificate.SerialNumber", (c) => c.serialNumber);

const basicKeys = new Map<string, ContextKey>(
  Object.entries({
    "iot:ClientId": single((c) => c.clientId),
    "aws:SourceIp": single((c) => c.sourceIp),
    "iot:DomainName": single((c) => c.domainName),
    "iot:CertificateId": single((c) => c.certificate?.id),
    "iot:ConnectAttributes": { multiValued: true, read: (c: PolicyContext) => c.connectAttributes ?? [] },
    "iot:Connection.Thing.ThingName": single((c) => connectedThing(c)),
    "iot:Connection.Thing.ThingTypeName": single((c) => (connectedThing(c) === undefined ? undefined : c.thingTypeName)),
    "iot:Connection.Thing.IsAttached": single((c) => String(connectedThing(c) !== undefined)),
    "iot:Certificate.AvailableKeys": { multiValued: true, read: availableKeys },
  } satisfies Record<string, ContextKey>).map(([name, key]) => [name.toLowerCase(), key]),
);

const THING_ATTRIBUTE = /^iot:connection\.thing\.attributes\[([^\]]*)\]$/i;
const CERTIFICATE_SUFFIX = /^(.*)\.(\d{1,3}|list)$/;

/**
 * Finds the reader of a key, once, when a policy is parsed; undefined for a key this evaluator does not know. Key names are not case-sensitive,
 * names of thing attributes are. Source: docs.aws.amazon.com/iot/latest/developerguide/iot-policy-variables.html and
 * docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function contextKey(name: string): ContextKey | undefined {
  const lower = name.toLowerCase();
  const basic = basicKeys.get(lower);
  if (basic !== undefined) return basic;
  const attribute = THING_ATTRIBUTE.exec(name)?.[1];
  if (attribute !== undefined) return single((c) => thingAttribute(c, attribute));
  const whole = certificateAttributes.get(lower);
  if (whole !== undefined) return single((c) => certificateValues(c, whole.read)[0]);
  const [, base, suffix] = CERTIFICATE_SUFFIX.exec(lower) ?? [];
  const indexed = base === undefined ? undefined : certificateAttributes.get(base);
  if (indexed === undefined) return undefined;
  // "You can request a specific attribute value other than the first by using a zero-based index"; ".List" gives all. Source: cert-policy-variables.html
  if (suffix === "list") return { multiValued: true, read: (c) => certificateValues(c, indexed.read) };
  return single((c) => certificateValues(c, indexed.read)[Number(suffix)]);
}

/** A value that certificate limits keep out of `${}` may still not match a condition by accident: both see it as absent. */
function certificateValues(context: PolicyContext, read: ReadValues): readonly string[] {
  const raw = context.certificate === undefined ? undefined : read(context.certificate);
  if (raw === undefined) return [];
  const values = typeof raw === "string" ? [raw] : raw.slice(0, CERTIFICATE_ARRAY_LIMIT);
  return values.some((value) => value.length > CERTIFICATE_STRING_LIMIT || CERTIFICATE_WILDCARDS.test(value)) ? [] : values;
}

function availableKeys(context: PolicyContext): readonly string[] {
  return [...certificateAttributes.values()].filter(({ read }) => certificateValues(context, read).length > 0).map(({ name }) => name);
}

/**
 * "When you're replacing thing names with thing policy variables, the value of clientId ... must exactly match the thing name", and the thing is
 * found through the certificate. Source: docs.aws.amazon.com/iot/latest/developerguide/thing-policy-variables.html
 */
function connectedThing(context: PolicyContext): string | undefined {
  if (!context.thingIsAttached || context.thingName === undefined) return undefined;
  return context.thingName === context.clientId || context.exclusiveThing === true ? context.thingName : undefined;
}

function thingAttribute(context: PolicyContext, name: string): string | undefined {
  const attributes = context.thingAttributes;
  if (attributes === undefined || connectedThing(context) === undefined) return undefined;
  return Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}

function distinguishedName(
  certificate: PolicyCertificate,
  side: "Subject" | "Issuer",
): Readonly<Partial<Record<DistinguishedNameAttribute, string | readonly string[]>>> | undefined {
  return side === "Subject" ? certificate.subject : certificate.issuer;
}

function alternativeName(
  certificate: PolicyCertificate,
  side: "Subject" | "Issuer",
): Readonly<Partial<Record<AlternativeNameAttribute, string | readonly string[]>>> | undefined {
  return side === "Subject" ? certificate.subjectAlternativeName : certificate.issuerAlternativeName;
}

function single(read: (context: PolicyContext) => string | undefined): ContextKey {
  return {
    multiValued: false,
    read: (context) => {
      const value = read(context);
      return value === undefined || value === "" ? [] : [value];
    },
  };
}
