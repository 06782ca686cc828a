/**
 * Runs the simulation from the command line:
 *
 *     npm run simulate -- --seeds 5000        seeds 1 to 5000
 *     npm run simulate -- --seed 1234         one seed again, as the test reported it
 */
import { parseArgs } from "node:util";
import { simulate } from "./simulate.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    seeds: { type: "string", default: "1000" },
    from: { type: "string", default: "1" },
  },
});

const first = Number(values.seed ?? values.from);
const last = values.seed === undefined ? first + Number(values.seeds) - 1 : first;
let broken = 0;
const sums = { objects: 0, partitions: 0, takeovers: 0, lostAnswers: 0, virtualHours: 0 };
for (let seed = first; seed <= last; seed++) {
  const result = await simulate(seed);
  sums.objects += result.objects;
  sums.partitions += result.partitions;
  sums.takeovers += result.takeovers;
  sums.lostAnswers += result.lostAnswers;
  sums.virtualHours += result.virtualMs / 3_600_000;
  if (result.problems.length > 0) {
    broken++;
    console.log(`seed ${seed}: ${result.problems.slice(0, 3).join("; ")}`);
  }
}
console.log(
  JSON.stringify({ seeds: last - first + 1, broken, ...sums, virtualHours: Math.round(sums.virtualHours) }),
);
process.exitCode = broken === 0 ? 0 : 1;
