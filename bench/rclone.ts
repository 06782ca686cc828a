/**
 * rclone as the yardstick, with the settings that serve it best on this job:
 *
 * - two remotes, so that it copies through itself and not by server-side CopyObject
 * - `--no-check-dest`, `--s3-no-head`, `--s3-no-head-object`, `--use-server-modtime`, `--s3-no-check-bucket`: one
 *   GET and one PUT per object and no HEAD, as with us; it still compares MD5 ETags where there are any
 * - `--transfers` and `--checkers` equal to our own limit on objects in flight
 * - `--s3-upload-cutoff 5G`: one PUT without a checksum of ours where its parts would each cost an MD5 and a SHA-256
 * - `--buffer-size 0`: reading ahead costs it memory and a little speed here
 *
 * Its environment is empty but for these: it refuses to start while AWS_CA_BUNDLE is set, for one.
 */
import { spawnSync } from "node:child_process";
import type { ProcessCommand } from "./measure/run-process.ts";
import type { RunningServer } from "./server/start-server.ts";

/** The installed version, for instance `v1.60.1-DEV`, or undefined where there is none. */
export function rcloneVersion(): string | undefined {
  const { status, stdout } = spawnSync("rclone", ["version"], { encoding: "utf8" });
  return status === 0 ? /rclone (\S+)/.exec(stdout)?.[1] : undefined;
}

/** The command that copies the whole source to the destination with at most `concurrency` objects in flight. */
export function rcloneCommand(server: RunningServer, concurrency: number): ProcessCommand {
  return command(server, concurrency, ["copy", "--no-check-dest", "--s3-upload-cutoff=5G"]);
}

/**
 * The command that lists both buckets, directory by directory, and compares the sizes: the least that a second pass
 * over unchanged objects can do. `--size-only` is what spares it a HEAD for each object.
 */
export function rcloneCheckCommand(server: RunningServer, concurrency: number): ProcessCommand {
  return command(server, concurrency, ["check", "--size-only"]);
}

function command(
  server: RunningServer,
  concurrency: number,
  [verb, ...flags]: readonly [verb: string, ...flags: string[]],
): ProcessCommand {
  return {
    command: "rclone",
    args: [
      verb,
      "from:source",
      "to:destination",
      ...flags,
      "--config=",
      `--ca-cert=${server.certificateFile}`,
      `--transfers=${concurrency}`,
      `--checkers=${concurrency}`,
      "--use-server-modtime",
      "--s3-no-check-bucket",
      "--s3-no-head",
      "--s3-no-head-object",
      "--s3-list-version=2",
      "--buffer-size=0",
      "--retries=1",
      "--stats=0",
      "--log-level=ERROR",
    ],
    env: {
      PATH: "/usr/local/bin:/usr/bin:/bin",
      HOME: "/nonexistent",
      ...remote("FROM", server.sourceEndpoint),
      ...remote("TO", server.destinationEndpoint),
    },
  };
}

function remote(name: string, endpoint: string): Record<string, string> {
  const settings = {
    TYPE: "s3",
    PROVIDER: "Other",
    ENDPOINT: endpoint,
    REGION: "us-east-1",
    ACCESS_KEY_ID: "rclone",
    SECRET_ACCESS_KEY: "rclone-secret",
  };
  return Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [`RCLONE_CONFIG_${name}_${key}`, value]),
  );
}
