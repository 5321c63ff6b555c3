import type { Product } from "../../model/documents/index.js";
import { BulwarkError } from "../../model/errors.js";

export type Disclosure = Product["disclosure"];

const DAY_MS = 86_400_000;
/** RFC 9116, 2.5.5 asks for less than a year: a file that nobody renews should stop being believed. */
const LONGEST_DAYS = 366;

/**
 * The security.txt of RFC 9116, out of what the Product document promises about reports. Served under `/.well-known/security.txt`, over https only.
 * @param asOf date (YYYY-MM-DD) on which it must still hold
 * @throws BulwarkError BW_PROP_INVALID when it has run out, holds for more than a year, or names no way to report
 */
export function securityTxt(disclosure: Disclosure, asOf: string): string {
  const { contact, languages, policyUrl, securityTxt: file } = disclosure;
  const refuse = (property: string, given: string, problem: string): never => {
    throw new BulwarkError("BW_PROP_INVALID", { construct: "security.txt", property: `disclosure.${property}`, given, problem });
  };
  const days = (Date.parse(file.expires) - Date.parse(asOf)) / DAY_MS;
  if (days <= 0) refuse("securityTxt.expires", file.expires, `has passed as of ${asOf}`);
  if (days > LONGEST_DAYS) refuse("securityTxt.expires", file.expires, `lies more than a year after ${asOf}`);
  if (!file.url.endsWith("/.well-known/security.txt"))
    refuse("securityTxt.url", file.url, "the file is looked for under /.well-known/security.txt");
  const values = [contact, policyUrl, file.url, ...languages];
  const broken = values.find((value) => /[\r\n]/.test(value));
  if (broken !== undefined) refuse("contact", broken, "a line break would start a field of its own");
  return [
    `Contact: ${contactUri(contact) ?? refuse("contact", contact, "needs an e-mail address or an https address")}`,
    `Expires: ${file.expires}T00:00:00Z`,
    `Preferred-Languages: ${languages.join(", ")}`,
    `Canonical: ${file.url}`,
    `Policy: ${policyUrl}`,
    "",
  ].join("\n");
}

/** RFC 9116, 2.5.3: a URI, https if it is a page. */
function contactUri(contact: string): string | undefined {
  if (contact.startsWith("https://")) return contact;
  return /^[^\s@:]+@[^\s@]+$/.test(contact) ? `mailto:${contact}` : undefined;
}
