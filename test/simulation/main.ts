/**
 * Runs the simulation from the command line:
 *
 *     npm run simulate -- --seeds 5000        seeds 1 to 5000
 *     npm run simulate -- --seed 1234         one seed again, as the test reported it
 *     npm run simulate -- --story             whole migrations, with --seeds and --seed as above
 *     npm run simulate -- --scale             1,000 workers over 1,000,000 partitions, without faults
 *     npm run simulate -- --scale --workers 100 --partitions 10000
 */
import { parseArgs } from "node:util";
import { simulateScale } from "./scale.ts";
import { simulate } from "./simulate.ts";
import { simulateStory } from "./story/simulate-story.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    seeds: { type: "string", default: "1000" },
    from: { type: "string", default: "1" },
    scale: { type: "boolean", default: false },
    story: { type: "boolean", default: false },
    workers: { type: "string", default: "1000" },
    partitions: { type: "string", default: "1000000" },
  },
});

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

if (values.scale) {
  const result = await simulateScale({
    workers: Number(values.workers),
    partitions: Number(values.partitions),
    seed: Number(values.seed ?? 1),
    progress: (completed) => console.error(`${completed} of ${values.partitions} partitions are complete`),
  });
  console.log(JSON.stringify(result, undefined, 2));
  console.log(`peak memory of the simulation: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
} else {
  const first = Number(values.seed ?? values.from);
  const last = values.seed === undefined ? first + Number(values.seeds) - 1 : first;
  const run = values.story ? runStories : runSeeds;
  if (!(await run(first, last))) process.exitCode = 1;
}
