import { defineConfig } from "vitest/config";
import { ON_CDK_TERRAIN } from "./test/support/on-cdk-terrain.js";

/** Node resolves by the condition, and so must what Vite loads. */
const conditions = ON_CDK_TERRAIN ? ["cdktn", "module", "node", "development|production"] : undefined;

export default defineConfig({
  ssr: { resolve: { ...(conditions === undefined ? {} : { conditions, externalConditions: ["cdktn", "node"] }) } },
  resolve: {
    ...(conditions === undefined ? {} : { conditions }),
    alias: [
      // The examples import the published names; the tests run them on the sources.
      { find: /^iot-bulwark\/(constructs|model)$/, replacement: new URL("./$1/index.ts", import.meta.url).pathname },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    pool: "forks",
    maxWorkers: 2,
    reporters: ["default", "./test/support/absent-tools-reporter.ts"],
  },
});
