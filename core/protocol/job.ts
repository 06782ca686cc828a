import { z } from "zod";
import { ARCHIVE_POLICIES, RESTORE_TIERS } from "../archive.ts";
import { SOURCE_KINDS, SOURCE_PRESETS } from "../source-service.ts";
import { jobWorkSchema, objectFilterSchema, OVERWRITE_POLICIES } from "./job-work.ts";
import { isJobId } from "./keys.ts";
import { childSchema } from "./partition.ts";

const MIB = 1024 * 1024;

/** What to migrate and how. Everything here is the same for every worker of the job. */
export const jobSpecSchema = z.strictObject({
  jobId: z.string().refine(isJobId, "1 to 128 letters, digits, _ or -"),
  source: z.strictObject({
    kind: z.enum(SOURCE_KINDS),
    /** For S3 as another vendor speaks it. */
    preset: z.enum(SOURCE_PRESETS).optional(),
    bucket: z.string().min(1),
    region: z.string().min(1),
    /** Absent for AWS itself, OSS and what the preset knows. */
    endpoint: z.url().optional(),
    /** Whether a single-part ETag is the MD5 of the bytes (AWS: yes) or says nothing about them. */
    etag: z.enum(["md5", "opaque"]).default("md5"),
  }),
  destination: z.strictObject({ bucket: z.string().min(1), region: z.string().min(1) }),
  /** Only keys with this prefix are migrated. */
  srcPrefix: z.string().default(""),
  /** Replaces `srcPrefix` in the destination's keys. */
  destPrefix: z.string().default(""),
  work: jobWorkSchema.default({ kind: "copy" }),
  filter: objectFilterSchema.prefault({}),
  /** What a copy does with keys that the destination has already; jobs with a base go by the base. */
  overwrite: z.enum(OVERWRITE_POLICIES).default("if-different"),
  /** A partition is cut after this many objects. */
  taskObjectCountLimit: z.int().min(1).max(50_000).default(10_000),
  /** A partition is cut after this many bytes. */
  taskObjectSizeLimit: z
    .int()
    .min(1)
    .default(1024 * MIB),
  /** Objects of at least this size are sent by several workers. */
  hugeObjectSizeBytes: z
    .int()
    .min(1)
    .default(16 * 1024 * MIB),
  /** Whether a prefix that matches nothing is fine. */
  allowEmpty: z.boolean().default(false),
  /** Whether object tags are copied: one more request for each object that has tags. */
  tags: z.boolean().default(false),
  /** `map`: by docs/fidelity.md; `bucket`: the destination bucket's own class. */
  storageClass: z.enum(["map", "bucket"]).default("map"),
  /** What happens to an object whose metadata OSS cannot represent. */
  unmappableMetadata: z.enum(["fail", "drop"]).default("fail"),
  /** What happens to an object that must be restored before it can be read. */
  archived: z.enum(ARCHIVE_POLICIES).default("fail"),
  /** For how long restored objects are to stay readable, and how fast they are restored. */
  restoreDays: z.int().min(1).max(365).default(3),
  restoreTier: z.enum(RESTORE_TIERS).default("Standard"),
  /** Server-side encryption asked for at the destination; the bucket's own setting where absent. */
  serverSideEncryption: z.enum(["AES256", "KMS", "SM4"]).optional(),
});

export type JobSpec = z.infer<typeof jobSpecSchema>;

/**
 * `job.json` — the job as its first worker created it, create-only: the specification, the root partitions that
 * tile the whole key space, and T1, when it began by the source's clock (`Date` of a listing). Never changes.
 */
export const jobRecordSchema = z.strictObject({
  protocol: z.literal(1),
  spec: jobSpecSchema,
  roots: z.array(childSchema).min(1),
  startedAtSourceMs: z.number(),
  leaseMs: z.int().min(1_000),
});

export type JobRecord = z.infer<typeof jobRecordSchema>;
