/** No entry was last read at its source before this day. */
export const LIFECYCLE_CHECKED_ON = "2026-11-25";

export interface Sourced {
  /** ISO date (YYYY-MM-DD) from which it holds. */
  readonly on: string;
  readonly source: string;
  /** Who was read on LIFECYCLE_CHECKED_ON or later: AWS's own words, be it in a copy of the page, or somebody who repeats them. */
  readonly checked: "aws" | "third-party";
}
