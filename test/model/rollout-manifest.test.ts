import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compareVersions,
  type FirmwareManifest,
  judgeManifest,
  parseVersion,
  REASON_CODES,
  raiseFloor,
  STATUS_OF_REASON,
} from "../../model/firmware/manifest.js";

const manifest = (changes: Partial<FirmwareManifest> = {}): FirmwareManifest => ({
  schema: "bulwark.firmware/1",
  name: "lock",
  version: "1.4.0",
  hardware: ["lock-r1", "lock-r2"],
  size: 1024,
  sha256: "0".repeat(64),
  versionFloor: "1.3.0",
  signatureAlgorithm: "ed25519",
  keyId: "f".repeat(64),
  ...changes,
});
const device = { hardware: "lock-r2", version: "1.3.5", floor: "1.2.0" };
const version = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30)).map((parts) => parts.join("."));

describe("firmware manifest", () => {
  test("a newer release for the device's hardware may be installed", () => {
    expect(judgeManifest(manifest(), device)).toEqual([]);
  });

  test.each([
    ["another model's image", { hardware: ["camera-r1"] }, ["wrong-hardware"]],
    ["an older image above the floor", { version: "1.3.4", versionFloor: "1.3.0" }, ["version-below-installed"]],
    ["an image below the floor", { version: "1.1.9", versionFloor: "1.0.0" }, ["version-below-floor", "version-below-installed"]],
    ["the installed version", { version: "1.3.5" }, ["already-installed"]],
    ["a floor above the release itself", { versionFloor: "2.0.0" }, ["manifest-invalid"]],
    ["a version in letters", { version: "1.4.0-rc1" }, ["manifest-invalid"]],
    ["a version with a leading zero", { version: "1.04.0" }, ["manifest-invalid"]],
    ["no hardware", { hardware: [] }, ["manifest-invalid"]],
    ["a size of zero", { size: 0 }, ["manifest-invalid"]],
    ["a short digest", { sha256: "00" }, ["manifest-invalid"]],
  ])("%s is judged", (_name, changes, reasons) => {
    expect(judgeManifest(manifest(changes), device)).toEqual(reasons);
  });

  test("versions are numbers, not text", () => {
    expect(judgeManifest(manifest({ version: "1.10.0" }), { ...device, version: "1.9.0" })).toEqual([]);
  });

  test("comparison is a total order that agrees with the numbers", () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        const [left, right] = [parseVersion(a), parseVersion(b)];
        if (left === undefined || right === undefined) throw new Error("generated versions parse");
        expect(Math.sign(compareVersions(left, right))).toBe(-Math.sign(compareVersions(right, left)) + 0);
        expect(compareVersions(left, right) === 0).toBe(a === b);
      }),
    );
  });

  test("the floor never falls, whatever is installed, and nothing below it is accepted", () => {
    fc.assert(
      fc.property(version, version, version, (floor, offered, releaseFloor) => {
        const release = manifest({ version: offered, versionFloor: releaseFloor });
        const next = raiseFloor(floor, release);
        const [before, after, wanted] = [parseVersion(floor), parseVersion(next), parseVersion(offered)];
        if (before === undefined || after === undefined || wanted === undefined) throw new Error("generated versions parse");
        expect(compareVersions(after, before)).toBeGreaterThanOrEqual(0);
        if (compareVersions(wanted, before) < 0) expect(judgeManifest(release, { ...device, version: "0.0.0", floor })).not.toEqual([]);
      }),
    );
  });

  test("every reason ends an execution; what is a decision is never retried", () => {
    for (const code of REASON_CODES) expect(["REJECTED", "FAILED", "SUCCEEDED", "TIMED_OUT"]).toContain(STATUS_OF_REASON[code]);
    for (const code of ["signature-invalid", "digest-mismatch", "wrong-hardware", "version-below-floor"] as const)
      expect(STATUS_OF_REASON[code]).toBe("REJECTED");
  });
});
