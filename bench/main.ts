import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { canPin } from "./measure/pinning.ts";
import { UsageError, parseOptions } from "./options.ts";
import type { BenchOptions } from "./options.ts";
import { rcloneVersion } from "./rclone.ts";
import { describeMachine } from "./report/machine.ts";
import { resultTable } from "./report/result-table.ts";
import { compareRuntimes } from "./runtimes.ts";
import { cost } from "./scenarios/cost.ts";
import { delta } from "./scenarios/delta.ts";
import { fleet } from "./scenarios/fleet.ts";
import { largeObjects } from "./scenarios/large-objects.ts";
import { listing } from "./scenarios/listing.ts";
import { memory } from "./scenarios/memory.ts";
import type { Bench, Scenario, ScenarioResult } from "./scenarios/scenario.ts";
import { smallObjects } from "./scenarios/small-objects.ts";
import { startServer } from "./server/start-server.ts";

const SCENARIOS: readonly Scenario[] = [smallObjects, largeObjects, listing, delta, memory, fleet, cost];

const HELP = `Measures speed, memory and cost of the worker, beside rclone where it is installed.

  npm run bench                        everything, three rounds: some 35 minutes
  npm run bench -- --quick             a first impression, under 3 minutes
  npm run bench -- --only small,large  some scenarios only

  --only NAMES     ${SCENARIOS.map(({ name }) => name).join(", ")}
  --quick          less data and one round, without verdicts
  --rounds N       runs of each, of which the median counts; memory and cost take one (3)
  --worker FILE    the bundle to measure (dist/worker.mjs; npm run build makes it)
  --node FILE      the Node binary that runs it (the one that runs the bench);
                   given several times: compares these as runtimes instead
  --no-pin         leave the placing on cores to the system

Writes bench/results/<time>.json. Exit codes: 0 every target met, 1 one missed or a run failed, 2 usage.`;

async function main(options: BenchOptions): Promise<number> {
  const bundle = resolve(options.bundle);
  if (!existsSync(bundle)) throw new UsageError(`There is no ${options.bundle}: npm run build makes it`);
  const pin = options.pin && canPin();
  const rclone = rcloneVersion();
  const machine = describeMachine();
  console.log(`${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB; Node ${process.version}`);
  console.log(rclone === undefined ? "rclone is not installed: its columns are skipped" : `rclone ${rclone}`);
  if (!pin) console.log("Server and clients share the cores: no pinning, so figures are lower and noisier");

  const [node = process.execPath] = options.nodes;
  if (options.nodes.length > 1) {
    await compareRuntimes(bundle, options.nodes, { pin, rounds: options.rounds });
    return 0;
  }
  await using server = await startServer({ pin });
  const bench: Bench = {
    server,
    worker: { node, bundle },
    hasRclone: rclone !== undefined,
    pin,
    quick: options.quick,
    rounds: options.rounds,
    progress: (text) => console.log(`  ${text}`),
  };
  const results: (ScenarioResult & { readonly name: string })[] = [];
  for (const scenario of SCENARIOS) {
    if (options.only.length > 0 && !options.only.includes(scenario.name)) continue;
    console.log(`${scenario.name}:`);
    const measured = await scenario.run(bench);
    const result = options.quick ? withoutTargets(measured) : measured;
    console.log(resultTable(scenario.title, result.lines) + "\n");
    results.push({ name: scenario.name, ...result });
  }
  const file = writeResults({ machine, node: process.version, rclone, quick: options.quick, pin, results });
  if (options.quick) {
    console.log(`Start and warming up decide so short a run, so there are no verdicts; details in ${file}`);
    return 0;
  }
  const missed = results.flatMap(({ lines }) => lines).filter((line) => line.target?.met === false).length;
  console.log(`${missed === 0 ? "Every target is met" : `${missed} targets are missed`}; details in ${file}`);
  return missed === 0 ? 0 : 1;
}

/** Targets are for runs of full length. */
function withoutTargets({ lines, samples }: ScenarioResult): ScenarioResult {
  return { lines: lines.map(({ target: _target, ...line }) => line), samples };
}

function writeResults(results: object): string {
  const folder = fileURLToPath(new URL("results", import.meta.url));
  mkdirSync(folder, { recursive: true });
  const time = new Date().toISOString().replaceAll(":", "-").slice(0, 19);
  const file = join(folder, `${time}.json`);
  writeFileSync(file, JSON.stringify(results, null, 2));
  return `bench/results/${time}.json`;
}

// So that what it started ends with it.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

try {
  const options = parseOptions(
    process.argv.slice(2),
    SCENARIOS.map(({ name }) => name),
  );
  if (options.help) console.log(HELP);
  else process.exitCode = await main(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
