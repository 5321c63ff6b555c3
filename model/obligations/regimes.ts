import { LAWS } from "./regimes-law.js";
import { STANDARDS } from "./regimes-standard.js";

export type { Regime } from "./regime.js";

export const REGIMES = { ...LAWS, ...STANDARDS } as const;

export type RegimeId = keyof typeof REGIMES;
export const REGIME_IDS = Object.keys(REGIMES) as readonly RegimeId[];

/** Claims of the legal overview the catalogue began from that the sources do not bear out. */
export const CORRECTIONS = [
  {
    seed_claim: 'The "Cybersecurity Act of the United States" sets minimum security standards for IoT providers.',
    corrected_to: "us-iot-act-2020",
    also: "eu-csa",
    why: "The Cybersecurity Act is Regulation (EU) 2019/881. The US law on minimum IoT standards is the IoT Cybersecurity Improvement Act of 2020, which binds the purchases and use of federal agencies; the US Cybersecurity Act of 2015 is about sharing information.",
  },
] as const satisfies readonly {
  readonly seed_claim: string;
  readonly corrected_to: RegimeId;
  readonly also?: RegimeId;
  readonly why: string;
}[];
