import { createDetectionEngine, type DetectionEngine } from "../../backend/detection/engine.js";
import { createResponder, type Responder, type ResponsePorts } from "../../backend/response/responder.js";
import type { Alarm, Detector, FleetEvent } from "../../model/detectors/types.js";
import type { ActionRecord } from "../wire/messages.js";

export interface DetectionLoop {
  /** Takes an event from a broker hook; it is observed in the same turn of the event loop, in order, after the hook has returned. */
  push(event: FleetEvent): void;
  tick(): void;
  alarms(): readonly Alarm[];
  readonly actions: readonly ActionRecord[];
  stats(): { readonly events: number; readonly shed: number };
  opened(): number;
}

/** Broker hooks -> engine -> responder. The hook only queues: a message is never held up by what is thought of it. */
export function createDetectionLoop(detectors: readonly Detector[], ports: ResponsePorts, now: () => number): DetectionLoop {
  const engine: DetectionEngine = createDetectionEngine(detectors);
  const responder: Responder = createResponder(ports, { detectors });
  const actions: ActionRecord[] = [];
  let queue: FleetEvent[] = [];
  let scheduled = false;
  let opened = 0;

  const respond = (alarms: readonly Alarm[]): void => {
    for (const alarm of alarms) {
      opened++;
      for (const { action, target, outcome, reason } of responder.handle(alarm)) {
        actions.push({ at: now(), action, target, alarm: alarm.id, detector: alarm.detector, outcome, reason });
      }
    }
  };
  const drain = (): void => {
    scheduled = false;
    const batch = queue;
    queue = [];
    for (const event of batch) respond(engine.observe(event));
  };
  return {
    push(event) {
      queue.push(event);
      if (scheduled) return;
      scheduled = true;
      setImmediate(drain);
    },
    tick: () => respond(engine.tick(now())),
    alarms: () => engine.alarms(),
    actions,
    stats: () => engine.stats(),
    opened: () => opened,
  };
}
