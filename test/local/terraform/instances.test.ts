import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { until } from "../../support/until.ts";
import { failureOf, hasTerraform, NETWORK, TIMEOUT_MS, Workspace } from "./terraform.ts";

/** Prints who it is and waits for the role; says goodbye when it is told to stop. */
const USER_DATA = `#cloud-config
write_files:
- path: /opt/worker/run.sh
  permissions: '0755'
  content: |
    #!/bin/sh
    trap 'echo "$1 drained"; exit 0' TERM
    cat "$OSS_FERRY_ROOT/etc/worker/name"
    url=$OSS_FERRY_METADATA_ENDPOINT/latest
    token=$(curl -s -X PUT -H 'X-aliyun-ecs-metadata-token-ttl-seconds: 60' $url/api/token)
    until role=$(curl -sf -H "X-aliyun-ecs-metadata-token: $token" $url/meta-data/ram/security-credentials/); do sleep 0.1; done
    echo "$1 has the role $role"
    while :; do sleep 0.1; done
- path: /etc/worker/name
  content: |
    a file below the root
runcmd:
- [/opt/worker/run.sh, worker]
`;

const fleet = (workers: number, userData = USER_DATA): string => `${NETWORK}
  resource "alicloud_ram_role" "worker" {
    role_name                   = "Worker"
    assume_role_policy_document = jsonencode({
      Version   = "1"
      Statement = [{ Action = "sts:AssumeRole", Effect = "Allow", Principal = { Service = ["ecs.aliyuncs.com"] } }]
    })
  }
  resource "alicloud_instance" "worker" {
    count           = ${workers}
    instance_name   = format("worker-%d", count.index)
    image_id        = "aliyun_3_x64_20G_alibase_20250629.vhd"
    instance_type   = "ecs.c7.large"
    vswitch_id      = alicloud_vswitch.main.id
    security_groups = [alicloud_security_group.main.id]
    user_data       = "${Buffer.from(userData).toString("base64")}"
    internet_max_bandwidth_out = 100
  }
  resource "alicloud_ecs_ram_role_attachment" "worker" {
    count         = ${workers}
    instance_id   = alicloud_instance.worker[count.index].id
    ram_role_name = alicloud_ram_role.worker.role_name
  }
`;

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!hasTerraform)("instances", { timeout: TIMEOUT_MS }, () => {
  let workspace: Workspace;

  beforeEach(async () => {
    workspace = await Workspace.open();
  });

  afterEach(async () => {
    await workspace[Symbol.asyncDispose]();
  });

  const consoleShows = async (id: string, line: string): Promise<void> => {
    const { account } = workspace.cloud;
    await until(`${id} prints ${line}`, async () => (await account.readConsole(id)).includes(line));
  };

  test("run their user data, get the role once it is attached, and stop when they are destroyed", async () => {
    const run = await workspace.apply(fleet(2));

    expect(failureOf(run)).toBe("");
    const instances = workspace.cloud.account.instances();
    expect(instances.map(({ name }) => name).toSorted()).toEqual(["worker-0", "worker-1"]);

    for (const { id } of instances) {
      await consoleShows(id, "a file below the root");
      await consoleShows(id, "worker has the role Worker");
    }
    expect(await workspace.plan()).toEqual({});
    const [first] = instances;
    const pair = workspace.cloud.account.metadata(first?.id ?? "")?.credentials.current();
    expect(workspace.cloud.oss.keys.find(pair?.accessKeyId ?? "")).toEqual(pair);

    await workspace.terraform("destroy", "-auto-approve");

    for (const { id, processId = 0 } of instances) {
      expect(isRunning(processId)).toBe(false);
      const printed = await workspace.cloud.account.readConsole(id);
      expect(printed.match(/worker drained/gu)).toHaveLength(1);
    }
  });

  test("that the cloud takes back are gone at once, and made again by the next apply, alone", async () => {
    await workspace.apply(fleet(2));
    const [taken, kept] = workspace.cloud.account.instances();
    await consoleShows(taken?.id ?? "", "has the role");

    workspace.cloud.account.announceTermination(taken?.id ?? "", Date.UTC(2027, 0, 1));
    await workspace.cloud.account.release(taken?.id ?? "");

    expect(isRunning(taken?.processId ?? 0)).toBe(false);
    expect(await workspace.cloud.account.readConsole(taken?.id ?? "")).not.toContain("drained");
    const index = taken?.name.replace("worker-", "") ?? "";
    expect(await workspace.plan()).toEqual({
      [`alicloud_instance.worker[${index}]`]: "create",
      [`alicloud_ecs_ram_role_attachment.worker[${index}]`]: "create",
    });
    const { text } = await workspace.apply(fleet(2));
    expect(text).toContain("2 added, 0 changed, 0 destroyed");
    expect(isRunning(kept?.processId ?? 0)).toBe(true);
  });

  test("are not touched when the fleet grows, and do not run changed user data", async () => {
    await workspace.apply(fleet(1));
    const [first] = workspace.cloud.account.instances();
    await workspace.apply(fleet(2));
    expect(workspace.cloud.account.instances().map(({ processId }) => processId)).toContain(first?.processId);

    const changed = USER_DATA.replace("worker]", "changed]");
    await workspace.configure(fleet(2, changed));
    expect(await workspace.plan()).toEqual({
      "alicloud_instance.worker[0]": "update",
      "alicloud_instance.worker[1]": "update",
    });
    await workspace.terraform("apply", "-auto-approve");

    const [rebooted] = workspace.cloud.account.instances();
    expect(rebooted?.processId).not.toBe(first?.processId);
    await until("the first user data runs again", async () => {
      const printed = await workspace.cloud.account.readConsole(first?.id ?? "");
      return printed.match(/worker has the role/gu)?.length === 2;
    });
    expect(await workspace.cloud.account.readConsole(first?.id ?? "")).not.toContain("changed");
  });
});
