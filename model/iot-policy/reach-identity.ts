import type { PolicyCertificate } from "./types.js";

/** What stands for a certificate id, which nobody chooses: 64 hex digits, made of the name so that no two devices share them. */
export const certificateIdOf = (name: string): string =>
  [...name]
    .map((char) => char.charCodeAt(0).toString(16).padStart(2, "0"))
    .join("")
    .slice(-64)
    .padEnd(64, "0");
const serialOf = (name: string): string => `serial-${name}`;
const subjectSerialOf = (name: string): string => `subject-serial-${name}`;
const qualifierOf = (name: string): string => `qualifier-${name}`;

/**
 * Variables that differ from device to device, with what the device of a name has there. Attributes of the subject like Organization are not among
 * them: a whole fleet shares those. Source: docs.aws.amazon.com/iot/latest/developerguide/cert-policy-variables.html
 */
const IDENTITY: ReadonlyMap<string, (name: string) => string> = new Map([
  ["iot:clientid", (name) => name],
  ["iot:connection.thing.thingname", (name) => name],
  ["iot:certificate.subject.commonname", (name) => name],
  ["iot:certificateid", certificateIdOf],
  ["iot:certificate.serialnumber", serialOf],
  ["iot:certificate.subject.serialnumber", subjectSerialOf],
  ["iot:certificate.subject.distinguishednamequalifier", qualifierOf],
]);

/** "You can request a specific attribute value ... by using a zero-based index", so that `.0` is the attribute itself. Source: the same page. */
const identityKey = (variable: string): string => variable.toLowerCase().replace(/^(iot:certificate\..*)\.0$/, "$1");

export const isIdentity = (variable: string): boolean => IDENTITY.has(identityKey(variable));

/** Whether a certificate that the simulator issues has it: a serial number or further names of the subject no policy of a rehearsal gets from it. */
export const isSimulated = (variable: string): boolean => {
  const key = identityKey(variable);
  return !key.startsWith("iot:certificate.") || key === "iot:certificate.subject.commonname";
};

/** What the variable holds for the device of this name; undefined when it is not one that tells devices apart. */
export const identityOf = (variable: string, name: string): string | undefined => IDENTITY.get(identityKey(variable))?.(name);

/** The certificate of the device of this name. */
export function certificateOf(name: string): PolicyCertificate & { readonly subject: Readonly<Record<string, string>> } {
  return {
    id: certificateIdOf(name),
    serialNumber: serialOf(name),
    subject: { CommonName: name, SerialNumber: subjectSerialOf(name), DistinguishedNameQualifier: qualifierOf(name) },
  };
}
