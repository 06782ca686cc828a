import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/build-bundle.ts"],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Two cores are the smallest machine the suite must pass on.
    maxWorkers: 2,
    reporters: ["default", "./test/support/closing-line.ts"],
  },
});
