import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cidrContains, parseAddress, parseCidr } from "../../model/iot-policy/cidr.js";
import { compileGlob, matchGlob } from "../../model/iot-policy/glob.js";
import { evaluateIotPolicies, iotArn, parseIotPolicy } from "../../model/iot-policy/index.js";

/** The definition, written down without a thought for speed. */
function oracle(pattern: string, text: string): boolean {
  if (pattern === "") return text === "";
  const [head, rest] = [pattern.charAt(0), pattern.slice(1)];
  if (head === "*") return oracle(rest, text) || (text !== "" && oracle(pattern, text.slice(1)));
  return text !== "" && (head === "?" || head === text.charAt(0)) && oracle(rest, text.slice(1));
}

const few = (alphabet: string, maxLength: number) => fc.array(fc.constantFrom(...alphabet), { maxLength }).map((chars) => chars.join(""));
const HOSTILE = [
  "*",
  "?",
  "**",
  "${iot:ClientId}",
  "${*}",
  "__proto__",
  "constructor",
  "+",
  "#",
  "a/../b",
  "\u0000",
  "",
  "😀",
  "$aws",
  "}",
  "${",
];
const hostile = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 12 }));

describe("glob matching", () => {
  test("agrees with the definition", () => {
    fc.assert(
      fc.property(few("ab/*?", 9), few("ab/", 12), (pattern, text) => {
        expect(matchGlob(compileGlob(pattern), text)).toBe(oracle(pattern, text));
      }),
      { numRuns: 5000 },
    );
  });

  test("every text matches itself when its wildcards match themselves too", () => {
    fc.assert(fc.property(fc.string(), (text) => matchGlob(compileGlob(text), text)));
  });

  test("a pattern made to make matchers backtrack costs milliseconds", () => {
    const glob = compileGlob(`${"a*?".repeat(200)}b`);
    const text = "a".repeat(60_000);
    const started = performance.now();
    expect(matchGlob(glob, text)).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe("policies under hostile input", () => {
  const arn = iotArn({ region: "r", account: "1" });
  const own = parseIotPolicy(
    {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["iot:Publish", "iot:Connect"],
          Resource: ["arn:aws:iot:r:1:topic/dt/${iot:ClientId}/up", "arn:aws:iot:r:1:client/${iot:ClientId}"],
        },
      ],
    },
    "own",
  );

  test("a client reaches exactly the topic that bears its name, whatever the name is", () => {
    fc.assert(
      fc.property(hostile, hostile, (clientId, other) => {
        const context = { clientId, thingIsAttached: false };
        const decide = (topic: string) =>
          evaluateIotPolicies([own], { action: "iot:Publish", resource: arn.topic(topic), context }).decision;
        expect(decide(`dt/${clientId}/up`)).toBe(clientId === "" ? "implicit-deny" : "allow");
        if (other !== clientId) expect(decide(`dt/${other}/up`)).toBe("implicit-deny");
      }),
      { numRuns: 2000 },
    );
  });

  test("thing attributes never resolve to what objects inherit", () => {
    const policy = (name: string) =>
      parseIotPolicy(
        {
          Version: "2012-10-17",
          Statement: {
            Effect: "Allow",
            Action: "iot:Publish",
            Resource: `arn:aws:iot:r:1:topic/\${iot:Connection.Thing.Attributes[${name}]}*`,
          },
        },
        "p",
      );
    for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
      const context = { clientId: "a", thingName: "a", thingIsAttached: true, thingAttributes: {} };
      expect(evaluateIotPolicies([policy(name)], { action: "iot:Publish", resource: arn.topic("x"), context }).decision).toBe(
        "implicit-deny",
      );
    }
  });

  test("adding a Deny never allows more, and one that matches always decides", () => {
    const resource = fc
      .array(fc.constantFrom("a", "b", "/", "*", "?"), { maxLength: 5 })
      .map((parts) => `arn:aws:iot:r:1:topic/${parts.join("")}`);
    const statement = fc.record({
      Effect: fc.constantFrom("Allow", "Deny"),
      Action: fc.constantFrom("iot:*", "iot:Publish", "iot:Connect"),
      Resource: resource,
    });
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 5 }), resource, few("ab/", 5), (statements, denied, topic) => {
        const request = { action: "iot:Publish", resource: arn.topic(topic), context: { clientId: "c", thingIsAttached: false } } as const;
        const parse = (list: readonly unknown[]) => parseIotPolicy({ Version: "2012-10-17", Statement: list }, "p");
        const before = evaluateIotPolicies([parse(statements)], request).decision;
        const after = evaluateIotPolicies(
          [parse([...statements, { Effect: "Deny", Action: "iot:*", Resource: denied }])],
          request,
        ).decision;
        if (matchGlob(compileGlob(denied), request.resource)) expect(after).toBe("explicit-deny");
        else expect(after).toBe(before);
      }),
      { numRuns: 2000 },
    );
  });

  test("the order of statements does not matter", () => {
    const resource = fc.constantFrom("*", "arn:aws:iot:r:1:topic/a", "arn:aws:iot:r:1:topic/a*", "arn:aws:iot:r:1:topic/b");
    const statement = fc.record({
      Effect: fc.constantFrom("Allow", "Deny"),
      Action: fc.constantFrom("iot:*", "iot:Publish"),
      Resource: resource,
    });
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 6 }), (statements) => {
        const request = { action: "iot:Publish", resource: arn.topic("a"), context: { clientId: "c", thingIsAttached: false } } as const;
        const decide = (list: readonly unknown[]) =>
          evaluateIotPolicies([parseIotPolicy({ Version: "2012-10-17", Statement: list }, "p")], request).decision;
        expect(decide(statements.toReversed())).toBe(decide(statements));
      }),
    );
  });
});

describe("address ranges", () => {
  test.each([
    ["192.0.2.0/24", "192.0.2.255", true],
    ["192.0.2.0/24", "192.0.3.0", false],
    ["0.0.0.0/0", "255.1.2.3", true],
    ["0.0.0.0/0", "2001:db8::1", false],
    ["::/0", "192.0.2.1", false],
    ["203.0.113.7", "203.0.113.7", true],
    ["203.0.113.7/32", "203.0.113.8", false],
    ["2001:db8::/32", "2001:db8:ffff::1", true],
    ["2001:db8::/32", "2001:db9::1", false],
    ["::1", "0:0:0:0:0:0:0:1", true],
    ["10.0.0.0/8", "::ffff:10.1.2.3", true],
  ])("%s holds %s: %s", (range, address, expected) => {
    const [cidr, parsed] = [parseCidr(range), parseAddress(address)];
    expect(cidr !== undefined && parsed !== undefined && cidrContains(cidr, parsed)).toBe(expected);
  });

  test.each([
    "",
    "1.2.3",
    "256.1.1.1",
    "01.2.3.4",
    "1.2.3.4/33",
    "1.2.3.4/x",
    "::1::",
    "1:2:3:4:5:6:7:8:9",
    "2001:db8::/129",
    "g::1",
    "lock-1",
  ])("%s is no range", (text) => {
    expect(parseCidr(text)).toBeUndefined();
  });
});
