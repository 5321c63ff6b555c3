import { type Accept, IotBackend, type IotBackendProps } from "../../constructs/index.js";
import { type SynthStack, synthStack } from "../support/synth-stack.js";

export const AS_OF = "2026-11-01";
export const UNTIL = "2027-03-31";

/** The smallest backend there is, as a base to vary. */
export const PROPS: IotBackendProps = {
  product: "acme",
  account: "111122223333",
  region: "eu-west-1",
  models: [{ name: "sensor", description: "Sensor", supportUntil: "2032-06-30" }],
  telemetryFields: ["ts", "celsius"],
  signingCertificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/0c7f2a6e-52f4-4b62-8a0c-7d1c2b9b6a11",
  asOf: AS_OF,
};

export const synthFleet = (change: Partial<IotBackendProps> = {}): SynthStack =>
  synthStack((stack) => {
    new IotBackend(stack, "fleet", { ...PROPS, ...change });
  });

/** A valid accept for one control, or a bad one. */
export const accepted = (control: string, change: Partial<Accept> = {}): Partial<IotBackendProps> => ({
  accept: [{ control: control as Accept["control"], reason: "Agreed with the product security lead", until: UNTIL, ...change }],
});
