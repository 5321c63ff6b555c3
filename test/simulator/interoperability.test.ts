import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportAbsent } from "../support/absent-tools.js";
import { startTestCloud, type TestCloud } from "./cloud-fixture.js";

const mosquitto = spawnSync("mosquitto_pub", ["--help"]).error === undefined;
if (!mosquitto) reportAbsent("mosquitto_pub", "a client that is not ours against the rehearsal's broker");

let folder: string;
let cloud: TestCloud;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "bulwark-mosquitto-"));
  cloud = await startTestCloud(["lock-1", "lock-2"]);
});
afterAll(async () => {
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Publishes one QoS 1 message with Mosquitto's client under the identity of lock-1; the exit code is 0 when the broker acknowledged it. */
async function publish(topic: string, clientId = "lock-1"): Promise<number | null> {
  const { certificatePem, privateKeyPem } = await cloud.identity("lock-1");
  const { host, port, caPem } = cloud.cloud.endpoint;
  const file = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const identity = ["--cafile", file("ca.pem", caPem), "--cert", file("cert.pem", certificatePem), "--key", file("key.pem", privateKeyPem)];
  const args = ["-h", host, "-p", String(port), ...identity, "-i", clientId, "-V", "mqttv311", "-q", "1", "-t", topic, "-m", "{}"];
  const child = spawn("mosquitto_pub", args, { stdio: "ignore", timeout: 10_000 });
  return new Promise((done) => child.on("close", done));
}

describe("the broker as another client sees it", () => {
  it.runIf(mosquitto)("takes a device's message on its own topic", async () => {
    expect(await publish("dt/smart-home/lock-1/state")).toBe(0);
  });

  it.runIf(mosquitto)("refuses a message on another device's topic", async () => {
    expect(await publish("dt/smart-home/lock-2/state")).not.toBe(0);
  });

  it.runIf(mosquitto)("refuses a connection under another device's name", async () => {
    expect(await publish("dt/smart-home/lock-2/state", "lock-2")).not.toBe(0);
  });
});
