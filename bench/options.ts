import { parseArgs } from "node:util";

export interface BenchOptions {
  /** Names of the scenarios to run; all of them where empty. */
  readonly only: readonly string[];
  readonly quick: boolean;
  readonly rounds: number;
  readonly bundle: string;
  /** Node binaries that run the worker; several are compared with each other. */
  readonly nodes: readonly string[];
  readonly pin: boolean;
  readonly help: boolean;
}

const DEFAULT_ROUNDS = 3;

/** A mistake in the command line; the message says which. */
export class UsageError extends Error {}

/** Reads the command line; throws `UsageError` for what makes no sense. */
export function parseOptions(args: readonly string[], scenarioNames: readonly string[]): BenchOptions {
  const values = parse(args);
  const only = (values.only ?? []).flatMap((names) => names.split(",")).filter((name) => name !== "");
  for (const name of only) {
    if (!scenarioNames.includes(name)) {
      throw new UsageError(`--only ${name}: there are ${scenarioNames.join(", ")}`);
    }
  }
  const quick = values.quick ?? false;
  const rounds = Number(values.rounds ?? (quick ? 1 : DEFAULT_ROUNDS));
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new UsageError(`--rounds ${values.rounds ?? ""}: a whole number from 1 on`);
  }
  return {
    only,
    quick,
    rounds,
    bundle: values.worker ?? "dist/worker.mjs",
    nodes: values.node ?? [],
    pin: !(values["no-pin"] ?? false),
    help: values.help ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        only: { type: "string", multiple: true },
        quick: { type: "boolean" },
        rounds: { type: "string" },
        worker: { type: "string" },
        node: { type: "string", multiple: true },
        "no-pin": { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
