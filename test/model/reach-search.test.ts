import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bindAction } from "../../model/iot-policy/evaluate.js";
import {
  evaluateIotPolicies,
  type IotAction,
  type IotPolicy,
  iotArn,
  type PolicyContext,
  parseIotPolicy,
} from "../../model/iot-policy/index.js";
import { decisionMachine } from "../../model/iot-policy/reach-machine.js";
import { foreignTopics } from "../../model/iot-policy/reach-owner.js";
import { findRead, findTopic } from "../../model/iot-policy/reach-search.js";

/** Devices `a` and `v`, topics of at most six characters: all of them can be written down and tried. */
const arn = iotArn({ region: "r", account: "1" });
const context: PolicyContext = { clientId: "a", thingName: "a", thingIsAttached: true };
const owners = { attacker: new Set(["a"]), victim: new Set(["v"]) };

function texts(alphabet: string, length: number): readonly string[] {
  let last = [""];
  const all: string[] = [];
  for (let i = 0; i < length; i++) {
    last = last.flatMap((text) => [...alphabet].map((char) => text + char));
    all.push(...last);
  }
  return all;
}

/** Whose a topic is, written down anew: the first level that names a device. */
const foreign = (topic: string): boolean => topic.split("/").find((level) => level === "a" || level === "v") === "v";

/** MQTT 3.1.1, 4.7, written down anew. */
function mqttMatches(filter: readonly string[], topic: readonly string[]): boolean {
  const [head, ...rest] = filter;
  if (head === undefined) return topic.length === 0;
  if (head === "#") return true;
  if (topic.length === 0) return false;
  return (head === "+" || head === topic[0]) && mqttMatches(rest, topic.slice(1));
}
const isFilter = (text: string): boolean =>
  text.split("/").every((level, i, all) => (level === "+" || (level === "#" && i === all.length - 1) ? true : !/[+#]/.test(level)));

const pattern = fc
  .array(fc.constantFrom("a", "v", "/", "*", "?", "x", "${iot:ClientId}"), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(""));
const filterPattern = fc
  .array(fc.constantFrom("a", "v", "/", "*", "?", "+", "#", "/#"), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(""));
const statement = (action: string, of: fc.Arbitrary<string>, kind: string) =>
  fc
    .record({ patterns: fc.array(of, { minLength: 1, maxLength: 2 }), denies: fc.boolean(), not: fc.boolean() })
    .map(({ patterns, denies, not }) => ({
      Effect: denies ? "Deny" : "Allow",
      Action: action,
      [not ? "NotResource" : "Resource"]: patterns.map((text) => `arn:aws:iot:r:1:${kind}/${text}`),
    }));
const policyOf = (statements: readonly object[]): IotPolicy => parseIotPolicy({ Version: "2012-10-17", Statement: statements }, "p");
const allowed = (policy: IotPolicy, action: IotAction, resource: string): boolean =>
  evaluateIotPolicies([policy], { action, resource, context }).decision === "allow";

const TOPICS = texts("avx/", 5);
const SHORT_TOPICS = texts("avx/", 3);
const FILTERS = texts("avx/+#", 3).filter(isFilter);

describe("the search for a topic", () => {
  test("finds another device's topic exactly when trying all topics does, and none that the evaluator refuses", () => {
    fc.assert(
      fc.property(fc.array(statement("iot:Publish", pattern, "topic"), { minLength: 1, maxLength: 4 }), (statements) => {
        const policy = policyOf(statements);
        const machine = decisionMachine(bindAction([policy], "iot:Publish", context), arn.topic(""));
        const answer = findTopic([machine, foreignTopics("topics", "publish", owners)]);
        const tried = TOPICS.find((topic) => foreign(topic) && allowed(policy, "iot:Publish", arn.topic(topic)));
        if (typeof answer === "string") expect(tried).toBeUndefined();
        else {
          expect(foreign(answer.found)).toBe(true);
          expect(allowed(policy, "iot:Publish", arn.topic(answer.found))).toBe(true);
          if (tried !== undefined) expect(answer.found.length).toBeLessThanOrEqual(tried.length);
        }
      }),
      { numRuns: 600 },
    );
  });

  test("finds a filter with a topic behind it exactly when trying all pairs does", () => {
    const either = fc.array(
      fc.oneof(statement("iot:Subscribe", filterPattern, "topicfilter"), statement("iot:Receive", pattern, "topic")),
      { minLength: 2, maxLength: 5 },
    );
    fc.assert(
      fc.property(either, (statements) => {
        const policy = policyOf(statements);
        const subscribe = decisionMachine(bindAction([policy], "iot:Subscribe", context), arn.topicFilter(""));
        const receive = decisionMachine(bindAction([policy], "iot:Receive", context), arn.topic(""));
        const answer = findRead(subscribe, receive, foreignTopics("topics", "read", owners));
        const receivable = SHORT_TOPICS.filter((topic) => foreign(topic) && allowed(policy, "iot:Receive", arn.topic(topic)));
        const tried = FILTERS.filter((filter) => allowed(policy, "iot:Subscribe", arn.topicFilter(filter))).some((filter) =>
          receivable.some((topic) => mqttMatches(filter.split("/"), topic.split("/"))),
        );
        if (typeof answer === "string") expect(tried).toBe(false);
        else {
          const { filter, topic } = answer.found;
          expect(isFilter(filter), filter).toBe(true);
          expect(mqttMatches(filter.split("/"), topic.split("/")), `${filter} ${topic}`).toBe(true);
          expect(foreign(topic)).toBe(true);
          expect(allowed(policy, "iot:Subscribe", arn.topicFilter(filter))).toBe(true);
          expect(allowed(policy, "iot:Receive", arn.topic(topic))).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  test("does not take a leading wildcard for a topic that begins with a dollar sign", () => {
    const policy = policyOf([
      { Effect: "Allow", Action: "iot:Subscribe", Resource: ["arn:aws:iot:r:1:topicfilter/#", "arn:aws:iot:r:1:topicfilter/+/things/#"] },
      { Effect: "Allow", Action: "iot:Receive", Resource: "*" },
    ]);
    const subscribe = decisionMachine(bindAction([policy], "iot:Subscribe", context), arn.topicFilter(""));
    const receive = decisionMachine(bindAction([policy], "iot:Receive", context), arn.topic(""));
    expect(findRead(subscribe, receive, foreignTopics("jobs", "read", owners))).toBe("none");
    expect(findRead(subscribe, receive, foreignTopics("topics", "read", owners))).not.toBe("none");
  });
});

describe("whose a topic is", () => {
  const whose = (topic: string) => (["topics", "jobs", "shadow", "streams", "service"] as const).filter((area) => accepts(area, topic));
  const accepts = (area: Parameters<typeof foreignTopics>[0], topic: string, use: "publish" | "read" = "publish"): boolean => {
    const machine = foreignTopics(area, use, owners);
    let state = machine.start;
    for (const char of topic) state = machine.step(state, char);
    return machine.accepts(state);
  };

  test.each([
    ["dt/v/x", ["topics"]],
    ["dt/a/v", []],
    ["dt/vv/x", []],
    ["$aws/things/v/jobs/get", ["jobs"]],
    ["$aws/things/v/shadow/name/n/update", ["shadow"]],
    ["$aws/things/v/streams/s/get/json", ["streams"]],
    ["$aws/things/v/defender/metrics/json", ["service"]],
    ["$aws/things/a/shadow/name/v/update", []],
    ["$aws/things/v/jobs", []],
    ["$aws/commands/things/v/executions/1/response/json", ["service"]],
    ["$aws/rules/store/dt/v", ["topics"]],
    ["$aws/rules/v/dt/a", []],
    ["$aws/certificates/create/v", []],
    ["$SYS/v", []],
  ] as const)("%s", (topic, areas) => expect(whose(topic)).toEqual(areas));

  test("nobody reads Basic Ingest, and nobody but AWS writes life-cycle events", () => {
    expect(accepts("topics", "$aws/rules/store/dt/v", "read")).toBe(false);
    expect(accepts("service", "$aws/events/presence/connected/v", "read")).toBe(true);
    expect(accepts("service", "$aws/events/presence/connected/v", "publish")).toBe(false);
  });
});
