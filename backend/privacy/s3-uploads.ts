import type { AwsClientOptions } from "../aws/client.js";
import { signed } from "../aws/signature.js";
import type { ErasurePorts, ObjectVersion } from "./erasure.js";

/** SHA-256 of no bytes; S3 wants it as a header. */
const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const TIMEOUT_MS = 10_000;

/** Objects of one bucket in all versions. Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html */
export function createS3Uploads(options: Omit<AwsClientOptions, "attempts">, bucket: string): ErasurePorts["uploads"] {
  const send = async (method: "GET" | "DELETE", key: string, query: Readonly<Record<string, string>>): Promise<string> => {
    const { region, credentials, endpoint, now } = options;
    const url = new URL(`/${bucket}/${key.split("/").map(encode).join("/")}`, endpoint ?? `https://s3.${region}.amazonaws.com`);
    url.search = Object.entries(query)
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .join("&");
    const headers = { "x-amz-content-sha256": EMPTY };
    const response = await fetch(url, {
      method,
      headers: signed({ method, url, headers, body: "" }, { service: "s3", region, credentials, now: now() }),
      signal: AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS),
    });
    const answer = await response.text();
    if (!response.ok) throw new Error(`S3 ${method} answered ${response.status}: ${/<Code>([^<]*)/.exec(answer)?.[1] ?? "no code"}`);
    return answer;
  };
  return {
    async *versions(prefix) {
      let more: Readonly<Record<string, string>> | undefined = {};
      while (more !== undefined) {
        const page: string = await send("GET", "", { versions: "", prefix, "encoding-type": "url", ...more });
        // Read whole before anything of it is deleted: the markers of the next page name the last of this one.
        more = nextOf(page);
        yield* versionsIn(page);
      }
    },
    async remove({ key, versionId }) {
      await send("DELETE", key, { versionId });
    },
  };
}

function versionsIn(xml: string): readonly ObjectVersion[] {
  return [...xml.matchAll(/<(Version|DeleteMarker)>(.*?)<\/\1>/gs)].flatMap(([, , body = ""]) => {
    const key = element(body, "Key");
    const versionId = element(body, "VersionId");
    return key === undefined || versionId === undefined ? [] : [{ key: decodeURIComponent(key.replaceAll("+", "%20")), versionId }];
  });
}

function nextOf(xml: string): Readonly<Record<string, string>> | undefined {
  if (element(xml, "IsTruncated") !== "true") return undefined;
  const keyMarker = element(xml, "NextKeyMarker");
  const versionMarker = element(xml, "NextVersionIdMarker");
  if (keyMarker === undefined) throw new Error("S3 says there is more, and not where");
  return {
    "key-marker": decodeURIComponent(keyMarker.replaceAll("+", "%20")),
    ...(versionMarker === undefined ? {} : { "version-id-marker": versionMarker }),
  };
}

/** The text of an element. Keys come URL-encoded (`encoding-type=url`), so no XML entity stands in what is read here. */
const element = (xml: string, name: string): string | undefined => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];

const encode = (part: string): string =>
  encodeURIComponent(part).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
