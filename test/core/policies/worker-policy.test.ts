import { describe, expect, test } from "vitest";
import { operatorPolicy } from "../../../core/policies/operator-policy.ts";
import { MAX_POLICY_BYTES } from "../../../core/policies/policy.ts";
import { workerPolicy, type WorkerPolicyOptions } from "../../../core/policies/worker-policy.ts";
import { artifactKey } from "../../../core/protocol/artifacts.ts";
import { jobKeys } from "../../../core/protocol/keys.ts";
import { SOURCE_CREDENTIALS_KEY } from "../../../core/protocol/source-credentials.ts";
import { allows, type OssRequest } from "../../support/evaluate-policy.ts";

const FULL: WorkerPolicyOptions = {
  controlBucket: "control",
  destinationBucket: "destination",
  jobId: "small-full",
  repeats: false,
  destPrefix: "photos/",
  writesDestination: true,
  writesTags: false,
  listsDestination: false,
  kms: false,
};
const DELTA: WorkerPolicyOptions = {
  ...FULL,
  jobId: "small-delta-1",
  readableJobs: "small-*",
  listsDestination: true,
};

const AUDIT: WorkerPolicyOptions = { ...DELTA, jobId: "small-audit", writesDestination: false };

const own = jobKeys("small-full");
const other = jobKeys("other-full");
const partition = "0123456789ab";

function control(operation: string, key: string): OssRequest {
  return { operation, bucket: "control", key };
}

function destination(operation: string, key = "photos/a.jpg"): OssRequest {
  return { operation, bucket: "destination", key };
}

/** Every kind of request that a worker makes, from its boot to the proof. */
const MADE: readonly OssRequest[] = [
  control("GetObject", artifactKey("00ff", "worker.mjs")),
  control("PutObject", own.bootEvent("i-1", "started")),
  control("GetObject", SOURCE_CREDENTIALS_KEY),
  { operation: "GetBucketVersioning", bucket: "control" },
  control("PutObject", own.selfTest("0a")),
  control("GetObject", own.selfTest("0a")),
  control("DeleteObject", own.selfTest("0a")),
  control("GetObject", own.job),
  control("PutObject", own.job),
  control("PutObject", own.manifest(partition)),
  control("GetObject", own.manifest(partition)),
  control("PutObject", own.open(partition)),
  control("DeleteObject", own.open(partition)),
  { operation: "ListObjectsV2", bucket: "control", prefix: own.openPrefix },
  { operation: "ListObjectsV2", bucket: "control", prefix: own.workersPrefix },
  { operation: "ListObjectsV2", bucket: "control", prefix: own.claimsPrefix(partition) },
  control("PutObject", own.claim(partition, 1)),
  control("GetObject", own.claim(partition, 1)),
  control("PutObject", own.worker("worker-0-ab")),
  control("GetObject", own.worker("worker-1-cd")),
  control("GetObject", own.control),
  control("PutObject", own.split(partition)),
  control("PutObject", own.upload(partition, 1, "x")),
  control("GetObject", own.upload(partition, 1, "x")),
  control("DeleteObject", own.upload(partition, 1, "x")),
  control("PutObject", own.sharing(partition, "x")),
  control("GetObject", own.sharing(partition, "x")),
  control("PutObject", own.ledger(partition, 1)),
  control("GetObject", own.ledger(partition, 1)),
  control("PutObject", own.done(partition)),
  control("PutObject", own.summary),
  destination("PutObject"),
  destination("HeadObject"),
  destination("InitiateMultipartUpload"),
  destination("UploadPart"),
  destination("ListParts"),
  destination("CompleteMultipartUpload"),
  destination("AbortMultipartUpload"),
];

/** What a worker whose machine somebody has taken over would like to do. */
const FORBIDDEN: readonly OssRequest[] = [
  destination("DeleteObject"),
  destination("DeleteMultipleObjects"),
  destination("PutObject", "invoices/1.pdf"),
  destination("GetObject", "invoices/1.pdf"),
  destination("PutObjectAcl"),
  { operation: "ListObjectsV2", bucket: "destination", prefix: "invoices/" },
  { operation: "DeleteBucket", bucket: "destination" },
  { operation: "PutBucketPolicy", bucket: "destination" },
  { operation: "PutBucketWebsite", bucket: "destination" },
  { operation: "ListObjectsV2", bucket: "control", prefix: "" },
  { operation: "ListObjectsV2", bucket: "control", prefix: "jobs/" },
  { operation: "PutBucketVersioning", bucket: "control" },
  { operation: "DeleteBucket", bucket: "control" },
  control("PutObject", SOURCE_CREDENTIALS_KEY),
  control("DeleteObject", SOURCE_CREDENTIALS_KEY),
  control("PutObject", artifactKey("00ff", "worker.mjs")),
  control("DeleteObject", artifactKey("00ff", "worker.mjs")),
  control("PutObject", own.control),
  control("DeleteObject", own.job),
  control("DeleteObject", own.done(partition)),
  control("DeleteObject", own.claim(partition, 1)),
  control("DeleteObject", own.ledger(partition, 1)),
  control("DeleteObject", own.manifest(partition)),
  control("DeleteObject", own.sharing(partition, "x")),
  control("GetObject", other.job),
  control("PutObject", other.done(partition)),
  control("DeleteObject", other.open(partition)),
  { operation: "GetObject", bucket: "payroll", key: "salaries.csv" },
  { operation: "ListObjectsV2", bucket: "payroll", prefix: "" },
];

function name({ operation, bucket, key, prefix }: OssRequest): string {
  return `${operation} ${bucket}/${key ?? `?prefix=${prefix ?? ""}`}`;
}

describe("the role of a phase", () => {
  test.each(MADE.map((request) => [name(request), request] as const))("may %s", (_, request) => {
    expect(allows(workerPolicy(FULL), request)).toBe(true);
  });

  test.each(FORBIDDEN.map((request) => [name(request), request] as const))("may not %s", (_, request) => {
    expect(allows(workerPolicy(FULL), request)).toBe(false);
    expect(allows(workerPolicy(DELTA), request)).toBe(false);
  });

  test("writes tags only where tags are copied", () => {
    const tagged = { ...destination("PutObject"), tags: true };

    expect(allows(workerPolicy(FULL), tagged)).toBe(false);
    expect(allows(workerPolicy({ ...FULL, writesTags: true }), tagged)).toBe(true);
  });

  test("lists the destination and reads the migration's other jobs only in a delta", () => {
    const listing: OssRequest = { operation: "ListObjectsV2", bucket: "destination", prefix: "photos/2026/" };
    const base = control("GetObject", own.ledger(partition, 1));

    expect(allows(workerPolicy(DELTA), listing)).toBe(true);
    expect(allows(workerPolicy(DELTA), base)).toBe(true);
    expect(allows(workerPolicy(DELTA), control("PutObject", own.ledger(partition, 1)))).toBe(false);
    expect(allows(workerPolicy(FULL), listing)).toBe(false);
    expect(allows(workerPolicy(FULL), control("GetObject", jobKeys("small-pilot").job))).toBe(false);
  });

  test("reaches the later rounds of its own job only where that repeats, and never what the operator writes", () => {
    const repeating = workerPolicy({ ...DELTA, repeats: true });
    const round = jobKeys("small-delta-1-r12");
    const ofRound = [
      control("GetObject", round.job),
      control("PutObject", round.job),
      control("PutObject", round.done(partition)),
      control("PutObject", round.selfTest("0a")),
      control("DeleteObject", round.open(partition)),
      { operation: "ListObjectsV2", bucket: "control", prefix: round.workersPrefix },
    ];

    expect(ofRound.map((request) => allows(repeating, request))).toEqual(ofRound.map(() => true));
    expect(ofRound.map((request) => allows(workerPolicy(DELTA), request))).toEqual([
      // Reading is allowed for the sake of bases.
      true,
      ...ofRound.slice(1).map(() => false),
    ]);
    for (const request of [
      control("PutObject", round.control),
      control("PutObject", jobKeys("small-delta-1").control),
      control("DeleteObject", round.done(partition)),
      control("PutObject", jobKeys("small-delta-10").job),
      control("PutObject", jobKeys("small-delta-2-r2").job),
    ]) {
      expect(allows(repeating, request)).toBe(false);
    }
  });

  test("reads at the destination in an audit, and can write, tag or abort nothing there", () => {
    const audit = workerPolicy({ ...AUDIT, writesTags: true, kms: true });
    const listing: OssRequest = { operation: "ListObjectsV2", bucket: "destination", prefix: "photos/" };

    // What `check-destination` asks first, and what an audit asks of objects.
    for (const request of [destination("HeadObject", "photos/oss-ferry-probe"), listing]) {
      expect(allows(audit, request)).toBe(true);
    }
    for (const operation of [
      "PutObject",
      "CopyObject",
      "AppendObject",
      "InitiateMultipartUpload",
      "UploadPart",
      "CompleteMultipartUpload",
      "AbortMultipartUpload",
      "PutObjectTagging",
      "DeleteObject",
    ]) {
      expect(allows(audit, destination(operation))).toBe(false);
    }
    expect(JSON.stringify(audit)).not.toContain("kms:GenerateDataKey");
  });

  test("fits into what RAM accepts, with the longest names there are", () => {
    const longest = workerPolicy({
      ...DELTA,
      repeats: true,
      controlBucket: "c".repeat(63),
      destinationBucket: "d".repeat(63),
      jobId: "j".repeat(51),
      destPrefix: "p".repeat(1023),
      writesTags: true,
      kms: true,
    });

    expect(Buffer.byteLength(JSON.stringify(longest))).toBeLessThan(MAX_POLICY_BYTES);
  });
});

describe("the operator", () => {
  const policy = operatorPolicy({
    controlBucket: "control",
    destinationBucket: "destination",
    jobs: "small-*",
  });

  test.each([
    control("GetObject", own.job),
    control("GetObject", own.done(partition)),
    control("PutObject", own.control),
    control("PutObject", SOURCE_CREDENTIALS_KEY),
    { operation: "ListObjectsV2", bucket: "control", prefix: own.workersPrefix },
    // What `oss-ferry status --jobs small-` asks for.
    { operation: "ListObjectsV2", bucket: "control", prefix: "jobs/small-" },
    { operation: "ListObjectsV2", bucket: "destination", prefix: "" },
    destination("HeadObject"),
    { operation: "GetBucketLifecycle", bucket: "destination" },
    { operation: "GetBucketOverwriteConfig", bucket: "destination" },
    { operation: "GetBucketVersioning", bucket: "destination" },
    { operation: "GetBucketWebsite", bucket: "destination" },
  ])("may $operation $bucket $key", (request) => {
    expect(allows(policy, request)).toBe(true);
  });

  test.each([
    control("GetObject", SOURCE_CREDENTIALS_KEY),
    control("PutObject", own.done(partition)),
    control("DeleteObject", own.job),
    control("GetObject", other.job),
    control("PutObject", other.control),
    destination("PutObject"),
    destination("DeleteObject"),
    { operation: "PutBucketWebsite", bucket: "destination" },
    { operation: "PutBucketVersioning", bucket: "destination" },
  ])("may not $operation $bucket $key", (request) => {
    expect(allows(policy, request)).toBe(false);
  });
});
