import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ALIBABA_VARIABLES, AWS_VARIABLES } from "../../storage/credentials/static.ts";
import type { LocalCloud } from "../cloud.ts";
import type { DemoBuckets } from "./demo-fleet.ts";

export interface KeptCloud {
  readonly cloud: LocalCloud;
  readonly buckets: DemoBuckets;
  readonly jobId: string;
  /** Where logs and everything that is generated are. */
  readonly directory: string;
  readonly say: (text?: string) => void;
}

/** Says how to look around in the local cloud, with the same commands as in a real one, and waits for the end. */
export async function keepRunning({ cloud, buckets, jobId, directory, say }: KeptCloud): Promise<void> {
  const file = join(directory, "operator.env");
  await writeFile(file, operatorLines(cloud, buckets), { mode: 0o600 });
  const admin = cloud.admin.endpoint;
  for (const line of [
    "",
    "The local cloud keeps running; stop it with Ctrl+C. In another terminal, here:",
    `  . ${file}`,
    "  npx oss-ferry status",
    `  npx oss-ferry report --job-id ${jobId} --output report.html`,
    "  npx oss-ferry preflight",
    `  npx oss-ferry delta --job-id demo-delta --base-job-id ${jobId}`,
    "  npx oss-ferry cutover check --base-job-id demo-delta",
    "What is in it, past every API:",
    `  curl '${admin}/inventory?service=oss&bucket=${buckets.control}&prefix=jobs/${jobId}/'`,
    `  curl '${admin}/counters'`,
    `Logs: ${directory}`,
  ]) {
    say(line);
  }
  await new Promise<void>((wake) => {
    process.once("SIGINT", wake);
    process.once("SIGTERM", wake);
  });
}

/** What an operator of this cloud has in the environment, as a shell reads it. */
function operatorLines(cloud: LocalCloud, buckets: DemoBuckets): string {
  const { oss, s3 } = cloud;
  const keys = s3.keys.create();
  const variables = {
    [ALIBABA_VARIABLES.accessKeyId]: oss.accessKey.accessKeyId,
    [ALIBABA_VARIABLES.accessKeySecret]: oss.accessKey.accessKeySecret,
    [AWS_VARIABLES.accessKeyId]: keys.accessKeyId,
    [AWS_VARIABLES.accessKeySecret]: keys.accessKeySecret,
    OSS_FERRY_SOURCE_BUCKET: buckets.source,
    OSS_FERRY_SOURCE_REGION: s3.region,
    OSS_FERRY_SOURCE_ENDPOINT: s3.endpoint,
    OSS_FERRY_DESTINATION_BUCKET: buckets.destination,
    OSS_FERRY_DESTINATION_REGION: oss.region,
    OSS_FERRY_CONTROL_BUCKET: buckets.control,
    OSS_FERRY_OSS_ENDPOINT: oss.endpoint,
  };
  return Object.entries(variables)
    .map(([name, value]) => `export ${name}='${value}'\n`)
    .join("");
}
