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
  return {
    command: "rclone",
    args: [
      "copy",
      "from:source",
      "to:destination",
      "--config=",
      `--ca-cert=${server.certificateFile}`,
      `--transfers=${concurrency}`,
      `--checkers=${concurrency}`,
      "--no-check-dest",
      "--use-server-modtime",
      "--s3-no-check-bucket",
      "--s3-no-head",
      "--s3-no-head-object",
      "--s3-list-version=2",
      "--buffer-size=0",
      "--s3-upload-cutoff=5G",
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
