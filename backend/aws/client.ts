import { setTimeout as sleep } from "node:timers/promises";
import { type AwsCredentials, signed } from "./signature.js";

/** One call of an AWS API that speaks JSON. */
export interface AwsCall {
  /** Endpoint prefix and signing name: `dynamodb`, `events`, `scheduler`, `iot`. */
  readonly service: string;
  /** Host name, for services that give each account its own. Default: the regional one of `service`. */
  readonly host?: string;
  /** `DynamoDB_20120810.GetItem`; absent for REST APIs. */
  readonly target?: string;
  /** Default `application/json`. */
  readonly contentType?: string;
  /** Default POST. */
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Default `/`. Encoded by the caller. */
  readonly path?: string;
  readonly body?: unknown;
}

/** Sends a call and returns the answer's JSON. @throws AwsCallError when AWS refuses; its `name` is AWS's error code */
export type AwsClient = (call: AwsCall) => Promise<unknown>;

export interface AwsClientOptions {
  readonly region: string;
  readonly credentials: AwsCredentials;
  /** Endpoint for every service instead of the regional ones; the meaning of AWS_ENDPOINT_URL in the SDKs. */
  readonly endpoint?: string;
  readonly now: () => Date;
  /** Tries in all, for failures that pass. Default 3. */
  readonly attempts?: number;
  /** Milliseconds a try may take. Default 2,000. */
  readonly timeoutMs?: number;
}

export class AwsCallError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
    readonly reasons: readonly string[] = [],
  ) {
    super(message);
    this.name = code;
  }
}

/** Codes of a refusal that a second try may not meet. Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html */
const PASSING =
  /Throttl|ProvisionedThroughputExceeded|RequestLimitExceeded|TooManyRequests|InternalServerError|InternalFailure|ServiceUnavailable/;
const FIRST_PAUSE_MS = 50;

export function createAwsClient(options: AwsClientOptions): AwsClient {
  const attempts = options.attempts ?? 3;
  return async (call) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await send(call, options);
      } catch (error) {
        if (attempt >= attempts || !passes(error)) throw error;
        await sleep(FIRST_PAUSE_MS * 2 ** attempt * (0.5 + Math.random()));
      }
    }
  };
}

/** What the Lambda runtime puts into the environment. Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html */
export function awsClientFrom(environment: Readonly<Record<string, string | undefined>>, now: () => Date): AwsClient {
  const required = (name: string): string => {
    const value = environment[name];
    if (value === undefined || value === "")
      throw new Error(`${name} is not set: this handler runs with the environment of a Lambda function`);
    return value;
  };
  const sessionToken = environment.AWS_SESSION_TOKEN;
  const endpoint = environment.AWS_ENDPOINT_URL;
  return createAwsClient({
    region: required("AWS_REGION"),
    credentials: {
      accessKeyId: required("AWS_ACCESS_KEY_ID"),
      secretAccessKey: required("AWS_SECRET_ACCESS_KEY"),
      ...(sessionToken === undefined || sessionToken === "" ? {} : { sessionToken }),
    },
    ...(endpoint === undefined || endpoint === "" ? {} : { endpoint }),
    now,
  });
}

async function send(call: AwsCall, { region, credentials, endpoint, now, timeoutMs }: AwsClientOptions): Promise<unknown> {
  const url = new URL(call.path ?? "/", endpoint ?? `https://${call.host ?? `${call.service}.${region}.amazonaws.com`}`);
  const method = call.method ?? "POST";
  const body = call.body === undefined ? "" : JSON.stringify(call.body);
  const headers = {
    "content-type": call.contentType ?? "application/json",
    ...(call.target === undefined ? {} : { "x-amz-target": call.target }),
  };
  const response = await fetch(url, {
    method,
    headers: signed({ method, url, headers, body }, { service: call.service, region, credentials, now: now() }),
    ...(body === "" ? {} : { body }),
    signal: AbortSignal.timeout(timeoutMs ?? 2_000),
  });
  const text = await response.text();
  const answer = parsed(text);
  if (!response.ok) throw refusal(response, answer, text);
  return answer;
}

function refusal(response: Response, answer: unknown, text: string): AwsCallError {
  const fields = isRecord(answer) ? answer : {};
  const type = fields.__type ?? fields.code ?? response.headers.get("x-amzn-errortype") ?? `HTTP${response.status}`;
  // `com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException`, `ConflictException:http://...`
  const code = (String(type).split("#").at(-1) ?? "").split(":")[0] ?? "";
  const message = fields.message ?? fields.Message ?? text.slice(0, 300);
  const reasons = Array.isArray(fields.CancellationReasons) ? fields.CancellationReasons : [];
  return new AwsCallError(
    code,
    response.status,
    `${code}: ${String(message)}`,
    reasons.map((reason) => (isRecord(reason) ? String(reason.Code) : "")),
  );
}

/** A refusal is AWS's word and stands, unless it says "not now"; a call that never got an answer may be sent again. */
function passes(error: unknown): boolean {
  return error instanceof AwsCallError ? error.status >= 500 || error.status === 429 || PASSING.test(error.code) : true;
}

function parsed(text: string): unknown {
  if (text === "") return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
