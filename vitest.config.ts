import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/build-bundle.ts"],
    // No test asserts a time: these only end what hangs, on however slow a machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Two cores are the smallest machine the suite must pass on.
    maxWorkers: 2,
    reporters: ["default", "./test/support/closing-line.ts"],
  },
});
