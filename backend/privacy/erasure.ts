import { createHash } from "node:crypto";
import type { ConsentLedger } from "./ledger.js";

/** What somebody asked to have erased (GDPR Art. 17; EN 303 645 5.11-1). */
export interface ErasureRequest {
  /** Id of the request in the provider's own register, such as `DSR-2026-0042`. */
  readonly id: string;
  readonly thing: string;
  /** `owner`: the device lives on with somebody else. `device`: it is gone for good, and so is its entry in the registry. */
  readonly forget: "owner" | "device";
  /** Counts and changes nothing. */
  readonly dryRun: boolean;
}

export interface ErasureCounts {
  readonly consents: number;
  readonly uploads: number;
  readonly registry: number;
}

/** One line of evidence. It names the request, not the person: whoever holds both the id and the thing can check the digest. */
export interface ErasureRecord extends ErasureCounts {
  readonly id: string;
  readonly digest: string;
  readonly forget: ErasureRequest["forget"];
  readonly dryRun: boolean;
  readonly at: string;
  readonly outcome: "erased" | "already-erased" | "would-erase";
}

export interface ErasurePorts {
  readonly ledger: ConsentLedger;
  readonly registry: {
    /** Whether there is an entry to forget the owner of, or to remove. */
    holds(serialNumber: string): Promise<boolean>;
    forgetOwner(serialNumber: string): Promise<void>;
    remove(serialNumber: string): Promise<void>;
  };
  /** Objects under a prefix, every version of them. */
  readonly uploads: {
    versions(prefix: string): AsyncIterable<ObjectVersion>;
    remove(version: ObjectVersion): Promise<void>;
  };
  readonly product: string;
  /** Days the record of the erasure is kept. */
  readonly keepDays: number;
  readonly now: () => Date;
  readonly record: (record: ErasureRecord) => void;
}

export interface ObjectVersion {
  readonly key: string;
  readonly versionId: string;
}

const NAME = /^[A-Za-z0-9_-]{1,128}$/;
const DAY_MS = 86_400_000;

/** @throws Error saying what is wrong with it; nothing in it is repeated */
export function parseErasure(body: string, product: string): ErasureRequest {
  const given: unknown = JSON.parse(body);
  if (typeof given !== "object" || given === null) throw new Error("an erasure request is a JSON object");
  const { id, thing, forget, dryRun = false } = given as Readonly<Record<string, unknown>>;
  if (typeof id !== "string" || !NAME.test(id)) throw new Error("id: letters, digits, _ and -, at most 128");
  // The thing becomes part of a prefix that is deleted: an empty or a wild one would take other people's data with it.
  if (typeof thing !== "string" || !NAME.test(thing) || !thing.startsWith(`${product}-`) || thing.length === product.length + 1)
    throw new Error(`thing: the name of a thing of ${product}`);
  if (forget !== "owner" && forget !== "device") throw new Error("forget: owner or device");
  if (typeof dryRun !== "boolean") throw new Error("dryRun: true or false");
  return { id, thing, forget, dryRun };
}

/**
 * Erases what the backend holds about the owner of a thing: consents, the salt of its pseudonym (which cuts every message in the lake loose
 * from the thing), uploaded files in all versions, and the owner in the registry. Each step finds nothing the second time, so a request that
 * failed half-way is simply run again; the evidence is written last, once.
 */
export async function erase(request: ErasureRequest, ports: ErasurePorts): Promise<ErasureRecord> {
  const { thing, forget, dryRun, id } = request;
  const serialNumber = thing.slice(ports.product.length + 1);
  // Consent goes first: from here on the filter keeps nothing new that needed it.
  const purposes = await ports.ledger.purposesOf(thing);
  if (!dryRun) for (const purpose of purposes) await ports.ledger.remove(thing, purpose);

  let uploads = 0;
  for await (const version of ports.uploads.versions(`uploads/${thing}/`)) {
    uploads++;
    if (!dryRun) await ports.uploads.remove(version);
  }

  const listed = await ports.registry.holds(serialNumber);
  if (!dryRun && listed) await (forget === "owner" ? ports.registry.forgetOwner(serialNumber) : ports.registry.remove(serialNumber));

  const at = ports.now();
  const counts: ErasureCounts = { consents: purposes.length, uploads, registry: listed ? 1 : 0 };
  const digest = createHash("sha256").update(`${id}:${thing}`).digest("hex");
  const facts = { id, digest, forget, dryRun, at: at.toISOString(), ...counts };
  const isNew = dryRun || (await ports.ledger.recordErasure(id, textual(facts), new Date(at.getTime() + ports.keepDays * DAY_MS)));
  const record: ErasureRecord = { ...facts, outcome: dryRun ? "would-erase" : isNew ? "erased" : "already-erased" };
  ports.record(record);
  return record;
}

const textual = (facts: object): Record<string, string> =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value)]));
