import { type Command, InvalidArgumentError } from "commander";
import { FerryError } from "../../core/errors.ts";
import type { Settings, VariableName } from "../../core/protocol/environment.ts";
import { environmentSourceCredentials } from "../../storage/credentials/environment-source.ts";
import { openS3Configuration } from "../../storage/open-stores.ts";
import { RequestMeter } from "../../storage/request-meter.ts";
import type { S3BucketConfiguration } from "../../storage/s3/bucket-configuration.ts";
import { sourceOptionsOf } from "../bucket-options.ts";
import { settingsFrom, settingsOptions } from "../settings-options.ts";
import type { CliSurroundings } from "../surroundings.ts";
import { type FenceState, fenceState, fenceStatement, withFence, withoutFence } from "./write-fence.ts";

const VARIABLES: readonly VariableName[] = [
  "OSS_FERRY_SOURCE_BUCKET",
  "OSS_FERRY_SOURCE_REGION",
  "OSS_FERRY_SOURCE_KIND",
  "OSS_FERRY_SOURCE_PRESET",
  "OSS_FERRY_SOURCE_ENDPOINT",
  "OSS_FERRY_SOURCE_PATH_STYLE",
  "OSS_FERRY_SRC_PREFIX",
];

const DEFAULTS: Readonly<Partial<Record<VariableName, string>>> = {
  OSS_FERRY_JOB_ID: "unused",
  OSS_FERRY_DESTINATION_BUCKET: "unused",
  OSS_FERRY_DESTINATION_REGION: "unused",
  OSS_FERRY_CONTROL_BUCKET: "unused-control",
};

const HELP = `
What it does not cover: requests that S3 has let in already, and the seconds until a new policy holds everywhere;
lifecycle rules of the source; whoever may change the policy itself; the principals named by --except; keys outside
--src-prefix. Stores other than AWS may not know bucket policies, or not all of what the statement says.

The keys in the environment need s3:GetBucketPolicy, and s3:PutBucketPolicy and s3:DeleteBucketPolicy to change it.
S3 has no conditional write for a policy: let nobody else edit it at the same moment.

Examples:
  oss-ferry cutover fence --source-bucket photos --source-region ap-northeast-1
  oss-ferry cutover fence … --except arn:aws:iam::123456789012:role/cleanup --apply
  oss-ferry cutover fence … --remove`;

interface FenceOptions extends Readonly<Record<string, unknown>> {
  readonly except?: readonly string[];
  readonly apply?: true;
  readonly remove?: true;
  readonly json?: true;
}

/** What `--json` prints; fields may be added, none changes its meaning without another format. */
const FORMAT = 1;

/** `oss-ferry cutover fence`: denies writes to the source by its bucket policy. */
export function fenceCommand(command: Command, surroundings: CliSurroundings): Command {
  command
    .description(
      "Show the source's bucket policy with a statement that denies everybody writes, the fence; nothing is changed without --apply or --remove. Everything else in the policy stays as it is.",
    )
    .option("--apply", "put the statement into the source's policy")
    .option("--remove", "take it out again")
    .option(
      "--json",
      "print the fence's state, whether it was changed, and the policy as it is now or would be with --apply, as one JSON object",
    )
    .option(
      "--except <arn>",
      "a user or role that may go on writing, with * and ? as wildcards; can be given again",
      (arn: string, before: readonly string[] | undefined) => [...(before ?? []), principal(arn)],
    )
    .addHelpText("after", HELP);
  for (const option of settingsOptions(VARIABLES, DEFAULTS)) command.addOption(option);
  return command.action(async (options: FenceOptions) => {
    if (options.apply === true && options.remove === true) {
      throw new FerryError("USAGE", "--apply and --remove exclude each other; give one of them");
    }
    const settings = settingsFrom(options, DEFAULTS, surroundings);
    if (settings.OSS_FERRY_SOURCE_KIND === "oss") {
      throw new FerryError(
        "USAGE",
        "the fence is a bucket policy of S3, and the source is OSS; deny writes there by RAM or a policy of its own",
      );
    }
    const credentials = environmentSourceCredentials({
      ...surroundings,
      kind: "s3",
      region: settings.OSS_FERRY_SOURCE_REGION,
    });
    const configuration = openS3Configuration(sourceOptionsOf(settings, credentials), {
      clock: surroundings.clock,
      meter: new RequestMeter(),
    });
    try {
      await changeFence(settings, options, configuration, surroundings);
    } finally {
      await configuration.close();
    }
  });
}

async function changeFence(
  settings: Settings,
  options: FenceOptions,
  configuration: S3BucketConfiguration,
  { stdout }: CliSurroundings,
): Promise<void> {
  const bucket = settings.OSS_FERRY_SOURCE_BUCKET;
  const srcPrefix = settings.OSS_FERRY_SRC_PREFIX;
  const { except = [] } = options;
  const fence = fenceStatement({
    bucket,
    region: settings.OSS_FERRY_SOURCE_REGION,
    srcPrefix,
    exceptions: except,
  });
  const before = await configuration.policy();
  const found = fenceState(before, fence);
  const wanted = options.remove === true ? withoutFence(before) : withFence(before, fence);
  const isWanted = found === (options.remove === true ? "absent" : "present");
  const changed = (options.apply === true || options.remove === true) && !isWanted;
  if (changed) await putVerified(configuration, wanted, fence);
  if (options.json === true) {
    const now = changed ? fenceState(wanted, fence) : found;
    const policy = wanted === undefined ? null : (JSON.parse(wanted) as unknown);
    stdout.write(`${JSON.stringify({ format: FORMAT, bucket, fence: now, changed, policy })}\n`);
  } else if (options.remove === true) {
    stdout.write(
      changed
        ? `The fence is gone from the policy of ${bucket}; everything else in it is as it was.\n`
        : `The policy of ${bucket} has no fence; nothing was changed.\n`,
    );
  } else if (changed) {
    stdout.write(
      `The fence is in the policy of ${bucket}: writes ${below(srcPrefix)}are denied, ` +
        `${except.length === 0 ? "to everybody" : `except to ${except.join(", ")}`}. ` +
        "Let a minute pass, then run one more delta.\n",
    );
  } else if (options.apply === true) {
    stdout.write(`The fence is in the policy of ${bucket} already; nothing was changed.\n`);
  } else {
    const only = withoutFence(before) === undefined ? ", and nothing else" : "";
    stdout.write(
      `${STATES[found]} The policy of ${bucket} with it${only}:\n\n` +
        `${JSON.stringify(JSON.parse(wanted ?? "null"), null, 2)}\n\n` +
        `Nothing was changed${isWanted ? "" : "; --apply puts it there"}.\n`,
    );
  }
}

const STATES: Readonly<Record<FenceState, string>> = {
  absent: "The fence is not there.",
  present: "The fence is in force.",
  different: "The fence is there, with other exceptions or another prefix.",
};

/** S3 takes anything for an ARN that it compares, so that a mistyped one would except nobody. */
function principal(arn: string): string {
  if (/^arn:[^:]+:(?:iam|sts):[^:]*:[^:]*:.+$/u.test(arn)) return arn;
  throw new InvalidArgumentError("It must be an ARN such as arn:aws:iam::123456789012:role/cleanup.");
}

function below(srcPrefix: string): string {
  return srcPrefix === "" ? "" : `below ${srcPrefix} `;
}

/** Puts the policy and looks whether the fence is then as it should be. */
async function putVerified(
  configuration: S3BucketConfiguration,
  policy: string | undefined,
  fence: ReturnType<typeof fenceStatement>,
): Promise<void> {
  await configuration.putPolicy(policy);
  if (fenceState(await configuration.policy(), fence) === fenceState(policy, fence)) return;
  throw new FerryError(
    "FENCE_NOT_VERIFIED",
    "S3 accepted the policy and does not show it; somebody else may have changed it meanwhile: look at it, and run this again",
  );
}
