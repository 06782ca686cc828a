import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Policy } from "../../core/policies/policy.ts";
import { jobKeys } from "../../core/protocol/keys.ts";
import { SOURCE_CREDENTIALS_KEY } from "../../core/protocol/source-credentials.ts";
import type { AccessKey } from "../../local/credentials.ts";
import { keyOf } from "../../local/store/keys.ts";
import { failureOf, hasTerraform, TIMEOUT_MS } from "../local/terraform/terraform.ts";
import { type ExpectedFailures, seedMixed } from "../support/bucket-seeds.ts";
import { allows, type OssRequest } from "../support/evaluate-policy.ts";
import { CONTROL, DESTINATION } from "../support/ferry-world.ts";
import { FleetWorld, NAME } from "../support/fleet-world.ts";
import { filesBelow, processesOf } from "../support/instance-traces.ts";
import { expectMigrated } from "../support/migrated.ts";
import { until } from "../support/until.ts";

const PHASES = { pilot: { workers: 1 }, full: { workers: 2 } };
const CUTOVER = { phases: PHASES, cutover: {} };

/** One deployment from nothing to the cutover and back; each test goes on where the one before it stopped. */
describe.skipIf(!hasTerraform)("a migration by cdktf deploy", { timeout: TIMEOUT_MS }, () => {
  let world: FleetWorld;
  let failures: ExpectedFailures;
  let sourceKeys: AccessKey;
  const roleKeys: AccessKey[] = [];
  const processes = new Map<string, readonly string[]>();

  beforeAll(async () => {
    world = await FleetWorld.open({ phases: PHASES });
    failures = await seedMixed(world);
    sourceKeys = world.cloud.s3.keys.create();
  }, TIMEOUT_MS);

  afterAll(async () => {
    await world[Symbol.asyncDispose]();
  });

  /** Notes what only a running instance has: the credentials of its role and its processes. */
  function noteInstances(): void {
    for (const { id, processId } of world.instances().values()) {
      const pair = world.cloud.account.metadata(id)?.credentials.current();
      if (pair !== undefined) roleKeys.push(pair);
      for (const [command, environment] of processesOf(processId)) processes.set(command, environment);
    }
  }

  test("deploys the foundation and a fleet, whose workers wait for nothing but the source's keys", async () => {
    const deployed = await world.cdktf(["deploy", "foundation", "full"]);

    expect(failureOf(deployed)).toBe("");
    expect([...world.instances().keys()].sort()).toEqual(["worker-0", "worker-1"]);
    noteInstances();
  });

  test("migrates by itself once `oss-ferry credentials set` has run, and nobody logs in", async () => {
    const set = await world.setSourceKeys(sourceKeys);

    expect(set.text).toBe(
      `The fleets read the source with ${sourceKeys.accessKeyId} (in oss://${CONTROL}).\n`,
    );
    await until("the job is complete", () => {
      noteInstances();
      return world.isComplete();
    });
    const { markers } = await expectMigrated(world, failures);
    expect(markers.length).toBeGreaterThan(1);
    const sawWorkers = [...processes.keys()].some((command) => command.endsWith("worker.mjs"));
    expect(sawWorkers).toBe(process.platform === "linux");
  });

  test("is shown as complete by `oss-ferry status`, with what failed", async () => {
    const status = await world.ferry(["status", "--job-id", world.jobId]);

    expect(status.text).toContain(`Job ${world.jobId} is complete`);
    for (const code of new Set(failures.values())) expect(status.text).toContain(code);
    // 3: complete, but some objects cannot be held by OSS.
    expect(status.code).toBe(3);
  });

  test("leaves nothing to do for a second deployment", async () => {
    const diff = await world.cdktf(["diff", "full"]);

    expect(failureOf(diff)).toBe("");
    expect(diff.text).toContain("No changes.");
    expect(await world.plan("foundation")).toMatchObject({ code: 0 });
  });

  test("had instances whose every request their role allows, and which it allows to destroy nothing", () => {
    const policy = policyOf(world, `${NAME}-full-worker`);
    const made = new Map(
      world.roleRequests.map((request) => {
        const asked = ossRequestOf(request);
        return [JSON.stringify(asked), asked] as const;
      }),
    );

    expect([...made.values()].filter((request) => !allows(policy, request))).toEqual([]);
    const operations = [...made.values()].map(({ operation }) => operation);
    expect(operations).toEqual(expect.arrayContaining(["GetObject", "PutObject", "ListObjectsV2"]));
    const written = [...made.values()].filter(
      ({ bucket, operation, key }) =>
        bucket === DESTINATION && operation === "PutObject" && key !== undefined,
    );
    expect(written.length).toBeGreaterThan(60);
    const forbidden: readonly OssRequest[] = [
      ...written.map((request) => ({ ...request, operation: "DeleteObject" })),
      { operation: "DeleteMultipleObjects", bucket: DESTINATION },
      { operation: "DeleteBucket", bucket: DESTINATION },
      { operation: "PutBucketPolicy", bucket: DESTINATION },
      { operation: "PutObject", bucket: "another-bucket", key: "key" },
      { operation: "PutObject", bucket: CONTROL, key: SOURCE_CREDENTIALS_KEY },
      { operation: "PutObject", bucket: CONTROL, key: world.keys.control },
      { operation: "PutObject", bucket: CONTROL, key: jobKeys(`${NAME}-pilot`).job },
      ...world
        .controlKeys("artifacts/")
        .flatMap((key) =>
          ["PutObject", "DeleteObject"].map((operation) => ({ operation, bucket: CONTROL, key })),
        ),
      ...["manifest/", "claims/", "ledger/", "done/"]
        .flatMap((folder) => world.controlKeys(world.keys.root + folder))
        .map((key) => ({ operation: "DeleteObject", bucket: CONTROL, key })),
    ];
    expect(forbidden.filter((request) => allows(policy, request))).toEqual([]);
  });

  test("has written no secret anywhere", async () => {
    const { oss, account } = world.cloud;
    const secrets = [sourceKeys, oss.accessKey, ...roleKeys].flatMap(({ accessKeySecret, sessionToken }) =>
      sessionToken === undefined ? [accessKeySecret] : [accessKeySecret, sessionToken],
    );
    const instances = account.list("alicloud_instance")["alicloud_instance"] ?? [];
    const records = world.controlKeys("jobs/");
    const traces: ReadonlyMap<string, string> = new Map([
      ...(await filesBelow(join(world.project, "cdktf.out"), /\.json$/u)),
      ...(await filesBelow(join(world.project, "state"), /\.tfstate/u)),
      ...instances.map(
        ({ instance_name: name, user_data: data }) =>
          [`user data of ${String(name)}`, Buffer.from(String(data), "base64").toString()] as const,
      ),
      ...records.map((key) => [key, oss.readObject(CONTROL, key)?.toString("latin1") ?? ""] as const),
      ["consoles", await world.consoles()],
      ...(
        await Promise.all(account.instances().map(({ root }) => filesBelow(join(root, "etc"), /./u)))
      ).flatMap((files) => [...files]),
      ...[...processes].map(([command, environment]) => [command, environment.join("\n")] as const),
    ]);

    // What is looked through is what there is: state of both stacks, user data, boot events, logs.
    const names = [...traces.keys()].join("\n");
    for (const part of ["foundation.tfstate", "full.tfstate", "user data of e2e-full-worker-1", "boot/"]) {
      expect(names).toContain(part);
    }
    expect(traces.get("consoles")).toContain("job.complete");
    expect(secrets.length).toBeGreaterThan(4);
    const found = [...traces].flatMap(([name, text]) =>
      secrets.some((secret) => text.includes(secret)) ? [name] : [],
    );
    expect(found).toEqual([]);
  });

  test("lets a fleet go that is done, and keeps the buckets and all that is in them", async () => {
    const before = world.controlKeys(world.keys.root).length;

    expect(failureOf(await world.destroy(["full"]))).toBe("");

    expect([...world.instances()]).toEqual([]);
    expect(world.controlKeys(world.keys.root)).toHaveLength(before);
    await expectMigrated(world, failures);
  });

  test("shows the reason of a boot that failed, without a job and without a login", async () => {
    const bundle = world.controlKeys("artifacts/").find((key) => key.endsWith("/worker.mjs")) ?? "";
    expect(world.cloud.oss.bucket(CONTROL).delete(keyOf(bundle))).toBe(true);

    expect(failureOf(await world.deploy("pilot"))).toBe("");

    const line = await until("status shows it", async () => {
      const { text } = await world.ferry(["status", "--job-id", `${NAME}-pilot`]);
      return text.split("\n").find((each) => each.includes("failed"));
    });
    expect(line).toMatch(/^instance i-\w+ \(worker-0\) failed .* ago: OBJECT_MISSING GET oss:/u);
    expect(line).toContain("NoSuchKey (HTTP 404); deploy the foundation stack again");
    expect(failureOf(await world.destroy(["pilot"]))).toBe("");
  });

  test("stores the back-to-source rules of the cutover with every boolean said, and the rule against overwriting", async () => {
    await world.configure(CUTOVER);
    const pair = world.cloud.s3.keys.create();

    const deployed = await world.cdktf(["deploy", "foundation", "cutover"], {
      TF_VAR_mirror_access_key_id: pair.accessKeyId,
      TF_VAR_mirror_access_key_secret: pair.accessKeySecret,
    });

    expect(failureOf(deployed)).toBe("");
    expect(deployed.text).not.toContain(pair.accessKeySecret);
    const { settings } = world.cloud.oss.bucket(DESTINATION);
    expect(settings.get("website")).toMatchObject({
      routing_rules: [
        {
          routing_rule: [
            {
              rule_number: 1,
              condition: [{ http_error_code_returned_equals: "404" }],
              redirect: [
                {
                  redirect_type: "Mirror",
                  mirror_url: `${world.cloud.s3.endpoint.replace("//", "//source-bucket.")}/`,
                  enable_replace_prefix: false,
                  pass_query_string: false,
                  mirror_pass_query_string: false,
                  mirror_follow_redirect: false,
                  mirror_check_md5: true,
                  mirror_user_last_modified: true,
                  mirror_save_oss_meta: true,
                  mirror_allow_head_object: true,
                  mirror_allow_get_image_info: false,
                  mirror_allow_video_snapshot: false,
                  mirror_pass_original_slashes: true,
                  mirror_sni: true,
                  mirror_proxy_pass: false,
                  mirror_is_express_tunnel: false,
                  mirror_switch_all_errors: false,
                  mirror_using_role: false,
                  mirror_auth: [
                    {
                      auth_type: "S3V4",
                      region: world.cloud.s3.region,
                      access_key_id: pair.accessKeyId,
                      access_key_secret: pair.accessKeySecret,
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
    expect(settings.get("overwriteConfig")).toMatchObject({
      rule: [
        {
          action: "forbid",
          principals: [
            {
              principal: ["pilot", "full"].map(
                (phase) => `arn:sts::1000000000000000:assumed-role/${NAME}-${phase}-worker/*`,
              ),
            },
          ],
        },
      ],
    });
    // Of all stacks, only this one's state knows the pair.
    const states = await filesBelow(join(world.project, "state"), /\.tfstate$/u);
    const knowing = [...states].filter(([, text]) => text.includes(pair.accessKeySecret));
    expect(knowing.map(([name]) => name)).toEqual([join(NAME, "cutover.tfstate")]);
  });

  test("needs the keys of the cutover by name", async () => {
    const refused = await world.deploy("cutover");

    expect(refused.code).not.toBe(0);
    expect(refused.text).toContain("mirror_access_key_id");
  });

  test("does not let go of its buckets, however it is asked", async () => {
    const before = world.cloud.account.list();

    const refused = await world.destroy(["foundation"]);

    expect(refused.code).not.toBe(0);
    for (const bucket of ["control", "destination"]) {
      expect(refused.text).toContain(`Resource alicloud_oss_bucket.${bucket}_bucket_`);
    }
    expect(refused.text).toContain("lifecycle.prevent_destroy set");
    expect(world.cloud.account.list()).toEqual(before);
    await expectMigrated(world, failures);
  });
});

/** What the account says that a role may do. */
function policyOf({ cloud }: FleetWorld, roleName: string): Policy {
  const attached = cloud.account.list("alicloud_ram_role_policy_attachment");
  const names = new Set(
    (attached["alicloud_ram_role_policy_attachment"] ?? [])
      .filter((each) => each["role_name"] === roleName)
      .map((each) => each["policy_name"]),
  );
  const policies = cloud.account.list("alicloud_ram_policy")["alicloud_ram_policy"] ?? [];
  const documents = policies
    .filter((each) => names.has(each["policy_name"]))
    .map((each) => JSON.parse(String(each["policy_document"])) as Policy);
  const [policy] = documents;
  if (policy === undefined || documents.length > 1)
    throw new Error(`${documents.length} policies of ${roleName}`);
  return policy;
}

function ossRequestOf(request: FleetWorld["roleRequests"][number]): OssRequest {
  const { operation, bucket = "", key, prefix, tags } = request;
  return {
    operation,
    bucket,
    ...(key === undefined ? {} : { key }),
    ...(prefix === undefined ? {} : { prefix }),
    tags,
  };
}
