import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
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
