import { z } from "zod";
import { limits, prices } from "./estimate-schema.ts";
import { instances, phase } from "./fleet-schema.ts";
import { cutover, network, operator, state } from "./infrastructure-schema.ts";
import { ARCHIVE_POLICIES, RESTORE_TIERS } from "../archive.ts";
import { SOURCE_KINDS, SOURCE_PRESETS } from "../source-service.ts";
import { checkPhaseKinds } from "./phase-kinds.ts";
import { BYTES_IN_FLIGHT, bytesInFlight, sizeText } from "./quantity.ts";
import { selection, selectsSomething } from "./selection-schema.ts";
import { httpUrl, ossBucket, ossPrefix, prefix, text } from "./texts.ts";

const REGION = /^[a-z]{2}(?:-[a-z0-9]+)+$/u;
const tagText = z.string().max(128);

/** `migration.yaml`. The descriptions are what editors show and docs/configuration.md says. */
export const migrationSchema = z
  .strictObject({
    $schema: z.string().optional().describe("For editors: where this schema is."),
    name: z
      .string()
      .regex(
        /^[a-z][a-z0-9-]{1,23}$/u,
        "must be 2 to 24 lower-case letters, digits and hyphens, a letter first",
      )
      .describe("Begins the name of everything that is created."),
    region: z
      .string()
      .regex(REGION, "must be a region such as cn-hongkong")
      .describe("Of the destination, the control bucket and the instances."),
    source: z
      .strictObject({
        kind: z
          .enum(SOURCE_KINDS)
          .default("s3")
          .describe(
            "`s3`: AWS, or another service that speaks S3; `oss`: a bucket of OSS, of any region and account.",
          ),
        preset: z
          .enum(SOURCE_PRESETS)
          .optional()
          .describe(
            "For S3 as another vendor speaks it: `qiniu`, `bos`, `ks3`, `cos` or `youpai`; fills in endpoint, path style and the meaning of ETags.",
          ),
        bucket: text.describe("Bucket to copy from. It is only read, but for restores that are asked for."),
        region: text.describe("Its region, for instance `ap-northeast-1`."),
        endpoint: httpUrl
          .optional()
          .describe(
            "For stores other than AWS, OSS and those with a preset: their address; otherwise instead of the region's.",
          ),
        pathStyle: z
          .boolean()
          .optional()
          .describe(
            "Whether the bucket goes into the path instead of the host name; where absent, as the preset says, else `false`.",
          ),
        requesterPays: z
          .boolean()
          .default(false)
          .describe("Whether we agree to pay for requests to a requester-pays bucket."),
        etag: z
          .enum(["md5", "opaque"])
          .optional()
          .describe(
            "`md5`: single-part ETags are MD5s of the bytes, as on AWS, and are checked; `opaque`: they say nothing. Where absent, `opaque` with a preset, else `md5`.",
          ),
      })
      .refine(({ kind, preset }) => kind === "s3" || preset === undefined, {
        path: ["preset"],
        error: "goes with kind s3 alone",
      })
      .describe("Where the objects are. Its keys are set by `oss-ferry credentials set`, never here."),
    destination: z
      .strictObject({
        bucket: ossBucket.describe("Its name; names are unique in all of OSS."),
        existing: z
          .boolean()
          .default(false)
          .describe(
            "`true`: the bucket is there already and is not touched. Set it to let go of a bucket that was created here.",
          ),
        storageClass: z
          .enum(["Standard", "IA", "Archive", "ColdArchive"])
          .default("Standard")
          .describe("Of a bucket to create."),
        redundancy: z
          .enum(["LRS", "ZRS"])
          .default("LRS")
          .describe("Of a bucket to create: one zone or several."),
      })
      .describe("Where they go. Never destroyed by oss-ferry."),
    control: z
      .strictObject({
        bucket: ossBucket.describe("Its name; not the destination's."),
        existing: z
          .boolean()
          .default(false)
          .describe(
            "`true`: it is there already, and never was versioned. Set it to let go of a bucket that was created here.",
          ),
      })
      .describe("The bucket that keeps jobs, ledgers, worker and source keys."),
    srcPrefix: prefix.default("").describe("Only keys that begin with this are copied."),
    destPrefix: ossPrefix
      .default("")
      .describe("Takes the place of the source prefix in the destination's keys."),
    copy: z
      .strictObject({
        tags: z
          .boolean()
          .default(false)
          .describe("Whether tags are copied: one more request for each object that has some."),
        storageClass: z
          .enum(["map", "bucket"])
          .default("map")
          .describe("`map`: the OSS class closest to the object's; `bucket`: the bucket's own."),
        unmappableMetadata: z
          .enum(["fail", "drop"])
          .default("fail")
          .describe(
            "What becomes of metadata that OSS cannot hold: the object fails, or it is copied without.",
          ),
        archived: z
          .enum(ARCHIVE_POLICIES)
          .default("fail")
          .describe(
            "What becomes of objects that must be restored before they can be read: `fail`; `skip`; `restore`: the source is asked to restore them, which is the only write to it, and a later job copies them. Restored ones are copied in any case.",
          ),
        restoreDays: z
          .int()
          .min(1)
          .max(365)
          .default(3)
          .describe("For how many days restored objects are to stay readable."),
        restoreTier: z
          .enum(RESTORE_TIERS)
          .default("Standard")
          .describe(
            "How fast, and how dear, a restore is: `Standard`, `Bulk` or `Expedited`; not every class has all three.",
          ),
        serverSideEncryption: z
          .enum(["AES256", "KMS", "SM4"])
          .optional()
          .describe("Encryption asked for at the destination; its own setting where absent."),
        allowEmpty: z.boolean().default(false).describe("Whether a prefix that matches nothing is fine."),
        taskObjectCountLimit: z
          .int()
          .min(1)
          .max(50_000)
          .default(10_000)
          .describe("A partition is cut after this many objects."),
        taskObjectSizeLimit: sizeText.prefault("1 GiB").describe("A partition is cut after this much."),
        hugeObjectSize: sizeText
          .prefault("16 GiB")
          .describe("An object of at least this size is sent by several workers."),
        ...selection,
      })
      .check(selectsSomething)
      .prefault({})
      .describe("How objects are copied. Fixed once a job has begun."),
    worker: z
      .strictObject({
        taskThreadNum: z
          .int()
          .min(1)
          .max(1024)
          .default(128)
          .describe("Upper bound of objects under way at once."),
        maxBytesInFlight: bytesInFlight(sizeText)
          .prefault("96 MiB")
          .describe(`Upper bound of object bytes in memory, ${BYTES_IN_FLIGHT}.`),
        maxThroughput: sizeText.optional().describe("Upper bound of one worker, per second."),
        leaseSeconds: z
          .int()
          .min(3)
          .max(3600)
          .default(60)
          .describe("Without a heartbeat for this long a worker counts as dead."),
        drainSeconds: z
          .int()
          .min(0)
          .max(86_400)
          .default(120)
          .describe("How long a worker that is told to stop may finish what it holds."),
        giveUpSeconds: z
          .int()
          .min(10)
          .max(86_400)
          .default(600)
          .describe("How long a store may be silent before the worker ends."),
        logLevel: z
          .enum(["debug", "info", "warn", "error"])
          .default("info")
          .describe("The least important events that are logged."),
      })
      .prefault({})
      .describe("How a worker works."),
    instances,
    network,
    phases: z
      .record(
        z
          .string()
          .regex(
            /^(?:pilot|full|audit|delta-[a-z0-9-]{1,20})$/u,
            "is not a phase; phases are pilot, full, delta-… and audit",
          ),
        phase,
      )
      .refine((phases) => Object.keys(phases).length > 0, "needs at least one phase")
      .check(checkPhaseKinds)
      .describe("A stack each: `pilot`, `full`, any number of `delta-…`, and `audit`."),
    limits: limits.prefault({}),
    prices: prices.prefault({}),
    cutover: cutover.optional(),
    operator: operator.prefault({}),
    tags: z
      .record(tagText.min(1), tagText)
      .refine((tags) => Object.keys(tags).length <= 8, "must be at most 8, as OSS allows 10 and two are ours")
      .default({})
      .describe("On everything that can have tags."),
    resourceGroupId: text
      .optional()
      .describe("An existing resource group for everything that can be in one."),
    state: state.prefault({ local: {} }),
  })
  .check((context) => {
    const { control, destination } = context.value;
    if (control.bucket !== destination.bucket) return;
    const message = "must be another bucket than the destination";
    context.issues.push({ code: "custom", path: ["control", "bucket"], message, input: control.bucket });
  })
  .meta({ title: "oss-ferry migration" });

/** A migration as it is meant, defaults filled in. */
export type Migration = z.infer<typeof migrationSchema>;

export type Phase = Migration["phases"][string];
