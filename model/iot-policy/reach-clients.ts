import { type ArnScope, type IotArn, iotArn } from "./arn.js";
import { bindAction, evaluateIotPolicies } from "./evaluate.js";
import type { IotPolicy } from "./parse.js";
import { decisionMachine, type Machine } from "./reach-machine.js";
import { NAME_LETTERS, type Naming } from "./reach-names.js";
import { type Reading, readPolicies, sharedValues } from "./reach-open.js";
import type { Owners } from "./reach-owner.js";
import { findTopic } from "./reach-search.js";
import type { IotAction, PolicyContext } from "./types.js";

/** Names tried at most; each further one costs a search where nothing is found. */
const MAX_NAMES = 6;
const CERTIFICATE_ID = "a".repeat(64);

/** A device with a client id that it may connect with. */
export interface Client {
  readonly original: readonly IotPolicy[];
  readonly policies: readonly IotPolicy[];
  readonly reading: Reading;
  readonly arn: IotArn;
  readonly context: PolicyContext & { readonly thingName: string };
  /** Names that other devices may bear. */
  readonly victims: readonly string[];
  /** Whose a topic level is, of those that name another device. */
  readonly victimOf: ReadonlyMap<string, string>;
  readonly owners: Owners;
  /** False when no policy here grants iot:Connect. */
  readonly connects: boolean;
  readonly machine: (action: IotAction) => Machine;
}

export function* clientsOf(
  original: readonly IotPolicy[],
  naming: Naming,
  reading: Reading,
  scope: ArnScope,
  connectAssumed: boolean,
): Generator<Client> {
  const arn = iotArn(scope);
  const policies = readPolicies(original, reading);
  const mayConnect = (context: PolicyContext): boolean =>
    evaluateIotPolicies(policies, { action: "iot:Connect", resource: arn.client(context.clientId), context }).decision === "allow";
  const attackerWord = naming.fresh("attacker");
  const victimWord = naming.fresh("victim");
  const contextOf = (thing: string, clientId: string): Client["context"] => ({
    clientId,
    thingName: thing,
    thingIsAttached: true,
    certificate: { id: CERTIFICATE_ID, subject: { CommonName: thing } },
    ...(reading === "lenient" ? sharedValues(original) : {}),
  });
  const honest = naming.attackers(attackerWord).filter((name) => connectAssumed || mayConnect(contextOf(name, name)));
  for (const thing of honest.slice(0, MAX_NAMES)) {
    const victims = naming.victims(victimWord, thing);
    const found = connectAssumed ? undefined : otherClientId(policies, contextOf(thing, victimWord), arn, victimWord);
    const others = [...new Set(["+", "#", ...(found === undefined ? [] : [found]), ...victims])];
    const clientIds = connectAssumed
      ? [thing]
      : [
          thing,
          ...others
            .filter((id) => mayConnect(contextOf(thing, id)))
            .slice(0, MAX_NAMES)
            .reverse(),
        ];
    const victimOf = new Map(victims.flatMap((victim) => [...naming.levelsOf(victim)].map((level) => [level, victim] as const)));
    const owners: Owners = { attacker: new Set([...naming.levelsOf(thing), CERTIFICATE_ID]), victim: new Set(victimOf.keys()) };
    for (const clientId of clientIds) {
      const context = contextOf(thing, clientId);
      const machines = new Map<IotAction, Machine>();
      const machine = (action: IotAction): Machine => {
        const made = machines.get(action) ?? decisionMachine(bindAction(policies, action, context), prefixOf(action, arn));
        machines.set(action, made);
        return made;
      };
      yield { original, policies, reading, arn, context, victims, victimOf, owners, connects: !connectAssumed, machine };
    }
  }
}

const prefixOf = (action: IotAction, arn: IotArn): string =>
  action === "iot:Connect" ? arn.client("") : action === "iot:Subscribe" ? arn.topicFilter("") : arn.topic("");

/** A client id that holds the victim's word, out of all that the patterns allow; those that the policy's shapes suggest are tried anyway. */
function otherClientId(policies: readonly IotPolicy[], context: PolicyContext, arn: IotArn, word: string): string | undefined {
  const machine = decisionMachine(bindAction(policies, "iot:Connect", context), arn.client(""));
  const answer = findTopic([machine, containing(word)], (char) => NAME_LETTERS.has(char));
  return typeof answer === "string" ? undefined : answer.found;
}

function containing(word: string): Machine {
  return decisionMachine(
    [
      {
        effect: "Allow",
        notResource: false,
        globs: [[{ text: "" }, { text: word }, { text: "" }]],
        decided: { decision: "implicit-deny" },
      },
    ],
    "",
  );
}
