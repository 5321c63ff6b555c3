/** A thing as AWS IoT's registry knows it. Groups are what policies hang on: the fleet group carries the device policy, the quarantine group denies. */
export interface ThingSpec {
  readonly name: string;
  readonly thingType: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export type Group = "fleet" | "canary" | "quarantine";

interface Thing extends ThingSpec {
  readonly groups: Set<Group>;
  readonly certificates: Set<string>;
  /** Firmware version the device last reported through its shadow; a claim, not a proof. */
  reportedVersion: string | null;
}

/** Things, groups and certificates. Every change of what a thing may do raises its `revision`, on which decision caches hang. */
export class Registry {
  readonly #things = new Map<string, Thing>();
  readonly #certificates = new Map<string, { readonly thing: string; status: "ACTIVE" | "REVOKED" }>();
  readonly #revisions = new Map<string, number>();

  addThing(spec: ThingSpec): void {
    if (this.#things.has(spec.name)) throw new Error(`thing ${spec.name} exists`);
    this.#things.set(spec.name, { ...spec, groups: new Set(["fleet"]), certificates: new Set(), reportedVersion: null });
  }

  /** Attaches a certificate to one thing. A certificate that is attached already is refused: one device, one certificate (OBL-IAM-2). */
  attach(certificateId: string, thing: string): void {
    if (this.#certificates.has(certificateId)) throw new Error(`certificate ${certificateId} is attached already`);
    this.#thing(thing).certificates.add(certificateId);
    this.#certificates.set(certificateId, { thing, status: "ACTIVE" });
  }

  /** The thing of an active certificate; undefined for a certificate the registry does not know or no longer honours. */
  thingOf(certificateId: string): string | undefined {
    const certificate = this.#certificates.get(certificateId);
    return certificate?.status === "ACTIVE" ? certificate.thing : undefined;
  }

  /** Returns the thing it was attached to; undefined for a certificate nobody knows. */
  revoke(certificateId: string): string | undefined {
    const certificate = this.#certificates.get(certificateId);
    if (certificate === undefined) return undefined;
    certificate.status = "REVOKED";
    this.#touch(certificate.thing);
    return certificate.thing;
  }

  spec(thing: string): ThingSpec {
    return this.#thing(thing);
  }

  has(thing: string): boolean {
    return this.#things.has(thing);
  }

  inGroup(thing: string, group: Group): boolean {
    return this.#things.get(thing)?.groups.has(group) ?? false;
  }

  /** True when the thing was not in the group before. */
  join(thing: string, group: Group): boolean {
    const { groups } = this.#thing(thing);
    if (groups.has(group)) return false;
    groups.add(group);
    this.#touch(thing);
    return true;
  }

  members(group: Group): readonly string[] {
    return [...this.#things.values()].filter(({ groups }) => groups.has(group)).map(({ name }) => name);
  }

  reportVersion(thing: string, version: string): void {
    this.#thing(thing).reportedVersion = version;
  }

  reportedVersion(thing: string): string | null {
    return this.#things.get(thing)?.reportedVersion ?? null;
  }

  revision(thing: string): number {
    return this.#revisions.get(thing) ?? 0;
  }

  #touch(thing: string): void {
    this.#revisions.set(thing, this.revision(thing) + 1);
  }

  #thing(name: string): Thing {
    const thing = this.#things.get(name);
    if (thing === undefined) throw new Error(`no thing is called ${name}`);
    return thing;
  }
}
