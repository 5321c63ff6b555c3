import { AwsCallError, type AwsClient, isRecord } from "../aws/client.js";

/** What became of a device's connection: ended, or there was none. */
export type Connection = "cut" | "none";

const CLIENT_ID_CHARACTERS = 128;

export interface ConnectionPorts {
  /** Its things begin with this name and a hyphen; nobody else's connection is cut. */
  readonly product: string;
  /** Ends the connection and session of a client id; false when AWS IoT knows neither. */
  readonly end: (clientId: string) => Promise<boolean>;
}

/**
 * Ends a device's live connection and forgets its session: nothing waits for a device whose identity is in doubt, and its last will is not
 * published. It does not keep the device away; its policies do, and they must have been changed before.
 *
 * A device connects under its thing's name only (the device policy says so), so the thing's name is the client id.
 */
export async function cutConnection(thing: unknown, { product, end }: ConnectionPorts): Promise<Connection> {
  if (typeof thing !== "string" || thing.length > CLIENT_ID_CHARACTERS || !thing.startsWith(`${product}-`))
    throw new Error(`a connection is cut by the name of a thing of ${product}`);
  return (await end(thing)) ? "cut" : "none";
}

/**
 * The ports to AWS IoT's data plane. The account's endpoint is asked for once: the regional one is meant for tests.
 * Sources: https://docs.aws.amazon.com/iot/latest/apireference/API_iotdata_DeleteConnection.html
 * https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeEndpoint.html
 */
export function connectionPorts(client: AwsClient, product: string): ConnectionPorts {
  let host: Promise<string> | undefined;
  return {
    product,
    async end(clientId) {
      host ??= endpointOf(client);
      try {
        const address = await host;
        await client({
          service: "iotdevicegateway",
          host: address,
          method: "DELETE",
          path: `/connections/${encodeURIComponent(clientId)}?cleanSession=TRUE&preventWillMessage=TRUE`,
        });
        return true;
      } catch (error) {
        if (error instanceof AwsCallError && error.code === "ResourceNotFoundException") return false;
        // An endpoint that could not be asked for is asked for again.
        host = undefined;
        throw error;
      }
    },
  };
}

async function endpointOf(client: AwsClient): Promise<string> {
  const answer = await client({ service: "iot", method: "GET", path: "/endpoint?endpointType=iot%3AData-ATS" });
  if (isRecord(answer) && typeof answer.endpointAddress === "string") return answer.endpointAddress;
  throw new Error("AWS IoT names no endpoint of its data plane");
}
