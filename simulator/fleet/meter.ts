import { MetricRegistry, type MetricsSnapshot } from "../run/metrics.js";
import { SeriesRecorder, type SeriesSnapshot } from "../run/series.js";

/** What a worker counts. Latencies are milliseconds from the intended time, so a slow generator is seen and not hidden. */
export class FleetMeter {
  readonly metrics = new MetricRegistry();
  readonly #series = new SeriesRecorder();
  readonly #now: () => number;
  #origin: number;
  connectedTotal = 0;

  constructor(now: () => number) {
    this.#now = now;
    this.#origin = now();
  }

  /** Seconds of the series count from here (milliseconds of the shared clock). */
  startAt(origin: number): void {
    this.#origin = origin;
  }

  connected(ok: boolean, tookMs: number): void {
    this.metrics.rate("connect_success", ok);
    if (!ok) {
      this.metrics.add("connects_failed");
      return;
    }
    this.connectedTotal++;
    this.metrics.record("connect_duration", tookMs);
  }

  late(): void {
    this.metrics.add("connects_late");
  }

  planned(): void {
    this.metrics.add("publishes_planned");
  }

  dropped(): void {
    this.metrics.add("publishes_dropped");
  }

  sent(bytes: number): void {
    this.metrics.add("publishes_sent");
    this.metrics.add("bytes_sent", bytes);
    this.metrics.record("message_size", bytes);
    this.#series.add("published", this.#t());
  }

  acked(profile: string, latencyMs: number): void {
    this.metrics.add("publishes_acked");
    this.metrics.record("puback_latency", latencyMs, profile);
  }

  lost(): void {
    this.metrics.add("disconnects");
  }

  /** Once, at the end: what was planned and never acknowledged has failed, for whatever reason. */
  finish(): { readonly metrics: MetricsSnapshot; readonly series: SeriesSnapshot } {
    const planned = this.metrics.value("publishes_planned");
    if (planned > 0) this.metrics.rate("publish_success", Math.min(planned, this.metrics.value("publishes_acked")), planned);
    return this.snapshot();
  }

  snapshot(): { readonly metrics: MetricsSnapshot; readonly series: SeriesSnapshot } {
    return { metrics: this.metrics.snapshot(), series: this.#series.snapshot() };
  }

  #t(): number {
    return (this.#now() - this.#origin) / 1000;
  }
}
