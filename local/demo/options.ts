import { statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";

/** What the demonstration was asked for. */
export interface DemoOptions {
  /** The directory as it was given, and its path. */
  readonly directoryName: string;
  readonly directory: string;
  readonly workers: number;
  readonly megabitsPerSecond: number;
  readonly giantMegabytes: number;
  readonly maxObjects: number;
  readonly keep: boolean;
}

export const HELP = `oss-ferry on the local cloud: four workers move a real directory tree from S3 to OSS, one is killed.

  npm start                               the installed node_modules
  npm start -- --source-dir DIR           another directory
  npm start -- --workers N                another number of workers (default 4)
  npm start -- --mbps N                   bandwidth of each worker in Mbit/s (default 200, as of an ECS instance)
  npm start -- --giant-mb N               size of the multipart object in MB (default 100)
  npm start -- --max-objects N            no more files than this (default 8000)
  npm start -- --keep                     leave the local cloud running and say how to look around
`;

/** Reads the arguments: the options, a wish for help, or one line that says what is wrong. */
export function readDemoOptions(
  args: readonly string[],
):
  | { readonly kind: "options"; readonly options: DemoOptions }
  | { readonly kind: "help" }
  | { readonly kind: "wrong"; readonly problem: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        "source-dir": { type: "string", default: "node_modules" },
        workers: { type: "string", default: "4" },
        mbps: { type: "string", default: "200" },
        "giant-mb": { type: "string", default: "100" },
        "max-objects": { type: "string", default: "8000" },
        keep: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) return { kind: "help" };
    const directoryName = values["source-dir"];
    const directory = resolve(directoryName);
    if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) {
      return { kind: "wrong", problem: `--source-dir ${directoryName} is not a directory` };
    }
    const options: DemoOptions = {
      directoryName,
      directory,
      workers: wholeNumber("workers", values.workers),
      megabitsPerSecond: wholeNumber("mbps", values.mbps),
      giantMegabytes: wholeNumber("giant-mb", values["giant-mb"]),
      maxObjects: wholeNumber("max-objects", values["max-objects"]),
      keep: values.keep,
    };
    return { kind: "options", options };
  } catch (error) {
    const problem = error instanceof Error ? (error.message.split(". ")[0] ?? error.message) : String(error);
    return { kind: "wrong", problem: `${problem}; see npm start -- --help` };
  }
}

function wholeNumber(name: string, text: string): number {
  if (/^[1-9]\d{0,6}$/u.test(text)) return Number(text);
  throw new Error(`--${name} must be a whole number from 1 on, not ${JSON.stringify(text)}`);
}
