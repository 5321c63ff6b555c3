import type { Equivalents } from "../../model/finding.js";

/** Why a check of another tool has no rule here. The order is that of docs/differences.md. */
export const WHYS = {
  "other-place": "Judged in another place",
  "no-security": "Not a matter of security",
  harmful: "Asked for otherwise, on purpose",
  unknowable: "Not to be known from Terraform",
  ended: "Services and forms that have ended",
  beyond: "Services around which nothing is built here",
} as const;
export type Why = keyof typeof WHYS;

/** Checks of others that no rule of ours stands for. One row for one thing that is asked, whoever asks it. */
export interface NotFlagged {
  readonly checks: { readonly [tool in keyof Equivalents]?: readonly string[] };
  /** What they ask for, in our words; no full stop. */
  readonly asked: string;
  readonly why: Why;
  /** The reason; no full stop. */
  readonly reason: string;
  /** Rules that judge the part of it that matters. */
  readonly see?: readonly string[];
}
