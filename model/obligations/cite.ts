import { EN_303_645 } from "./en-303-645.js";
import type { RegimeId } from "./regimes.js";
import type { Provision } from "./types.js";

/** `cite({ "eu-cra": ["Art. 13(2)"] })`: provisions of several regimes in one expression. */
export function cite(references: Readonly<Partial<Record<RegimeId, readonly string[]>>>): readonly Provision[] {
  return (Object.entries(references) as [RegimeId, readonly string[]][]).flatMap(([regime, refs]) => refs.map((ref) => ({ regime, ref })));
}

type EnRef = (typeof EN_303_645)[number]["ref"];

/**
 * Provisions of EN 303 645 by their V3.1.3 number, each with its counterpart of V2.1.1 where there is one: UK law pins V2.1.1 while test
 * practice has moved on, so neither may be cited without saying which.
 */
export function en(...refs: readonly EnRef[]): readonly Provision[] {
  const old = new Map<string, string | null>(EN_303_645.map((provision) => [provision.ref, provision.v211]));
  const olds = [...new Set(refs.map((ref) => old.get(ref)).filter((ref): ref is string => typeof ref === "string"))];
  return [
    ...refs.map((ref) => ({ regime: "etsi-en-303-645@3.1.3" as const, ref })),
    ...olds.map((ref) => ({ regime: "etsi-en-303-645@2.1.1" as const, ref })),
  ];
}
