import type { Mutation } from "../mutations.js";
import { IDENTITY_MUTATIONS } from "./identity.js";
import { INGEST_MUTATIONS } from "./ingest.js";
import { RECORDS_MUTATIONS } from "./records.js";
import { STORAGE_MUTATIONS } from "./storage.js";

/** Secure defaults of the smart home, each switched off. */
export const BACKEND_MUTATIONS: readonly Mutation[] = [
  ...IDENTITY_MUTATIONS,
  ...INGEST_MUTATIONS,
  ...STORAGE_MUTATIONS,
  ...RECORDS_MUTATIONS,
];
