import { describe, expect, it } from "vitest";
import { loadBundledPolicy } from "../../policies/engine/load.js";
import { loadRules } from "../../policies/index.js";
import { comparedPlans, PEERS, readRecord, resourcesIn } from "../../tools/agreement/record.js";
import { ONLY_THEY } from "../../tools/generators/agreement/explained.js";
import { comparisons, isOnlyTheirs } from "../../tools/generators/agreement.js";
import { outcomeOf } from "../../tools/mutations/score.js";

describe("the same plans, judged by others", () => {
  const all = comparisons();

  it.each(PEERS)("holds hundreds of verdicts of %s on plans as they stand, most of which are ours too", (peer) => {
    const own = all.filter((one) => one.peer === peer);
    const judged = Object.keys(readRecord()[peer]?.plans ?? {});
    expect(judged.length).toBeGreaterThan(200);
    expect(own.length).toBeGreaterThan(500);
    expect(new Set(own.map(({ plan }) => plan)).size).toBeGreaterThan(150);
    const both = own.filter(({ theirs, ours }) => theirs === "fail" && ours === "fail");
    expect(both.length).toBeGreaterThan(own.filter(isOnlyTheirs).length * 5);
  });

  it("finds what they find, or says why not", () => {
    const explained = new Set(ONLY_THEY.flatMap(({ peer, checks }) => checks.map((check) => `${peer} ${check}`)));
    const open = all.filter((one) => isOnlyTheirs(one) && !explained.has(`${one.peer} ${one.check}`));
    expect(open.map(({ peer, check, plan, rules, ours }) => `${peer} ${check} on ${plan}: ${rules.join(", ")} say ${ours}`)).toEqual([]);
  });

  it("where another rule is said to tell it instead, that one does", () => {
    const policy = loadBundledPolicy();
    const rules = new Map(loadRules().map((rule) => [rule.id, rule]));
    const plans = new Map(comparedPlans().map((plan) => [plan.name, plan]));
    const tells = (name: string, id: string): boolean => {
      const [plan, rule] = [plans.get(name), rules.get(id)];
      return plan !== undefined && rule !== undefined && ["fail", "unknown"].includes(outcomeOf(policy, rule, resourcesIn(plan)));
    };
    const silent = ONLY_THEY.flatMap(({ peer, checks, instead }) =>
      instead === undefined
        ? []
        : all
            .filter((one) => one.peer === peer && checks.includes(one.check) && isOnlyTheirs(one))
            .filter(({ plan }) => !instead.some((id) => tells(plan, id))),
    );
    expect(silent).toEqual([]);
  });

  it("explains nothing that does not happen", () => {
    const happening = new Set(all.filter(isOnlyTheirs).map(({ peer, check }) => `${peer} ${check}`));
    const idle = ONLY_THEY.flatMap(({ peer, checks }) => checks.map((check) => `${peer} ${check}`)).filter((one) => !happening.has(one));
    expect(idle).toEqual([]);
  });
});
