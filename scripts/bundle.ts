/**
 * Bundles the worker and the CLI into one file each, `dist/worker.mjs` and `dist/oss-ferry.mjs`: nothing else has
 * to be installed where they run.
 */
import { chmod } from "node:fs/promises";
import { build } from "esbuild";

/** Some dependencies are CommonJS and call `require` for Node's own modules. */
const REQUIRE =
  'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);';

for (const [entry, outfile] of [
  ["worker/main.ts", "dist/worker.mjs"],
  ["cli/main.ts", "dist/oss-ferry.mjs"],
] as const) {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    target: "node22",
    format: "esm",
    // Not minified: stack traces stay readable without a source map, which would cost memory.
    legalComments: "none",
    banner: { js: entry.startsWith("cli/") ? `#!/usr/bin/env node\n${REQUIRE}` : REQUIRE },
    logLevel: "warning",
  });
}

// npm makes it executable only when it links it for the first time; made anew it would not be.
await chmod("dist/oss-ferry.mjs", 0o755);
