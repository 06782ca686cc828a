import type { VariableName } from "../core/protocol/environment.ts";
import { awsDefaultChain } from "../storage/credentials/aws-default-chain.ts";
import { findBucketRegion } from "../storage/s3/region.ts";
import type { CliSurroundings } from "./surroundings.ts";

/** How commands show the options of a whole job whose source's region need not be said. */
export const WITH_SOURCE_REGION = {
  notes: { OSS_FERRY_SOURCE_REGION: " (default: AWS is asked)" },
  grouped: true,
} as const;

/** Asks AWS where the bucket lives when nobody said so; nothing where AWS does not tell. */
export async function findSourceRegion(
  options: Readonly<Record<string, unknown>>,
  { environment, clock, random }: CliSurroundings,
): Promise<{ readonly sourceRegion?: string }> {
  const said = (option: string, variable: VariableName): string | undefined => {
    const value = options[option];
    return typeof value === "string" ? value : environment[variable];
  };
  const bucket = said("sourceBucket", "OSS_FERRY_SOURCE_BUCKET");
  const isAws =
    said("sourceEndpoint", "OSS_FERRY_SOURCE_ENDPOINT") === undefined &&
    said("sourcePreset", "OSS_FERRY_SOURCE_PRESET") === undefined &&
    said("sourceKind", "OSS_FERRY_SOURCE_KIND") !== "oss";
  if (bucket === undefined || !isAws || said("sourceRegion", "OSS_FERRY_SOURCE_REGION") !== undefined)
    return {};
  const credentials = awsDefaultChain({ region: "us-east-1", clock, random });
  const region = await findBucketRegion({ bucket, credentials, signal: AbortSignal.timeout(15_000) }).catch(
    () => undefined,
  );
  return region === undefined ? {} : { sourceRegion: region };
}
