import { defineConfig } from "vitest/config";

/** `NODE_OPTIONS=--conditions=cdktn` runs everything on CDK Terrain: Node resolves by it, and so must what Vite loads. */
const cdktn = [process.env.NODE_OPTIONS ?? "", ...process.execArgv].some((option) => option.includes("--conditions=cdktn"));
const conditions = cdktn ? ["cdktn", "module", "node", "development|production"] : undefined;

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
