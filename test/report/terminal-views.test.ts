import pc from "picocolors";
import { describe, expect, test } from "vitest";
import { checkPretty } from "../../report/check-pretty.js";
import { runSummary } from "../../report/run-summary.js";
import { byteSize, duration, percent, printable, significant } from "../../report/text.js";
import { reportOf, sampleCheck } from "./support/sample-check.js";
import { sampleRun } from "./support/sample-run.js";

const escapes = /\u001b/;

describe("the summary of a run", () => {
  test("gives thresholds first, then what happened, then every metric", () => {
    expect(runSummary(sampleRun())).toMatchInlineSnapshot(`
      "  smart-home-night
        seed 7 · 1,000 devices · 2 workers · Aedes 1.2.0 over MQTT 3.1.1 over mutual TLS 1.3 · 1 min 16 s

        THRESHOLDS  10 of 12 met
          ✓  connect_success                    rate>=0.99      100%
          ✓  publish_success                    rate>=0.995     100%
          ✓  puback_latency                     p(99)<250    11.1 ms
          ✓  detect_delay{attack:snooping}      p(95)<5000    1.22 s
          ✓  detect_delay{attack:brute-force}   p(95)<5000    2.87 s
          ✗  detect_delay{attack:exfiltration}  p(95)<8000    8.74 s
          ✗  attack_detected                    rate==1       93.33%
          ✓  attack_contained                   rate>=0.9     93.33%
          ✓  false_alarms                       count==0           0
          ✓  foreign_messages_read              count==0           0
          ✓  tampered_applied                   count==0           0
          ✓  update_success{rollout:spring}     rate>=0.97       99%

        ATTACKS  14 alarms, 0 of them false · 10 quarantined
          ✓  snooping      6 of 6 detected  delay med 1.06 s max 1.22 s  6 of 6 contained, max 1.54 s  foreign-topic-access
          ✓  brute-force   4 of 4 detected  delay med 2.03 s max 2.87 s  4 of 4 contained, max 3.03 s  credential-guessing
          ✗  exfiltration  4 of 5 detected  delay med 4.94 s max 8.74 s  4 of 5 contained, max 9.01 s  outbound-volume

        ROLL-OUTS
          ✓  spring           1.1.0  completed  594 of 600 run it                                    offered to 600, 4 failed, 2 timed out
          ✓  spring-tampered  1.1.1  aborted    tampered image, 0 of 300 run it                      offered to 15 (bound 15), 15 failed
                                                15 of 15 executions FAILED, threshold 10 % after 10

        METRICS
                                       avg     min      med      max    p(90)    p(95)    p(99)
          connect_duration         15.2 ms    6 ms  8.63 ms   122 ms  34.6 ms  41.1 ms    68 ms
          puback_latency           2.39 ms  400 µs  1.67 ms    45 ms  4.67 ms  6.15 ms  11.1 ms
          delivery_latency         4.89 ms  704 µs  4.09 ms  48.6 ms  8.73 ms  10.6 ms  16.3 ms
          detect_delay              2.78 s  791 ms   1.84 s   8.74 s   5.94 s   8.74 s   8.74 s
            {attack:brute-force}    2.29 s  1.84 s   2.03 s   2.87 s   2.87 s   2.87 s   2.87 s
            {attack:exfiltration}   5.83 s  3.72 s   4.94 s   8.74 s   8.74 s   8.74 s   8.74 s
            {attack:snooping}       1.07 s  791 ms   1.06 s   1.22 s   1.22 s   1.22 s   1.22 s
          contain_delay             3.12 s   1.2 s   2.28 s   9.01 s   6.35 s   9.01 s   9.01 s
            {attack:brute-force}    2.67 s  2.28 s   2.48 s   3.03 s   3.03 s   3.03 s   3.03 s
            {attack:exfiltration}   6.16 s  4.15 s   5.15 s   9.01 s   9.01 s   9.01 s   9.01 s
            {attack:snooping}       1.39 s   1.2 s   1.36 s   1.54 s   1.54 s   1.54 s   1.54 s
          update_duration           2.12 s  900 ms   2.11 s    3.3 s   3.06 s    3.2 s   3.27 s

          connects                  1,000  13.9/s
          publishes_planned        25,877  359/s
          publishes_sent           25,877  359/s
          publishes_acked          25,877  359/s
          messages_delivered       25,877  359/s
          updates_succeeded           594  8.25/s
          updates_failed                6  0.083/s
          exposed_devices              15  0.208/s
          connect_success            100%  1,000 of 1,000
          publish_success            100%  25,877 of 25,877
          attack_detected          93.33%  14 of 15
            {attack:brute-force}     100%  4 of 4
            {attack:exfiltration}     80%  4 of 5
            {attack:snooping}        100%  6 of 6
          attack_contained         93.33%  14 of 15
            {attack:brute-force}     100%  4 of 4
            {attack:exfiltration}     80%  4 of 5
            {attack:snooping}        100%  6 of 6
          update_success              99%  594 of 600
          tamper_refused             100%  15 of 15

          at zero  connects_late, connects_failed, connects_refused, disconnects, publishes_dropped,
                   publishes_refused, subscribes_refused, bytes_sent, foreign_messages_read, alarms,
                   false_alarms, devices_quarantined, innocents_quarantined, tampered_applied

        trusted    event loop p99 31.2 ms, processor 63% busy
        not shown  The devices are simulated: key storage and secure boot of the product were not tested.
                   Nothing was lost on the network: loopback has no packet loss.
                   One broker process: behaviour of a cluster was not rehearsed.
      "
    `);
  });

  test("has no colour codes by default, and the same words with them", () => {
    const plain = runSummary(sampleRun());
    const coloured = runSummary(sampleRun(), { paint: pc.createColors(true) });
    expect(plain).not.toMatch(escapes);
    expect(coloured).toMatch(escapes);
    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(plain);
  });

  test.each([60, 72, 80, 100])("keeps its metric table within %d columns", (width) => {
    const text = runSummary(sampleRun(), { width });
    const table = text.slice(text.indexOf("METRICS"), text.indexOf("at zero"));
    expect(Math.max(...table.split("\n").map((line) => line.length))).toBeLessThanOrEqual(Math.max(width, 71));
    expect(table).toContain("p(99)");
  });

  test("says when a run was interrupted or cannot be trusted", () => {
    const trust = { ok: false, reasons: ["The event loop was late by 900 ms."], eventLoopP99Ms: 900, cpuShare: 1 };
    const text = runSummary({ ...sampleRun(), state: "interrupted", trust });
    expect(text).toContain("interrupted: figures up to then");
    expect(text).toMatch(/untrusted\s+The event loop was late by 900 ms\./);
  });
});

describe("the view of a check", () => {
  test("groups findings by severity and rule, with expected, actual, place and fix, and ends with the totals", () => {
    const open = sampleCheck().results.filter(({ verdict }) => verdict !== "pass");
    expect(checkPretty({ ...sampleCheck(), results: open })).toMatchInlineSnapshot(`
      "HIGH  1 failure

        s3-encrypted-with-own-key  Buckets are encrypted with a key of ours
          ✗ module.lake["eu.west"].aws_s3_bucket.telemetry[0]
            expected   a server-side encryption rule with aws:kms and a key
            actual     no encryption configuration refers to this bucket
            where      cdktf.out/stacks/smart-home/cdk.tf.json:162:7
            construct  fleet/Ingest/Lake
            finding    9d1e17a3789675fc
          fix        construct: Leave the prop out: the construct's default passes.
                     Terraform: Set the attribute named above.
          for        OBL-DATA-7

      MEDIUM  1 waived

        log-retention  Log groups keep a year
          ~ aws_cloudwatch_log_group.fleet_Record_Logs
            expected   retention_in_days of at least 365
            actual     retention_in_days is 90
            because    Accepted until 2027-03-31: the pilot stores no incident logs.
            where      cdktf.out/stacks/smart-home/cdk.tf.json:232:7
            construct  fleet/Record/Logs
            finding    66aa474d8d718157
          fix        construct: Leave the prop out: the construct's default passes.
                     Terraform: Set the attribute named above.
          for        OBL-INC-5

      UNKNOWN  1 result about 1 resource

        ? aws_kms_key.fleet_Ingest_Key
          actual     a variable that has no value yet
          because    The value depends on var.rotate, which is not known before apply.
          where      cdktf.out/stacks/smart-home/cdk.tf.json:204:7
          construct  fleet/Ingest/Key
          rules      medium  kms-rotation  3a5b42f4049e238f

      cdktf.out/stacks/smart-home/cdk.tf.json   synthesized stack  resources seen 184 = resources in input 184
      examples/smart-home/dossier/product.yaml  document           resources seen 1 = resources in input 1

      1 failure (1 high) · 1 unknown · 1 waived · 9 passed · 0 not applicable
      "
    `);
  });

  test("says once why a resource cannot be judged, and by which rules, the most severe first", () => {
    const [some] = sampleCheck().results;
    if (some === undefined) throw new Error("no result");
    const opaque = { ...some, verdict: "unknown", actual: "policy is not known before apply", reason: "it cannot be read" } as const;
    const text = checkPretty(
      reportOf([
        { ...opaque, rule: "iam-policy-decrypt-narrow", severity: "medium" },
        { ...opaque, rule: "iam-policy-no-admin", severity: "critical" },
        { ...opaque, rule: "iam-policy-resource-named", severity: "medium", detail: "statement 2", baseline: "known" },
        { ...opaque, rule: "iam-policy-no-admin", severity: "critical", actual: "path is not known before apply" },
      ]),
    );
    expect(text.slice(0, text.indexOf("cdktf.out/stacks/smart-home/cdk.tf.json   synth"))).toMatchInlineSnapshot(`
      "UNKNOWN  4 results about 1 resource

        ? aws_iot_policy.fleet_Identity_DevicePolicy
          actual     policy is not known before apply
          because    it cannot be read
          where      cdktf.out/stacks/smart-home/cdk.tf.json:120:7
          construct  fleet/Identity/DevicePolicy
          rules      critical  iam-policy-no-admin                      734d042a78359709
                     medium    iam-policy-decrypt-narrow                734d042a78359709
                     medium    iam-policy-resource-named [statement 2]  734d042a78359709 (known)

        ? aws_iot_policy.fleet_Identity_DevicePolicy
          actual     path is not known before apply
          because    it cannot be read
          where      cdktf.out/stacks/smart-home/cdk.tf.json:120:7
          construct  fleet/Identity/DevicePolicy
          rules      critical  iam-policy-no-admin  734d042a78359709

      "
    `);
  });

  test("cries out when resources were lost on the way", () => {
    const report = { ...sampleCheck(), inputs: [{ path: "plan.json", kind: "plan" as const, resources: { inInput: 12, lifted: 11 } }] };
    expect(checkPretty(report)).toContain("plan.json  plan  resources seen 11 ≠ resources in input 12");
  });

  test("shows control characters of an input instead of obeying them", () => {
    const [result] = sampleCheck().results;
    if (result === undefined) throw new Error("no result");
    const text = checkPretty(reportOf([{ ...result, verdict: "fail", address: "aws_iot_policy.\u001b[2Jx\u202ey", actual: "a\u0007b" }]));
    expect(text).not.toMatch(/[\u0007\u001b\u202e]/);
    expect(text).toContain("aws_iot_policy.\\u001b[2Jx\\u202ey");
  });
});

describe("figures", () => {
  test.each([
    [0, "0 ms"],
    [0.82, "820 µs"],
    [4.2, "4.2 ms"],
    [312.4, "312 ms"],
    [4250, "4.25 s"],
    [59_999, "60 s"],
    [125_000, "2 min 05 s"],
    [3_720_000, "1 h 02 min"],
  ])("%d ms reads %s", (ms, text) => {
    expect(duration(ms)).toBe(text);
  });

  test("shares never round to all or nothing", () => {
    expect([percent(1), percent(0.99999), percent(0.9333), percent(0.00001), percent(0)]).toEqual([
      "100%",
      ">99.99%",
      "93.33%",
      "<0.01%",
      "0%",
    ]);
  });

  test("three digits, and no more than were measured", () => {
    expect([0, 0.0482, 4.825, 48.25, 482.5, 48_250].map(significant)).toEqual(["0", "0.048", "4.83", "48.3", "483", "48,250"]);
    expect([999, 2910, 148_230, 5_200_000].map(byteSize)).toEqual(["999 B", "2.91 kB", "148 kB", "5.2 MB"]);
  });

  test("leaves ordinary text alone", () => {
    expect(printable("Größe 5 µs\nzweite Zeile\t✓")).toBe("Größe 5 µs\nzweite Zeile\t✓");
  });
});
