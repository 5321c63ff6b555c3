import { awsClientFrom, isRecord } from "../aws/client.js";
import { type Connection, type ConnectionPorts, connectionPorts, cutConnection } from "./connection.js";

let ports: ConnectionPorts | undefined;

/**
 * AWS Lambda entry: cuts the live connection of a device. Called by the response workflow with `{"thing": "..."}`. Environment: PRODUCT. A function, because Step
 * Functions has AWS IoT's control plane among its integrations and not its data plane.
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 * @throws Error when it is called with anything else, or AWS IoT refuses
 */
export async function handler(call: unknown): Promise<{ readonly connection: Connection }> {
  ports ??= portsFrom(process.env);
  const thing = isRecord(call) ? call.thing : undefined;
  const connection = await cutConnection(thing, ports);
  process.stdout.write(`${JSON.stringify({ event: "connection", thing, connection })}\n`);
  return { connection };
}

function portsFrom(environment: Readonly<Record<string, string | undefined>>): ConnectionPorts {
  const product = environment.PRODUCT;
  if (product === undefined || product === "") throw new Error("PRODUCT is not set: anybody's connection could be cut");
  return connectionPorts(
    awsClientFrom(environment, () => new Date()),
    product,
  );
}
