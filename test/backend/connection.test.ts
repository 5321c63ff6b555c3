import { afterEach, describe, expect, test } from "vitest";
import { awsClientFrom } from "../../backend/aws/client.js";
import { type ConnectionPorts, connectionPorts, cutConnection } from "../../backend/response/connection.js";
import { EMULATOR_ENVIRONMENT } from "../support/aws-emulator.js";
import { type EndpointAnswer, type EndpointRequest, type LocalEndpoint, startEndpoint } from "../support/local-endpoint.js";

let endpoint: LocalEndpoint | undefined;
afterEach(async () => {
  await endpoint?.stop();
  endpoint = undefined;
});

const ADDRESS: EndpointAnswer = { body: { endpointAddress: "a1b2-ats.iot.eu-west-1.amazonaws.com" } };

async function portsOf(answer: (request: EndpointRequest, index: number) => EndpointAnswer): Promise<ConnectionPorts> {
  endpoint = await startEndpoint(answer);
  const environment = { ...EMULATOR_ENVIRONMENT, AWS_ENDPOINT_URL: endpoint.url };
  return connectionPorts(
    awsClientFrom(environment, () => new Date()),
    "acme",
  );
}
const asked = (): readonly string[] => (endpoint?.requests ?? []).map(({ method, path }) => `${method} ${path}`);

describe("the connection of a device", () => {
  test("is ended with its session and without its last will, at the account's own endpoint, which is asked for once", async () => {
    const ports = await portsOf(({ method }) => (method === "GET" ? ADDRESS : { body: "" }));
    expect(await cutConnection("acme-SN:1", ports)).toBe("cut");
    expect(await cutConnection("acme-SN2", ports)).toBe("cut");
    expect(asked()).toEqual([
      "GET /endpoint?endpointType=iot%3AData-ATS",
      "DELETE /connections/acme-SN%3A1?cleanSession=TRUE&preventWillMessage=TRUE",
      "DELETE /connections/acme-SN2?cleanSession=TRUE&preventWillMessage=TRUE",
    ]);
    expect(endpoint?.requests[1]?.headers.authorization).toContain("/eu-west-1/iotdevicegateway/aws4_request");
  });

  test("that is not there is none", async () => {
    const ports = await portsOf(({ method }) =>
      method === "GET" ? ADDRESS : { status: 404, headers: { "x-amzn-errortype": "ResourceNotFoundException" }, body: {} },
    );
    expect(await cutConnection("acme-SN1", ports)).toBe("none");
  });

  test("that AWS IoT refuses to end is an error, and the next call asks for the endpoint again", async () => {
    let refusing = true;
    const ports = await portsOf(({ method }) => {
      if (method === "GET") return ADDRESS;
      return refusing ? { status: 403, headers: { "x-amzn-errortype": "ForbiddenException" }, body: {} } : { body: "" };
    });
    await expect(cutConnection("acme-SN1", ports)).rejects.toThrow("ForbiddenException");
    refusing = false;
    expect(await cutConnection("acme-SN1", ports)).toBe("cut");
    expect(asked().filter((call) => call.startsWith("GET"))).toHaveLength(2);
  });

  test.each(["other-SN1", "acme", "", 7, undefined, `acme-${"x".repeat(128)}`])(
    "of another product, or of what is no thing, is left alone: %s",
    async (thing) => {
      const ports = await portsOf(() => ADDRESS);
      await expect(cutConnection(thing, ports)).rejects.toThrow("a thing of acme");
      expect(asked()).toEqual([]);
    },
  );
});
