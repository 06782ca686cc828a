import { ENVIRONMENT, type VariableName } from "../core/protocol/environment.ts";

const HEAD = `# Settings of a worker

A worker reads its settings from the environment. \`oss-ferry run\` takes the same ones as options:
\`OSS_FERRY_SOURCE_BUCKET\` is \`--source-bucket\`. Each mistake is one line on standard error, and exit code 2.

Settings marked _job_ must be the same for all workers of a job; the first worker writes them into \`job.json\`
and others that differ are refused.

Keys never stand in these settings. The source's come from \`OSS_FERRY_SOURCE_ACCESS_KEY_ID\`,
\`OSS_FERRY_SOURCE_ACCESS_KEY_SECRET\` and \`OSS_FERRY_SOURCE_SECURITY_TOKEN\`; without them, for S3 from
\`AWS_ACCESS_KEY_ID\`, \`AWS_SECRET_ACCESS_KEY\` and \`AWS_SESSION_TOKEN\` or whatever else the AWS SDK's default chain
finds, and for a bucket of OSS from the three \`ALIBABA_CLOUD\` ones below; those of the other buckets from the instance's
RAM role, or from \`ALIBABA_CLOUD_ACCESS_KEY_ID\`, \`ALIBABA_CLOUD_ACCESS_KEY_SECRET\` and
\`ALIBABA_CLOUD_SECURITY_TOKEN\`.

What there is to know about each kind of source stands in [sources.md](sources.md).

| Setting | Default | Meaning |
| --- | --- | --- |
`;

/** Settings that are one worker's own; all others are the job's. */
const OWN: ReadonlySet<string> = new Set<VariableName>([
  "OSS_FERRY_SOURCE_PATH_STYLE",
  "OSS_FERRY_SOURCE_REQUESTER_PAYS",
  "OSS_FERRY_CONTROL_BUCKET",
  "OSS_FERRY_OSS_NETWORK",
  "OSS_FERRY_OSS_ENDPOINT",
  "OSS_FERRY_OSS_CREDENTIALS",
  "OSS_FERRY_SOURCE_CREDENTIALS",
  "OSS_FERRY_METADATA_ENDPOINT",
  "OSS_FERRY_WORKER_NAME",
  "OSS_FERRY_WORKER_TASK_THREAD_NUM",
  "OSS_FERRY_WORKER_MAX_BYTES_IN_FLIGHT",
  "OSS_FERRY_WORKER_MAX_THROUGHPUT",
  "OSS_FERRY_LEASE_SECONDS",
  "OSS_FERRY_ROUNDS_UNTIL",
  "OSS_FERRY_ROUND_SMALL_ENOUGH",
  "OSS_FERRY_DRAIN_SECONDS",
  "OSS_FERRY_GIVE_UP_SECONDS",
  "OSS_FERRY_LOG_LEVEL",
]);

/** The text of docs/configuration.md. */
export function configurationPage(): string {
  const rows = Object.entries(ENVIRONMENT).map(([name, variable]) => {
    const { meaning, required } = variable;
    const defaultText = "defaultText" in variable ? variable.defaultText : undefined;
    const shown = required
      ? "**required**"
      : defaultText === undefined || defaultText === ""
        ? "–"
        : `\`${defaultText}\``;
    return `| \`${name}\` | ${shown} | ${meaning}${OWN.has(name) ? "" : " _job_"} |\n`;
  });
  return HEAD + rows.join("");
}
