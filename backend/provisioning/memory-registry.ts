import type { RegistryEntry } from "./decide.js";
import type { RegistryStore } from "./hook.js";

/** A registry in memory, for rehearsals: same promises as the table. */
export function createMemoryRegistry(entries: readonly RegistryEntry[]): RegistryStore {
  const bySerial = new Map(entries.map((entry) => [entry.serialNumber, entry]));
  return {
    async find(serialNumber) {
      return bySerial.get(serialNumber);
    },
    async claim(serialNumber, certificateId) {
      const entry = bySerial.get(serialNumber);
      if (entry === undefined || entry.blocked === true || (entry.claimedBy ?? certificateId) !== certificateId) return false;
      bySerial.set(serialNumber, { ...entry, claimedBy: certificateId });
      return true;
    },
  };
}
