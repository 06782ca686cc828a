/** Runs the simulation from the command line; see the help in options.ts. */
import { HELP, readOptions, UsageError, type SimulationOptions } from "./options.ts";
import { simulateScale } from "./scale.ts";
import { simulate } from "./simulate.ts";
import { simulateStory } from "./story/simulate-story.ts";

async function runSeeds(first: number, last: number): Promise<boolean> {
  let broken = 0;
  const sums = {
    objects: 0,
    partitions: 0,
    takeovers: 0,
    lostAnswers: 0,
    huge: 0,
    spans: 0,
    virtualHours: 0,
  };
  for (let seed = first; seed <= last; seed++) {
    const result = await simulate(seed);
    sums.objects += result.objects;
    sums.partitions += result.partitions;
    sums.takeovers += result.takeovers;
    sums.lostAnswers += result.lostAnswers;
    sums.huge += result.huge;
    sums.spans += result.spans;
    sums.virtualHours += result.virtualMs / 3_600_000;
    if (report(seed, result.problems)) broken++;
  }
  const virtualHours = Math.round(sums.virtualHours);
  console.log(JSON.stringify({ seeds: last - first + 1, broken, ...sums, virtualHours }));
  return broken === 0;
}

async function runStories(first: number, last: number): Promise<boolean> {
  let broken = 0;
  const sums = { jobs: 0, crashes: 0 };
  const lines: Record<string, number> = {};
  for (let seed = first; seed <= last; seed++) {
    const result = await simulateStory(seed);
    sums.jobs += result.jobs;
    sums.crashes += result.crashes;
    for (const [line, count] of Object.entries(result.lines)) lines[line] = (lines[line] ?? 0) + count;
    if (report(seed, result.problems)) broken++;
  }
  console.log(JSON.stringify({ seeds: last - first + 1, broken, ...sums, lines }, undefined, 2));
  return broken === 0;
}

/** Names what broke, if anything did. */
function report(seed: number, problems: readonly string[]): boolean {
  if (problems.length > 0) console.log(`seed ${seed}: ${problems.slice(0, 3).join("; ")}`);
  return problems.length > 0;
}

async function runScale(seed: number, workers: number, partitions: number): Promise<boolean> {
  const result = await simulateScale({
    workers,
    partitions,
    seed,
    progress: (completed) => console.error(`${completed} of ${partitions} partitions are complete`),
  });
  console.log(JSON.stringify(result, undefined, 2));
  console.log(`peak memory of the simulation: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
  return true;
}

function run(options: SimulationOptions): Promise<boolean> {
  const { first, last } = options;
  switch (options.what) {
    case "protocol":
      return runSeeds(first, last);
    case "story":
      return runStories(first, last);
    case "scale":
      return runScale(first, options.workers, options.partitions);
  }
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options === "help") console.log(HELP);
  else if (!(await run(options))) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`npm run simulate: ${error.message}; npm run simulate -- --help shows what there is`);
  process.exitCode = 2;
}
