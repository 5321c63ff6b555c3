import { describe, expect, test } from "vitest";
import { BASELINE } from "../../model/baseline.js";
import { ENGINE_LIFECYCLE } from "../../model/lifecycle/engines.js";
import { RUNTIME_LIFECYCLE } from "../../model/lifecycle/runtimes.js";
import { SERVICE_LIFECYCLE } from "../../model/lifecycle/services.js";
import { LIFECYCLE_CHECKED_ON } from "../../model/lifecycle/sourced.js";
import { loadRules } from "../../policies/index.js";
import { isManagedType } from "../../policies/lift/provider-schema.js";

const ENGINE_TYPES = [
  "aws_db_instance",
  "aws_docdb_cluster",
  "aws_eks_cluster",
  "aws_eks_node_group",
  "aws_elasticache_cluster",
  "aws_elasticache_replication_group",
  "aws_elasticsearch_domain",
  "aws_glue_job",
  "aws_mq_broker",
  "aws_mq_configuration",
  "aws_msk_cluster",
  "aws_neptune_cluster",
  "aws_opensearch_domain",
  "aws_rds_cluster",
  "aws_rds_global_cluster",
];
const ALL = [...SERVICE_LIFECYCLE, ...ENGINE_LIFECYCLE, ...RUNTIME_LIFECYCLE];

describe("the table of ended services", () => {
  test("dates and sources everything", () => {
    for (const { on, source } of ALL) {
      expect(new Date(`${on}T00:00:00Z`).toISOString().slice(0, 10)).toBe(on);
      expect(source).toMatch(/^https:\/\//);
    }
    expect(new Set(SERVICE_LIFECYCLE.map(({ id }) => id)).size).toBe(SERVICE_LIFECYCLE.length);
    expect(new Set(ENGINE_LIFECYCLE.map(({ engine, version }) => `${engine} ${version}`)).size).toBe(ENGINE_LIFECYCLE.length);
  });

  test("says ended or closed of a service only once it is", () => {
    for (const { on } of SERVICE_LIFECYCLE) expect(on <= LIFECYCLE_CHECKED_ON).toBe(true);
  });

  test("has the ends of support in AWS's own words, but for these", () => {
    const repeated = ENGINE_LIFECYCLE.filter(({ checked }) => checked === "third-party");
    expect(repeated.map(({ engine, version }) => `${engine} ${version}`)).toEqual([
      "mariadb 10.4",
      "neptune 1.1.1",
      "neptune 1.2",
      "kafka 3.7",
      "eks 1.36",
    ]);
    expect(SERVICE_LIFECYCLE.filter(({ checked }) => checked === "third-party")).toEqual([]);
  });

  test("ends an engine when AWS does, which puts off what its makers have ended", () => {
    const ends = new Map(ENGINE_LIFECYCLE.map(({ engine, version, on }) => [`${engine} ${version}`, on]));
    expect(ends.get("mariadb 10.5")).toBe("2026-08-31");
    expect(ends.get("mariadb 10.6")).toBe("2026-12-31");
    expect(ends.get("kafka 3.6")).toBe("2026-06-01");
    expect(ends.get("elasticsearch 7.10")).toBe("2027-11-07");
    expect(ends.get("glue 2.0")).toBe("2024-01-31");
    expect(ends.get("glue 3.0")).toBeUndefined();
  });

  test("names types that the provider or CloudFormation has, and the rule judges exactly those and what runs an engine", () => {
    const types = SERVICE_LIFECYCLE.flatMap(({ resourceTypes }) => resourceTypes);
    for (const type of types) expect(type.startsWith("AWS::") || isManagedType(type), type).toBe(true);
    const rule = loadRules().find(({ id }) => id === "service-lifecycle-open");
    expect([...(rule?.resourceTypes ?? [])].sort()).toEqual([...types, ...ENGINE_TYPES].sort());
  });

  test("has the lines of an engine in the order in which they end, older ones only before the first", () => {
    for (const engine of new Set(ENGINE_LIFECYCLE.map((each) => each.engine))) {
      const lines = ENGINE_LIFECYCLE.filter((each) => each.engine === engine);
      expect(
        lines.slice(1).filter(({ andOlder }) => andOlder),
        engine,
      ).toEqual([]);
      const numbers = lines.map(({ version }) => version.split(".").map(Number));
      expect(numbers, engine).toEqual([...numbers].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0)));
    }
  });

  test("holds against the runtimes that the baseline takes for patched", () => {
    const allowed = new Set<string>(BASELINE.compute.lambdaRuntimes);
    const dated = new Map(RUNTIME_LIFECYCLE.map(({ runtime, on }) => [runtime, on]));
    for (const runtime of BASELINE.compute.lambdaRuntimes)
      expect((dated.get(runtime) ?? "9999") > LIFECYCLE_CHECKED_ON, runtime).toBe(true);
    expect(BASELINE.compute.lambdaRuntimes.filter((runtime) => !dated.has(runtime))).toEqual([]);
    expect(RUNTIME_LIFECYCLE.filter(({ runtime, on }) => on > LIFECYCLE_CHECKED_ON && !allowed.has(runtime))).toEqual([]);
    expect(dated.has(BASELINE.compute.defaultLambdaRuntime)).toBe(true);
  });
});
