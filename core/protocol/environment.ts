import { z } from "zod";
import { closestName } from "../closest-name.ts";
import { BYTES_IN_FLIGHT, bytesInFlight, sizeText } from "../config/quantity.ts";
import { ossBucket } from "../config/texts.ts";
import { ARCHIVE_POLICIES, RESTORE_TIERS } from "../archive.ts";
import { SOURCE_KINDS, SOURCE_PRESETS } from "../source-service.ts";
import { JOB_KINDS, type JobKind, OVERWRITE_POLICIES } from "./job-work.ts";
import { LONGEST_SERIES_ID } from "./round.ts";
import { SOURCE_VARIABLES } from "./source-credentials.ts";

const text = z.string().min(1);
export const flag = z
  .enum(["true", "false"], { error: "must be true or false" })
  .transform((value) => value === "true");
const whole = (least: number, most = Number.MAX_SAFE_INTEGER): z.ZodType<number, string> =>
  z
    .string()
    .regex(/^\d+$/u, "must be a whole number")
    .transform(Number)
    .refine((value) => value >= least && value <= most, {
      error:
        most === Number.MAX_SAFE_INTEGER ? `must be at least ${least}` : `must be from ${least} to ${most}`,
    });
/** Bytes, or a size with its unit. */
const size = (least: number): z.ZodType<number, string> =>
  z
    .union([z.string().regex(/^\d+$/u).transform(Number), sizeText], {
      error: "must be a size such as 10 MB or 1 GiB, or a number of bytes",
    })
    .refine((value) => value >= least, { error: `must be at least ${least} bytes` });
/** Wider than the rules of AWS today: old buckets and other services have names that AWS no longer gives. */
const sourceBucket = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{1,254}$/u, "must be a bucket's name, without s3:// and path");
const jobId = text.regex(/^[A-Za-z0-9_-]{1,128}$/u, "must be 1 to 128 letters, digits, _ or -");
const instant = z.iso
  .datetime({ offset: true, error: "must be a time such as 2026-11-25T08:00:00Z" })
  .transform((value) => Date.parse(value));
/** One glob a line. */
const globs = z.string().transform((value) => value.split("\n").filter((glob) => glob !== ""));
const region = z.string().regex(/^[A-Za-z0-9][\w.-]*$/u, "must be a region's id");
const httpUrl = z.url({
  protocol: /^https?$/u,
  error: "must be an http or https address, for instance https://s3.example.com",
});

/** One environment variable of the worker. `defaultText` absent and `required` false: optional without a default. */
interface Variable<Value> {
  readonly schema: z.ZodType<Value, string>;
  readonly required: boolean;
  readonly defaultText?: string;
  readonly meaning: string;
}

function required<Value>(
  schema: z.ZodType<Value, string>,
  meaning: string,
): Variable<Value> & { readonly required: true } {
  return { schema, required: true, meaning };
}

function optional<Value>(schema: z.ZodType<Value, string>, meaning: string): Variable<Value | undefined> {
  return { schema, required: false, meaning };
}

function withDefault<Value>(
  schema: z.ZodType<Value, string>,
  defaultText: string,
  meaning: string,
): Variable<Value> {
  return { schema, required: false, defaultText, meaning };
}

/**
 * The worker's settings, all of them: what the user data sets and the worker reads. docs/configuration.md is
 * made of this table and a test holds them together.
 */
export const ENVIRONMENT = {
  OSS_FERRY_JOB_ID: required(jobId, "The job; workers with the same id and control bucket work together."),
  OSS_FERRY_JOB_KIND: withDefault(
    z.enum(JOB_KINDS, { error: `must be one of ${JOB_KINDS.join(", ")}` }),
    "copy",
    "`copy`: everything; `delta`: what changed since the base job; `redrive`: what failed in it; `prune`: deletes what it found gone at the source; `audit`: compares and changes nothing.",
  ),
  OSS_FERRY_BASE_JOB_ID: optional(
    jobId,
    "The complete job whose ledgers say what was put at the destination; for every kind but `copy`, optional for `audit`.",
  ),
  OSS_FERRY_SOURCE_KIND: withDefault(
    z.enum(SOURCE_KINDS, { error: "must be s3 or oss" }),
    "s3",
    "`s3`: AWS, or another service that speaks S3; `oss`: a bucket of OSS, of any region and account.",
  ),
  OSS_FERRY_SOURCE_PRESET: optional(
    z.enum(SOURCE_PRESETS, { error: `must be one of ${SOURCE_PRESETS.join(", ")}` }),
    "For S3 as another vendor speaks it: `qiniu`, `bos`, `ks3`, `cos` or `youpai`; fills in endpoint, path style and the meaning of ETags.",
  ),
  OSS_FERRY_SOURCE_BUCKET: required(
    sourceBucket,
    "Bucket to copy from. It is only read, but for restores that are asked for.",
  ),
  OSS_FERRY_SOURCE_REGION: required(region, "The source's region, for instance `ap-northeast-1`."),
  OSS_FERRY_SOURCE_ENDPOINT: optional(
    httpUrl,
    "For stores other than AWS, OSS and those with a preset: their address; otherwise instead of the region's.",
  ),
  OSS_FERRY_SOURCE_PATH_STYLE: optional(
    flag,
    "Whether the bucket goes into the path instead of the host name; where absent, as the preset says, else `false`.",
  ),
  OSS_FERRY_SOURCE_REQUESTER_PAYS: withDefault(
    flag,
    "false",
    "Whether we agree to pay for requests to a requester-pays bucket.",
  ),
  OSS_FERRY_SOURCE_ETAG: optional(
    z.enum(["md5", "opaque"], { error: "must be md5 or opaque" }),
    "`md5`: single-part ETags are MD5s of the bytes, as on AWS, and are checked; `opaque`: they say nothing. Where absent, `opaque` with a preset, else `md5`.",
  ),
  OSS_FERRY_DESTINATION_BUCKET: required(ossBucket, "OSS bucket to copy to."),
  OSS_FERRY_DESTINATION_REGION: required(
    region,
    "Region of the destination and the control bucket, for instance `cn-hongkong`.",
  ),
  OSS_FERRY_CONTROL_BUCKET: required(
    ossBucket,
    "OSS bucket in that region which keeps the jobs; it must never have been versioned.",
  ),
  OSS_FERRY_OSS_NETWORK: withDefault(
    z.enum(["internal", "public"], { error: "must be internal or public" }),
    "internal",
    "`internal`: the intranet endpoint, free of charge from ECS in the same region; `public` from anywhere else.",
  ),
  OSS_FERRY_OSS_ENDPOINT: optional(
    httpUrl,
    "Instead of the region's endpoint: another address that speaks OSS.",
  ),
  OSS_FERRY_OSS_CREDENTIALS: withDefault(
    z.enum(["ecs", "environment"], { error: "must be ecs or environment" }),
    "ecs",
    "`ecs`: the instance's RAM role; `environment`: ALIBABA_CLOUD_ACCESS_KEY_ID, _SECRET and, if temporary, ALIBABA_CLOUD_SECURITY_TOKEN.",
  ),
  OSS_FERRY_SOURCE_CREDENTIALS: withDefault(
    z.enum(["environment", "control"], { error: "must be environment or control" }),
    "environment",
    "`environment`: OSS_FERRY_SOURCE_ACCESS_KEY_ID, _SECRET and, if temporary, OSS_FERRY_SOURCE_SECURITY_TOKEN; without them, for S3 whatever the AWS SDK's chain finds, for OSS ALIBABA_CLOUD_ACCESS_KEY_ID and its like; `control`: the pair that `oss-ferry credentials set` put into the control bucket.",
  ),
  OSS_FERRY_METADATA_ENDPOINT: withDefault(httpUrl, "http://100.100.100.200", "The ECS metadata service."),
  OSS_FERRY_SRC_PREFIX: withDefault(z.string(), "", "Only keys that begin with this are copied."),
  OSS_FERRY_DEST_PREFIX: withDefault(
    z.string(),
    "",
    "Takes the place of the source prefix in the destination's keys.",
  ),
  OSS_FERRY_OVERWRITE: withDefault(
    z.enum(OVERWRITE_POLICIES, { error: `must be one of ${OVERWRITE_POLICIES.join(", ")}` }),
    "if-different",
    "What a copy does with keys that the destination has already: nothing, replace them when the content may differ, when the source's is newer, or always. Jobs with a base go by the base.",
  ),
  OSS_FERRY_INCLUDE: withDefault(
    globs,
    "",
    "Globs, one a line: only keys that match one of them behind the source prefix; the others are skipped.",
  ),
  OSS_FERRY_EXCLUDE: withDefault(globs, "", "Globs, one a line: keys that match one of them are skipped."),
  OSS_FERRY_MIN_SIZE: optional(
    size(0),
    "Smaller objects are skipped, for instance `10 KB`; without a unit, bytes.",
  ),
  OSS_FERRY_MAX_SIZE: optional(
    size(0),
    "Larger objects are skipped, for instance `5 GB`; without a unit, bytes.",
  ),
  OSS_FERRY_IMPORT_SINCE: optional(
    instant,
    "Objects that were last modified before this time are skipped. Mind that S3 stamps a multipart object with the time its upload began; a delta needs no such time.",
  ),
  OSS_FERRY_MODIFIED_BEFORE: optional(
    instant,
    "Objects that were last modified at this time or later are skipped.",
  ),
  OSS_FERRY_SAMPLE_OBJECTS: optional(
    whole(1),
    "A pilot: a copy that ends after about so many objects from all over the bucket.",
  ),
  OSS_FERRY_SAMPLE_BYTES: optional(
    size(1),
    "A pilot: a copy that ends after about so much, for instance `10 GB`.",
  ),
  OSS_FERRY_ROUND_EVERY_SECONDS: optional(
    whole(1),
    "A delta that repeats: from the beginning of one round to that of the next. Round 2 of job J is the job J-r2, based on J, and so on; jobs based on J go by its last round.",
  ),
  OSS_FERRY_ROUNDS_UNTIL: optional(
    instant,
    "No round begins after this time, by the control bucket's clock. Without this and the next setting rounds go on until the worker is stopped.",
  ),
  OSS_FERRY_ROUND_SMALL_ENOUGH: optional(
    whole(0),
    "A round that copied at most so many objects is the last one.",
  ),
  OSS_FERRY_MOST_DELETES: withDefault(
    whole(0),
    "0",
    "A prune refuses to begin when its base found more than this many keys gone at the source.",
  ),
  OSS_FERRY_AUDIT_CONTENT: withDefault(
    flag,
    "false",
    "Whether an audit reads the source's bytes where the listings cannot tell whether they are the same.",
  ),
  OSS_FERRY_TASK_OBJECT_COUNT_LIMIT: withDefault(
    whole(1, 50_000),
    "10000",
    "A partition is cut after this many objects.",
  ),
  OSS_FERRY_TASK_OBJECT_SIZE_LIMIT: withDefault(
    size(1),
    "1 GiB",
    "A partition is cut after this much; without a unit, bytes.",
  ),
  OSS_FERRY_HUGE_OBJECT_SIZE: withDefault(
    size(1),
    "16 GiB",
    "An object of at least this size is sent by several workers.",
  ),
  OSS_FERRY_ALLOW_EMPTY: withDefault(flag, "false", "Whether a prefix that matches nothing is fine."),
  OSS_FERRY_TAGS: withDefault(
    flag,
    "false",
    "Whether tags are copied: one more request for each object that has some.",
  ),
  OSS_FERRY_STORAGE_CLASS: withDefault(
    z.enum(["map", "bucket"], { error: "must be map or bucket" }),
    "map",
    "`map`: the OSS class closest to the object's; `bucket`: the destination bucket's own.",
  ),
  OSS_FERRY_UNMAPPABLE_METADATA: withDefault(
    z.enum(["fail", "drop"], { error: "must be fail or drop" }),
    "fail",
    "What becomes of metadata that OSS cannot hold: the object fails, or it is copied without and the ledger says so.",
  ),
  OSS_FERRY_ARCHIVED: withDefault(
    z.enum(ARCHIVE_POLICIES, { error: `must be one of ${ARCHIVE_POLICIES.join(", ")}` }),
    "fail",
    "What becomes of objects that must be restored before they can be read: `fail`; `skip`; `restore`: the source is asked to restore them, which is the only write to it, and a later job copies them. Restored ones are copied in any case.",
  ),
  OSS_FERRY_RESTORE_DAYS: withDefault(
    whole(1, 365),
    "3",
    "For how many days restored objects are to stay readable.",
  ),
  OSS_FERRY_RESTORE_TIER: withDefault(
    z.enum(RESTORE_TIERS, { error: `must be one of ${RESTORE_TIERS.join(", ")}` }),
    "Standard",
    "How fast, and how dear, a restore is: `Standard`, `Bulk` or `Expedited`; not every class has all three.",
  ),
  OSS_FERRY_SERVER_SIDE_ENCRYPTION: optional(
    z.enum(["AES256", "KMS", "SM4"], { error: "must be AES256, KMS or SM4" }),
    "Encryption asked for at the destination; its own setting where absent.",
  ),
  OSS_FERRY_WORKER_NAME: withDefault(
    text.regex(/^[a-z0-9][a-z0-9-]{0,39}$/u, "must be 1 to 40 lower-case letters, digits or -"),
    "worker",
    "Begins the worker's id; a random part is added.",
  ),
  OSS_FERRY_WORKER_TASK_THREAD_NUM: withDefault(
    whole(1, 1024),
    "128",
    "Upper bound of objects under way at once; the worker finds the right number below it.",
  ),
  OSS_FERRY_WORKER_MAX_BYTES_IN_FLIGHT: withDefault(
    bytesInFlight(size(0)),
    "96 MiB",
    `Upper bound of objects' bytes in memory, ${BYTES_IN_FLIGHT}.`,
  ),
  OSS_FERRY_WORKER_MAX_THROUGHPUT: optional(
    size(1),
    "Upper bound of what this worker reads from the source in a second, for instance `25 MB`.",
  ),
  OSS_FERRY_LEASE_SECONDS: withDefault(
    whole(3, 3600),
    "60",
    "Without a heartbeat for this long a worker counts as dead. The job's first worker decides.",
  ),
  OSS_FERRY_DRAIN_SECONDS: withDefault(
    whole(0, 86_400),
    "120",
    "How long a worker that is told to stop may finish what it holds.",
  ),
  OSS_FERRY_GIVE_UP_SECONDS: withDefault(
    whole(10, 86_400),
    "600",
    "How long a store may be silent before the worker ends.",
  ),
  OSS_FERRY_LOG_LEVEL: withDefault(
    z.enum(["debug", "info", "warn", "error"], { error: "must be debug, info, warn or error" }),
    "info",
    "The least important events that are logged.",
  ),
} as const satisfies Record<string, Variable<unknown>>;

/** Keys of the source, for whoever reads credentials: no settings, never options of a command, never deployed. */
const SECRET_VARIABLES: ReadonlySet<string> = new Set(Object.values(SOURCE_VARIABLES));

export type VariableName = keyof typeof ENVIRONMENT;

/** The parsed settings, by the names of their variables. */
export type Settings = {
  readonly [Name in VariableName]: (typeof ENVIRONMENT)[Name] extends Variable<infer Value> ? Value : never;
};

/**
 * Reads the settings. Resolves to them, or to one clear line for each mistake: missing, malformed, or an
 * `OSS_FERRY_` name that does not exist, with the name that was probably meant.
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
):
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const settings: Record<string, unknown> = {};
  for (const [name, variable] of Object.entries<Variable<unknown>>(ENVIRONMENT)) {
    const given = environment[name];
    const source = given === undefined || given === "" ? variable.defaultText : given;
    if (source === undefined) {
      if (variable.required) problems.push(`${name} is not set: ${variable.meaning}`);
      continue;
    }
    const parsed = variable.schema.safeParse(source);
    if (parsed.success) settings[name] = parsed.data;
    else
      problems.push(
        `${name}=${JSON.stringify(given ?? source)}: ${parsed.error.issues[0]?.message ?? "not valid"}`,
      );
  }
  const control = settings["OSS_FERRY_CONTROL_BUCKET"];
  if (control !== undefined && control === settings["OSS_FERRY_DESTINATION_BUCKET"]) {
    problems.push(
      `OSS_FERRY_CONTROL_BUCKET=${JSON.stringify(control)}: must be another bucket than the destination`,
    );
  }
  problems.push(...contradictions(settings));
  for (const name of Object.keys(environment)) {
    if (!name.startsWith("OSS_FERRY_") || name in ENVIRONMENT || SECRET_VARIABLES.has(name)) continue;
    problems.push(`${name} is not a setting; did you mean ${closestName(name, Object.keys(ENVIRONMENT))}?`);
  }
  return problems.length === 0 ? { ok: true, settings: settings as Settings } : { ok: false, problems };
}

/** One line for each pair of settings that do not go together. */
function contradictions(settings: Readonly<Record<string, unknown>>): readonly string[] {
  const problems: string[] = [];
  const kind = settings["OSS_FERRY_JOB_KIND"] as JobKind | undefined;
  const base = settings["OSS_FERRY_BASE_JOB_ID"];
  if (kind !== "copy" && kind !== "audit" && kind !== undefined && base === undefined) {
    problems.push(`OSS_FERRY_BASE_JOB_ID is not set: a ${kind} needs the job that it is based on`);
  }
  if (kind === "copy" && base !== undefined) {
    problems.push(
      "OSS_FERRY_BASE_JOB_ID goes with OSS_FERRY_JOB_KIND=delta, redrive, prune or audit, not with a copy",
    );
  }
  if (base !== undefined && base === settings["OSS_FERRY_JOB_ID"]) {
    problems.push("OSS_FERRY_BASE_JOB_ID must be another job than OSS_FERRY_JOB_ID");
  }
  for (const name of ["OSS_FERRY_SAMPLE_OBJECTS", "OSS_FERRY_SAMPLE_BYTES"]) {
    if (kind !== "copy" && settings[name] !== undefined) problems.push(`${name} goes with a copy alone`);
  }
  problems.push(...contradictionsOfRounds(settings));
  const preset = settings["OSS_FERRY_SOURCE_PRESET"];
  if (settings["OSS_FERRY_SOURCE_KIND"] === "oss" && preset !== undefined) {
    problems.push(
      `OSS_FERRY_SOURCE_PRESET=${JSON.stringify(preset)}: goes with OSS_FERRY_SOURCE_KIND=s3 alone`,
    );
  }
  return problems;
}

function contradictionsOfRounds(settings: Readonly<Record<string, unknown>>): readonly string[] {
  const problems: string[] = [];
  const every = settings["OSS_FERRY_ROUND_EVERY_SECONDS"];
  if (every !== undefined && settings["OSS_FERRY_JOB_KIND"] !== "delta") {
    problems.push("OSS_FERRY_ROUND_EVERY_SECONDS goes with a delta alone");
  }
  for (const name of ["OSS_FERRY_ROUNDS_UNTIL", "OSS_FERRY_ROUND_SMALL_ENOUGH"]) {
    if (every !== undefined || settings[name] === undefined) continue;
    problems.push(`${name} goes with OSS_FERRY_ROUND_EVERY_SECONDS alone`);
  }
  const jobId = settings["OSS_FERRY_JOB_ID"];
  if (every !== undefined && typeof jobId === "string" && jobId.length > LONGEST_SERIES_ID) {
    problems.push(
      `OSS_FERRY_JOB_ID must have at most ${LONGEST_SERIES_ID} characters where a delta repeats, as the ids of its rounds are longer`,
    );
  }
  return problems;
}
