import type { Buffer } from "node:buffer";
import type { ExecutionStatus } from "../../model/rollout/plan.js";
import type { Principal } from "./authorizer.js";

/**
 * The device side of AWS IoT Jobs over its real topics, so that the update agent would speak to AWS unchanged.
 * Sources: docs.aws.amazon.com/iot/latest/developerguide/jobs-mqtt-api.html, .../jobs-mqtt-https-api.html, .../iot-jobs-lifecycle.html
 */
export interface JobExecution {
  readonly jobId: string;
  readonly thing: string;
  status: ExecutionStatus;
  statusDetails: Readonly<Record<string, string>>;
  /** Counts attempts of one job on one thing. */
  readonly executionNumber: number;
  /** Optimistic lock: a stale `expectedVersion` is refused. */
  versionNumber: number;
  readonly queuedAt: number;
  startedAt: number | null;
  lastUpdatedAt: number;
}

export interface JobsOptions {
  readonly now: () => number;
  readonly publish: (topic: string, payload: object) => void;
  /** To the client that asked and to no other: AWS delivers responses whether it subscribed or not. */
  readonly reply: (clientId: string, topic: string, payload: object) => void;
  /** An execution reached a state a device (or `timeOut`, `cancel`) put it in. */
  readonly onStatus: (execution: JobExecution) => void;
}

type RejectCode =
  | "InvalidTopic"
  | "InvalidJson"
  | "InvalidRequest"
  | "InvalidStateTransition"
  | "ResourceNotFound"
  | "VersionMismatch"
  | "TerminalStateReached";

const TERMINAL: ReadonlySet<ExecutionStatus> = new Set(["SUCCEEDED", "FAILED", "TIMED_OUT", "REJECTED", "REMOVED", "CANCELED"]);
/** What a device may set; the other states are the service's. */
const FROM_DEVICE: ReadonlySet<string> = new Set(["IN_PROGRESS", "SUCCEEDED", "FAILED", "REJECTED"]);
const REQUEST = /^\$aws\/things\/([^/]+)\/jobs\/(?:(get|start-next)|([^/]+)\/(get|update))$/;
/** AWS truncates nothing and takes at most this many pairs. */
const MAX_DETAILS = 10;

interface JobsRequest {
  readonly clientToken?: string;
  readonly status?: string;
  readonly statusDetails?: Readonly<Record<string, string>>;
  readonly expectedVersion?: number;
  readonly executionNumber?: number;
  readonly includeJobDocument?: boolean;
  readonly includeJobExecutionState?: boolean;
}

interface Answer {
  readonly outcome: "accepted" | "rejected";
  readonly body: object;
}

const accept = (body: object): Answer => ({ outcome: "accepted", body });

/** `execution` is shown where AWS shows it: when the update did not fit its state. */
const reject = (code: RejectCode, message: string, execution?: JobExecution): Answer => ({
  outcome: "rejected",
  body: { code, message, ...(execution === undefined ? {} : { executionState: stateOf(execution) }) },
});

const stateOf = ({ status, statusDetails, versionNumber }: JobExecution): object => ({ status, statusDetails, versionNumber });

const seconds = (millis: number): number => Math.floor(millis / 1000);

export class JobsService {
  readonly #options: JobsOptions;
  readonly #documents = new Map<string, object>();
  /** Per thing, oldest first; terminal ones stay, as the record of what was done. */
  readonly #executions = new Map<string, JobExecution[]>();
  readonly #announced = new Map<string, string>();

  constructor(options: JobsOptions) {
    this.#options = options;
  }

  createJob(jobId: string, document: object): void {
    if (this.#documents.has(jobId)) throw new Error(`job ${jobId} exists`);
    this.#documents.set(jobId, document);
  }

  /** Queues the job for a thing and tells it, when this job becomes its next. */
  offer(jobId: string, thing: string): void {
    if (!this.#documents.has(jobId)) throw new Error(`no job is called ${jobId}`);
    const executions = this.#of(thing);
    const now = this.#options.now();
    const attempts = executions.filter((execution) => execution.jobId === jobId);
    if (attempts.some(({ status }) => !TERMINAL.has(status))) return;
    const base = { jobId, thing, executionNumber: attempts.length + 1, versionNumber: 1, queuedAt: now, lastUpdatedAt: now };
    executions.push({ ...base, status: "QUEUED", statusDetails: {}, startedAt: null });
    this.#announce(thing);
  }

  /** Ends an execution from the service's side. `force` reaches those in progress too, as CancelJob does. False when there was none to end. */
  end(jobId: string, thing: string, status: "CANCELED" | "TIMED_OUT" | "REMOVED", force: boolean): boolean {
    const execution = this.#pending(thing).find((pending) => pending.jobId === jobId);
    if (execution === undefined || (execution.status === "IN_PROGRESS" && !force)) return false;
    this.#set(execution, status, execution.statusDetails);
    this.#announce(thing);
    return true;
  }

  /** Handles a publish under `$aws/things/T/jobs/`. False when the topic is none of this service's. */
  handle(principal: Principal, topic: string, payload: Buffer): boolean {
    if (!/^\$aws\/things\/[^/]+\/jobs\//.test(topic)) return false;
    const request = parse(payload);
    const { outcome, body } = this.#route(principal, topic, request);
    const token = request?.clientToken === undefined ? {} : { clientToken: request.clientToken };
    this.#options.reply(principal.clientId, `${topic}/${outcome}`, { ...token, timestamp: seconds(this.#options.now()), ...body });
    return true;
  }

  #route(principal: Principal, topic: string, request: JobsRequest | undefined): Answer {
    const match = REQUEST.exec(topic);
    if (match === null) return reject("InvalidTopic", "no such jobs request");
    const [, thing = "", listed, jobId = "", verb] = match;
    // The policy keeps a device to its own thing; the service does not rely on it alone.
    if (thing !== principal.thing) return reject("InvalidTopic", "not your thing");
    if (request === undefined) return reject("InvalidJson", "the payload is not a JSON object");
    if (listed === "get") return accept(this.#lists(thing));
    if (listed === "start-next") return this.#startNext(thing, request);
    return verb === "get" ? this.#describe(thing, jobId, request) : this.#update(thing, jobId, request);
  }

  #startNext(thing: string, request: JobsRequest): Answer {
    const next = this.#pending(thing)[0];
    if (next === undefined) return accept({});
    if (next.status === "QUEUED") this.#set(next, "IN_PROGRESS", request.statusDetails ?? {});
    return accept({ execution: this.#describeExecution(next, true) });
  }

  #describe(thing: string, jobId: string, request: JobsRequest): Answer {
    if (jobId === "$next") {
      const next = this.#pending(thing)[0];
      return accept(next === undefined ? {} : { execution: this.#describeExecution(next, request.includeJobDocument !== false) });
    }
    const execution = this.#latest(thing, jobId, request.executionNumber);
    if (execution === undefined) return reject("ResourceNotFound", `no execution of ${jobId}`);
    return accept({ execution: this.#describeExecution(execution, request.includeJobDocument !== false) });
  }

  #update(thing: string, jobId: string, request: JobsRequest): Answer {
    const execution = this.#latest(thing, jobId, request.executionNumber);
    if (execution === undefined) return reject("ResourceNotFound", `no execution of ${jobId}`);
    const { status, statusDetails } = request;
    if (status === undefined || !FROM_DEVICE.has(status))
      return reject("InvalidRequest", "status is missing or not a device's to set", execution);
    if (!areDetails(statusDetails)) return reject("InvalidRequest", "statusDetails must be a small map of text", execution);
    if (TERMINAL.has(execution.status)) return reject("TerminalStateReached", `the execution is ${execution.status}`, execution);
    if (request.expectedVersion !== undefined && request.expectedVersion !== execution.versionNumber) {
      return reject(
        "VersionMismatch",
        `expected version ${request.expectedVersion}, the execution is at ${execution.versionNumber}`,
        execution,
      );
    }
    this.#set(execution, status as ExecutionStatus, statusDetails ?? execution.statusDetails);
    if (TERMINAL.has(execution.status)) this.#announce(thing);
    const state = request.includeJobExecutionState === true ? { executionState: stateOf(execution) } : {};
    return accept(request.includeJobDocument === true ? { ...state, jobDocument: this.#documents.get(jobId) } : state);
  }

  #set(execution: JobExecution, status: ExecutionStatus, statusDetails: Readonly<Record<string, string>>): void {
    const now = this.#options.now();
    if (status === "IN_PROGRESS") execution.startedAt ??= now;
    execution.status = status;
    execution.statusDetails = statusDetails;
    execution.versionNumber++;
    execution.lastUpdatedAt = now;
    this.#options.onStatus(execution);
  }

  /** `notify` whenever the pending list changes, `notify-next` only when which job is next changes. */
  #announce(thing: string): void {
    const pending = this.#pending(thing);
    const next = pending[0];
    const topic = `$aws/things/${thing}/jobs/notify`;
    const timestamp = seconds(this.#options.now());
    const summaries = (status: ExecutionStatus) =>
      pending.filter((execution) => execution.status === status).map((execution) => this.#summary(execution));
    this.#options.publish(topic, { timestamp, jobs: { IN_PROGRESS: summaries("IN_PROGRESS"), QUEUED: summaries("QUEUED") } });
    const key = next === undefined ? "" : `${next.jobId}#${next.executionNumber}`;
    if ((this.#announced.get(thing) ?? "") === key) return;
    this.#announced.set(thing, key);
    this.#options.publish(
      `${topic}-next`,
      next === undefined ? { timestamp } : { timestamp, execution: this.#describeExecution(next, true) },
    );
  }

  #lists(thing: string): object {
    const pending = this.#pending(thing);
    const of = (status: ExecutionStatus) =>
      pending.filter((execution) => execution.status === status).map((execution) => this.#summary(execution));
    return { inProgressJobs: of("IN_PROGRESS"), queuedJobs: of("QUEUED") };
  }

  /** In progress before queued, then by time of queueing. */
  #pending(thing: string): JobExecution[] {
    const open = this.#of(thing).filter(({ status }) => !TERMINAL.has(status));
    return open.sort((a, b) => Number(b.status === "IN_PROGRESS") - Number(a.status === "IN_PROGRESS") || a.queuedAt - b.queuedAt);
  }

  #latest(thing: string, jobId: string, executionNumber: number | undefined): JobExecution | undefined {
    return this.#of(thing).findLast(
      (execution) => execution.jobId === jobId && (executionNumber === undefined || execution.executionNumber === executionNumber),
    );
  }

  #of(thing: string): JobExecution[] {
    let executions = this.#executions.get(thing);
    if (executions === undefined) {
      executions = [];
      this.#executions.set(thing, executions);
    }
    return executions;
  }

  #summary({ jobId, queuedAt, lastUpdatedAt, executionNumber, versionNumber, startedAt }: JobExecution): object {
    const started = startedAt === null ? {} : { startedAt: seconds(startedAt) };
    return { jobId, queuedAt: seconds(queuedAt), ...started, lastUpdatedAt: seconds(lastUpdatedAt), versionNumber, executionNumber };
  }

  #describeExecution(execution: JobExecution, withDocument: boolean): object {
    const document = withDocument ? { jobDocument: this.#documents.get(execution.jobId) } : {};
    return {
      ...this.#summary(execution),
      thingName: execution.thing,
      status: execution.status,
      statusDetails: execution.statusDetails,
      ...document,
    };
  }
}

function parse(payload: Buffer): JobsRequest | undefined {
  if (payload.length === 0) return {};
  try {
    const value: unknown = JSON.parse(payload.toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function areDetails(details: unknown): details is Readonly<Record<string, string>> | undefined {
  if (details === undefined) return true;
  if (typeof details !== "object" || details === null || Array.isArray(details)) return false;
  const values = Object.values(details);
  return values.length <= MAX_DETAILS && values.every((value) => typeof value === "string" && value.length <= 1024);
}
