import type { AttackReport } from "../attacks/types.js";
import { childPort, now } from "../wire/child.js";
import type { FromWorker, ToWorker } from "../wire/messages.js";
import { createLoadMeter } from "../wire/process-load.js";
import { Fleet } from "./fleet.js";
import { FleetMeter } from "./meter.js";
import { mqttJsConnection } from "./mqttjs-connection.js";

/** Entry of a worker process: a share of the fleet. */
const port = childPort<ToWorker, FromWorker>();
const load = createLoadMeter();
const meter = new FleetMeter(now);
const BATCH = 50;
const TICK_MS = 500;
let fleet: Fleet | null = null;
let attacksOpen = 0;

const done = (report: AttackReport): void => {
  attacksOpen--;
  port.send({ type: "attack-done", report });
};

port.onMessage(async (message) => {
  if (message.type === "start") {
    fleet = new Fleet({ seed: message.seed, devices: message.devices, meter, connect: mqttJsConnection, now });
    for await (const requests of fleet.requests(BATCH)) port.send({ type: "requests", requests });
    return;
  }
  if (fleet === null) throw new Error(`${message.type} before start`);
  switch (message.type) {
    case "identities":
      if (fleet.install(message.certificates)) port.send({ type: "installed" });
      break;
    case "connect": {
      load.reset();
      setInterval(
        () => fleet !== null && port.send({ type: "tick", connected: fleet.online, sent: meter.metrics.value("publishes_sent") }),
        TICK_MS,
      ).unref();
      await fleet.ramp(message);
      port.send({ type: "ramped" });
      break;
    }
    case "attack":
      attacksOpen++;
      void fleet.attack(message.order).then(done, port.fail);
      break;
    case "stop": {
      const devices = await fleet.stop();
      const measured = load.finish(meter.metrics);
      port.send({ type: "final", report: { devices, unfinishedAttacks: attacksOpen, ...meter.finish(), load: measured } });
    }
  }
});
