import { childPort, now } from "../wire/child.js";
import type { FromCloud, ToCloud } from "../wire/messages.js";
import { createLoadMeter } from "../wire/process-load.js";
import { type Cloud, startCloud } from "./cloud.js";

/** Entry of the cloud process. */
const port = childPort<ToCloud, FromCloud>();
const load = createLoadMeter();
const TICK_MS = 500;
let cloud: Cloud | null = null;

port.onMessage(async (message) => {
  if (message.type === "start") {
    cloud = await startCloud(message.config, { now, onRolloutDone: (id) => port.send({ type: "rollout-done", id }) });
    port.send({ type: "ready", endpoint: cloud.endpoint, signerKeyPem: cloud.signerKeyPem, broker: cloud.brokerVersion });
    return;
  }
  if (cloud === null) throw new Error(`${message.type} before start`);
  switch (message.type) {
    case "issue":
      port.send({ type: "issued", certificates: await cloud.issue(message.requests) });
      break;
    case "revoke":
      cloud.revoke(message.certificateId);
      break;
    case "origin":
      cloud.meter.startAt(message.at);
      load.reset();
      setInterval(() => cloud !== null && port.send({ type: "tick", ...cloud.counts() }), TICK_MS).unref();
      break;
    case "rollout":
      cloud.rollOut(message.order);
      break;
    case "stop": {
      const report = cloud.report(load.finish(cloud.meter.metrics));
      await cloud.stop();
      port.send({ type: "final", report });
    }
  }
});
