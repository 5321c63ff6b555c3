/** Laws, standards and schemes the catalogue cites. State of knowledge: November 2026. Not legal advice. */
export interface Regime {
  readonly title: string;
  readonly short: string;
  readonly jurisdiction: "EU" | "UK" | "US" | "US-CA" | "US-OR" | "AU" | "SG" | "JP" | "international";
  readonly kind: "law" | "standard" | "guideline" | "label" | "proposal";
  readonly url: string;
  /** What the catalogue's references are numbered after. */
  readonly version: string;
  /** Dates (YYYY-MM-DD) from which parts of it apply. Empty for standards and guidelines, which bind only through a law or contract. */
  readonly applies: readonly { readonly from: string; readonly what: string }[];
  /** How the dates and texts were checked: against the primary source, a secondary one, or general knowledge only. */
  readonly checked: "primary" | "secondary" | "unverified";
  readonly note?: string;
}
