import { afterEach, describe, expect, test } from "vitest";
import { type AwsClient, awsClientFrom, createAwsClient } from "../../backend/aws/client.js";
import { getItem, queryItems } from "../../backend/aws/dynamodb.js";
import { signed } from "../../backend/aws/signature.js";
import { type EndpointAnswer, type EndpointRequest, type LocalEndpoint, startEndpoint } from "../support/local-endpoint.js";

/** The credentials AWS uses in its own examples of signatures. */
const EXAMPLE = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };
const AT = new Date(Date.UTC(2015, 7, 30, 12, 36, 0));

let endpoint: LocalEndpoint | undefined;
afterEach(async () => {
  await endpoint?.stop();
  endpoint = undefined;
});

async function clientOf(answer: (request: EndpointRequest, index: number) => EndpointAnswer, attempts = 3): Promise<AwsClient> {
  endpoint = await startEndpoint(answer);
  return createAwsClient({ region: "us-east-1", credentials: EXAMPLE, endpoint: endpoint.url, now: () => AT, attempts });
}

describe("a signature", () => {
  // docs.aws.amazon.com/general/latest/gr/sigv4-signed-request-examples.html, a request of IAM ListUsers
  test("is that of AWS's worked example", () => {
    const url = new URL("https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08");
    const headers = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };
    expect(
      signed({ method: "GET", url, headers, body: "" }, { service: "iam", region: "us-east-1", credentials: EXAMPLE, now: AT })
        .authorization,
    ).toBe(
      "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
    );
  });

  // Made with botocore 1.44 (SigV4Auth) from the same request; the name holds a character that the path encodes.
  test("takes the path encoded once more, as every service but S3 does", () => {
    const url = new URL("https://a1-ats.iot.us-east-1.amazonaws.com/connections/acme-SN%3A1?cleanSession=TRUE&preventWillMessage=TRUE");
    const request = { method: "DELETE", url, headers: { "content-type": "application/json" }, body: "" };
    expect(signed(request, { service: "iotdevicegateway", region: "us-east-1", credentials: EXAMPLE, now: AT }).authorization).toContain(
      "Signature=3734e574dd4acd685d4829a1bab0c6ad03605c57fefaed350dec76a86d0fd768",
    );
  });

  test("covers the session token of a role", () => {
    const request = { method: "POST", url: new URL("https://events.eu-west-1.amazonaws.com/"), headers: {}, body: "{}" };
    const scope = { service: "events", region: "eu-west-1", now: AT };
    const headers = signed(request, { ...scope, credentials: { ...EXAMPLE, sessionToken: "token" } });
    expect(headers["x-amz-security-token"]).toBe("token");
    expect(headers.authorization).toContain("SignedHeaders=host;x-amz-date;x-amz-security-token");
  });
});

describe("a call", () => {
  test("goes out signed, with its target and its body", async () => {
    const client = await clientOf(() => ({ body: { Item: { id: { S: "a" } } } }));
    expect(await getItem(client, "table", { id: { S: "a" } })).toEqual({ id: { S: "a" } });
    const [request] = endpoint?.requests ?? [];
    expect(request).toMatchObject({
      method: "POST",
      path: "/",
      headers: {
        "x-amz-target": "DynamoDB_20120810.GetItem",
        "content-type": "application/x-amz-json-1.0",
        "x-amz-date": "20150830T123600Z",
      },
    });
    expect(request?.headers.authorization).toContain("Credential=AKIDEXAMPLE/20150830/us-east-1/dynamodb/aws4_request");
    expect(JSON.parse(request?.body ?? "")).toEqual({ TableName: "table", Key: { id: { S: "a" } }, ConsistentRead: true });
  });

  test("is sent again while AWS says not now", async () => {
    const client = await clientOf((_, index) =>
      index === 0
        ? { status: 500, body: "" }
        : index === 1
          ? { status: 400, body: { __type: "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException" } }
          : { body: {} },
    );
    expect(await getItem(client, "table", {})).toBeUndefined();
    expect(endpoint?.requests).toHaveLength(3);
  });

  test("is not sent again once AWS has refused, and the refusal carries AWS's code", async () => {
    const body = { __type: "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException", message: "The conditional request failed" };
    const client = await clientOf(() => ({ status: 400, body }));
    await expect(getItem(client, "table", {})).rejects.toMatchObject({
      name: "ConditionalCheckFailedException",
      status: 400,
      message: "ConditionalCheckFailedException: The conditional request failed",
    });
    expect(endpoint?.requests).toHaveLength(1);
  });

  test("takes the code of a REST API from its header", async () => {
    const client = await clientOf(() => ({
      status: 409,
      headers: { "x-amzn-errortype": "ConflictException:http://internal.amazon.com/" },
      body: { Message: "Schedule x already exists." },
    }));
    await expect(client({ service: "scheduler", path: "/schedules/x", body: {} })).rejects.toMatchObject({ name: "ConflictException" });
  });

  test("gives up after its tries", async () => {
    const client = await clientOf(() => ({ status: 503, body: "" }), 2);
    await expect(getItem(client, "table", {})).rejects.toMatchObject({ status: 503 });
    expect(endpoint?.requests).toHaveLength(2);
  });

  test("that asks for a list gets every page", async () => {
    const client = await clientOf((_, index) => ({
      body: { Items: [{ n: { N: String(index) } }], ...(index < 2 ? { LastEvaluatedKey: { n: { N: String(index) } } } : {}) },
    }));
    expect(await queryItems(client, { TableName: "table" })).toHaveLength(3);
    expect(JSON.parse(endpoint?.requests[2]?.body ?? "")).toMatchObject({ ExclusiveStartKey: { n: { N: "1" } } });
  });
});

test("outside Lambda's environment there is no client, and the missing name is told", () => {
  expect(() => awsClientFrom({ AWS_REGION: "eu-west-1" }, () => AT)).toThrow("AWS_ACCESS_KEY_ID is not set");
});
