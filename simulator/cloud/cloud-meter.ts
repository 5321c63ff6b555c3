import type { FleetEvent } from "../../model/detectors/types.js";
import { MetricRegistry } from "../run/metrics.js";
import { SeriesRecorder } from "../run/series.js";

/** Counts what the cloud side sees. Second 0 of the series is the origin, settable once the fleet's clock starts. */
export class CloudMeter {
  metrics = new MetricRegistry();
  series = new SeriesRecorder();
  readonly #now: () => number;
  #origin: number;
  delivered = 0;
  connected = 0;

  constructor(now: () => number) {
    this.#now = now;
    this.#origin = now();
  }

  /** From here on it counts; what was tried on the broker before is no part of the run. */
  startAt(origin: number): void {
    this.metrics = new MetricRegistry();
    this.series = new SeriesRecorder();
    this.#origin = origin;
  }

  seconds(): number {
    return Math.max(0, (this.#now() - this.#origin) / 1000);
  }

  event(event: FleetEvent): void {
    switch (event.type) {
      case "connected":
        this.metrics.add("connects");
        this.series.set("connected", this.seconds(), ++this.connected);
        break;
      case "disconnected":
        this.series.set("connected", this.seconds(), --this.connected);
        break;
      case "connect-refused":
        this.metrics.add("connects_refused", 1, event.reason);
        this.series.add("refused", this.seconds());
        break;
      case "publish-refused":
        this.metrics.add("publishes_refused", 1, event.reason);
        this.series.add("refused", this.seconds());
        break;
      case "subscribe-refused":
        this.metrics.add("subscribes_refused", 1, event.reason);
        this.series.add("refused", this.seconds());
        break;
      default:
    }
  }

  /** A telemetry message that reached the backend; `latencyMs` runs from its intended time. */
  message(latencyMs: number | null): void {
    this.delivered++;
    this.metrics.add("messages_delivered");
    this.series.add("delivered", this.seconds());
    if (latencyMs !== null) this.metrics.record("delivery_latency", latencyMs);
  }

  quarantined(total: number): void {
    this.metrics.add("devices_quarantined");
    this.series.set("quarantined", this.seconds(), total);
  }

  updated(total: number): void {
    this.series.set("updated", this.seconds(), total);
  }
}
