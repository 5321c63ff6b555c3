import { type ArnScope, type IotArn, iotArn } from "./arn.js";
import { bindAction, evaluateIotPolicies } from "./evaluate.js";
import { compileGlob } from "./glob.js";
import { type IotPolicy, parseIotPolicy } from "./parse.js";
import { certificateOf } from "./reach-identity.js";
import { decisionMachine, type Machine } from "./reach-machine.js";
import { NAME_LETTERS, type Naming, THING_NAME } from "./reach-names.js";
import { type Reading, readPolicies, sharedValues } from "./reach-open.js";
import type { Owners } from "./reach-owner.js";
import { findTopic } from "./reach-search.js";
import type { IotAction, PolicyContext } from "./types.js";

/** Names tried at most; each further one costs a search where nothing is found. */
const MAX_NAMES = 6;

/** A device with a client id that it may connect with. */
export interface Client {
  readonly original: readonly IotPolicy[];
  readonly policies: readonly IotPolicy[];
  readonly reading: Reading;
  readonly arn: IotArn;
  readonly context: PolicyContext & { readonly thingName: string };
  /** The client id is the device's own, not one taken from another. */
  readonly own: boolean;
  /** Names that other devices may bear. */
  readonly victims: readonly string[];
  /** Whose a topic level is, of those that name another device. */
  readonly victimOf: ReadonlyMap<string, string>;
  readonly owners: Owners;
  /** False when no policy here grants iot:Connect. */
  readonly connects: boolean;
  readonly machine: (action: IotAction) => Machine;
}

/** A device and the client id that it connects with when it takes nobody else's. */
interface Device {
  readonly thing: string;
  readonly clientId: string;
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
  const victimWord = naming.fresh("victim");
  const contextOf = (thing: string, clientId: string): Client["context"] => contextIn(original, reading, thing, clientId);
  const mayConnect = ({ thing, clientId }: Device): boolean => {
    const context = contextOf(thing, clientId);
    return evaluateIotPolicies(policies, { action: "iot:Connect", resource: arn.client(clientId), context }).decision === "allow";
  };
  const named = naming.attackers(naming.fresh("attacker")).map((thing): Device => ({ thing, clientId: thing }));
  const asItself = connectAssumed ? named : named.filter(mayConnect);
  const devices = asItself.length > 0 ? asItself : devicesByClientId(original, naming, reading, arn).filter(mayConnect);
  for (const device of devices.slice(0, MAX_NAMES)) {
    const { thing } = device;
    const victims = naming.victims(victimWord, thing).filter((name) => name !== device.clientId);
    const found = connectAssumed ? undefined : clientIdWith(victimWord, policies, contextOf(thing, victimWord), arn);
    const others = [...new Set(["+", "#", ...(found === undefined ? [] : [found]), ...victims])].filter((id) => id !== device.clientId);
    const taken = connectAssumed ? [] : others.filter((clientId) => mayConnect({ thing, clientId })).slice(0, MAX_NAMES);
    const levels = victims.flatMap((victim) => [...naming.levelsOf(victim)].map((level) => [level, victim] as const));
    const attacker = new Set([...naming.levelsOf(thing), ...naming.levelsOf(device.clientId)]);
    const victimOf = new Map(levels.filter(([level]) => !attacker.has(level)));
    const owners: Owners = { attacker, victim: new Set(victimOf.keys()) };
    for (const clientId of [device.clientId, ...taken.reverse()]) {
      const context = contextOf(thing, clientId);
      const machines = new Map<IotAction, Machine>();
      const machine = (action: IotAction): Machine => {
        const made = machines.get(action) ?? decisionMachine(bindAction(policies, action, context), prefixOf(action, arn));
        machines.set(action, made);
        return made;
      };
      const own = clientId === device.clientId;
      yield { original, policies, reading, arn, context, own, victims, victimOf, owners, connects: !connectAssumed, machine };
    }
  }
}

function contextIn(policies: readonly IotPolicy[], reading: Reading, thingName: string, clientId: string): Client["context"] {
  const certificate = certificateOf(thingName);
  const shared = reading === "lenient" ? sharedValues(policies, certificate) : {};
  return { clientId, thingName, thingIsAttached: true, certificate, ...shared };
}

/** What the machine of an action reads: the part of its resource behind the kind. Source: iot-action-resources.html */
export function prefixOf(action: IotAction, arn: IotArn): string {
  if (action === "iot:Connect" || action === "iot:DeleteConnection") return arn.client("");
  if (action === "iot:Subscribe") return arn.topicFilter("");
  return /Shadow|JobExecution/.test(action) ? arn.thing("") : arn.topic("");
}

/**
 * Where no device connects under its thing's name: the client ids that the policy lets anybody in with, for a thing that is not called so or, where
 * that will do, for one that is. Whether they connect is asked by the caller.
 */
function devicesByClientId(original: readonly IotPolicy[], naming: Naming, reading: Reading, arn: IotArn): readonly Device[] {
  const policies = readPolicies(original, reading);
  const thing = naming.fresh("attacker");
  const word = naming.fresh("own-id");
  const searched = [word, thing].flatMap((clientId) => {
    const context = contextIn(original, reading, thing, clientId);
    return [clientIdWith(word, policies, context, arn), clientIdWith("", policies, context, arn)];
  });
  const ids = new Set([...naming.clientIds, ...searched.filter((id) => id !== undefined)]);
  return [...ids].flatMap((clientId) => [{ thing, clientId }, ...(THING_NAME.test(clientId) ? [{ thing: clientId, clientId }] : [])]);
}

/** A client id that holds the word, out of all that the patterns allow; those that the policy's shapes suggest are tried anyway. */
function clientIdWith(word: string, policies: readonly IotPolicy[], context: PolicyContext, arn: IotArn): string | undefined {
  const machine = decisionMachine(bindAction(policies, "iot:Connect", context), arn.client(""));
  // One that a thing could bear for choice, else whatever is let in but for MQTT's wildcards.
  for (const allowed of [(char: string) => NAME_LETTERS.has(char), () => true]) {
    const answer = findTopic([machine, holding(word)], allowed);
    if (typeof answer !== "string") return answer.found;
  }
  return undefined;
}

const EVERYTHING = parseIotPolicy(
  { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "iot:Connect", Resource: "*" }] },
  "a policy that lets everybody connect",
);

/** Whether denials keep everybody out, whatever is allowed: then it is no riddle that nobody connects. */
export function nobodyMayConnect(original: readonly IotPolicy[], naming: Naming, scope: ArnScope): boolean {
  const device = naming.fresh("attacker");
  const policies = [...readPolicies(original, "lenient"), EVERYTHING];
  return clientIdWith("", policies, contextIn(original, "lenient", device, device), iotArn(scope)) === undefined;
}

/** All texts with the word in them, but for the empty one. */
function holding(word: string): Machine {
  const glob = compileGlob(word === "" ? "?*" : `*${word}*`);
  return decisionMachine([{ effect: "Allow", notResource: false, globs: [glob], decided: { decision: "implicit-deny" } }], "");
}
