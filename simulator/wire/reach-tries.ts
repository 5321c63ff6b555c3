import type { ArnScope } from "../../model/iot-policy/arn.js";
import { type IotPolicy, parseIotPolicy } from "../../model/iot-policy/index.js";
import { type ReachWitness, reach } from "../../model/iot-policy/reach.js";

export interface PlannedTry {
  readonly witness: ReachWitness;
  /** What the analysis of the policy says of it. */
  readonly predicted: "allowed" | "refused";
}

export interface PlannedTries {
  readonly tries: readonly PlannedTry[];
  /** What the analysis leaves open, and a broker can therefore not confirm; one sentence each. */
  readonly open: readonly string[];
}

/**
 * What to put to a broker so that it confirms `reach`: each witness, which must be let through, and for every way that has none the try that would
 * succeed if the policy allowed everything beside what it says, which must be refused. A denial in the policy stays in force for these too.
 */
export function planReachTries(policy: IotPolicy, scope: ArnScope): PlannedTries {
  const answer = reach([policy], scope);
  const certain = answer.witnesses.filter(({ dependsOn }) => dependsOn.length === 0);
  // A way over HTTPS says nothing of the same over MQTT, which the broker has to refuse.
  const overMqtt = answer.witnesses.filter(({ protocol }) => protocol === undefined);
  const known = new Set([...overMqtt, ...answer.undecided].map(keyOf));
  const absent = reach([policy, EVERYTHING], scope).witnesses.filter(
    (witness) => witness.dependsOn.length === 0 && canReplay(witness) && !known.has(keyOf(witness)),
  );
  return {
    tries: [
      ...certain.filter(canReplay).map((witness): PlannedTry => ({ witness, predicted: "allowed" })),
      ...absent.map((witness): PlannedTry => ({ witness, predicted: "refused" })),
    ],
    open: [
      ...answer.witnesses
        .filter(({ dependsOn }) => dependsOn.length > 0)
        .map(({ capability, use, dependsOn }) => `${capability} (${use}) depends on ${dependsOn.join(", ")}.`),
      ...certain.flatMap(({ capability, use, notReplayed }) =>
        notReplayed === undefined ? [] : [`${capability} (${use}) was not tried: ${notReplayed}.`],
      ),
      ...(answer.nobodyConnects ? ["No device and client id was found that iot:Connect lets in."] : []),
      ...answer.undecided.map(({ capability, use }) => `${capability} (${use}) has more states than the analysis looks through.`),
    ],
  };
}

const EVERYTHING = parseIotPolicy(
  { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "iot:*", Resource: "*" }] },
  "a policy that allows everything",
);

const canReplay = ({ notReplayed }: ReachWitness): boolean => notReplayed === undefined;

const keyOf = ({ capability, use }: { readonly capability: string; readonly use: string }): string => `${capability} ${use}`;
