import { parseArgs } from "node:util";

export const HELP = `Simulates the fleet on a virtual clock, with faults and crashes that the seed decides.

  npm run simulate -- --seeds 5000        the protocol, seeds 1 to 5000
  npm run simulate -- --seed 1234         one seed again, as the test reported it
  npm run simulate -- --story             whole migrations, with --seeds and --seed as above
  npm run simulate -- --scale             1,000 workers over 1,000,000 partitions, without faults; 16 minutes
  npm run simulate -- --scale --workers 100 --partitions 10000

  --seeds N        so many seeds (1000)
  --from N         the first of them (1)

Some 1 MB stays in memory for each seed: run about 1,000 at once. Exit codes: 0 all held, 1 something broke, 2 usage.`;

export interface SimulationOptions {
  readonly what: "protocol" | "story" | "scale";
  readonly first: number;
  readonly last: number;
  readonly workers: number;
  readonly partitions: number;
}

/** The command line does not make sense. */
export class UsageError extends Error {}

/** Reads the arguments; throws UsageError with what is wrong. */
export function readOptions(args: readonly string[]): SimulationOptions | "help" {
  const values = parse(args);
  if (values.help) return "help";
  if (values.scale && values.story) throw new UsageError("--scale and --story are two simulations");
  const first = positive(values.seed === undefined ? "--from" : "--seed", values.seed ?? values.from);
  const seeds = values.seed === undefined ? positive("--seeds", values.seeds) : 1;
  return {
    what: values.scale ? "scale" : values.story ? "story" : "protocol",
    first,
    last: first + seeds - 1,
    workers: positive("--workers", values.workers),
    partitions: positive("--partitions", values.partitions),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { type: "boolean", short: "h", default: false },
        seed: { type: "string" },
        seeds: { type: "string", default: "1000" },
        from: { type: "string", default: "1" },
        scale: { type: "boolean", default: false },
        story: { type: "boolean", default: false },
        workers: { type: "string", default: "1000" },
        partitions: { type: "string", default: "1000000" },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message.split(".")[0], { cause: error });
  }
}

function positive(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new UsageError(`${option} ${text}: a whole number from 1 on is needed`);
  }
  return value;
}
