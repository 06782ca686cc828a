import { describe, expect, test } from "vitest";
import { type Attributes, artifactsOf, example, synthesiseStack } from "../support/synthesise.ts";

function full(...replacements: readonly (readonly [string, string])[]): ReturnType<typeof synthesiseStack> {
  return synthesiseStack("full", example("small", ...replacements));
}

function instance(...replacements: readonly (readonly [string, string])[]): Attributes {
  return full(...replacements).of("alicloud_instance")[0] ?? {};
}

test("an instance takes no password and no key pair, and its metadata service only the hardened mode", () => {
  const worker = instance();

  expect(worker).toMatchObject({
    http_endpoint: "enabled",
    http_tokens: "required",
    instance_charge_type: "PostPaid",
    system_disk_category: "cloud_essd",
    image_id: "aliyun_3_x64_20G_alibase_20260615.vhd",
  });
  for (const name of ["password", "key_name", "role_name", "allocate_public_ip", "deletion_protection"]) {
    expect(worker).not.toHaveProperty(name);
  }
});

test("the role is attached by a resource of its own, by its plain name", () => {
  expect(full().of("alicloud_ecs_ram_role_attachment")).toMatchObject([
    { ram_role_name: "small-full-worker" },
    { ram_role_name: "small-full-worker" },
  ]);
});

test("one worker more changes nothing about the others", () => {
  const two = full();
  const three = full(["workers: 2", "workers: 3"]);

  const added = [...three.resources.keys()].filter((name) => !two.resources.has(name));

  expect(added).toEqual([
    expect.stringContaining("worker-2_role"),
    expect.stringContaining("worker-2_instance"),
    expect.stringContaining("worker-2_boot"),
  ]);
  for (const [name, attributes] of two.resources) {
    // The guard waits for one more; that is an order, not a change.
    const { depends_on: _order, ...rest } = attributes;
    expect(three.resources.get(name)).toMatchObject(rest);
  }
});

describe("an instance is replaced", () => {
  function trigger(attributes: ReturnType<typeof synthesiseStack>): unknown {
    return attributes.of("terraform_data").find((data) => "triggers_replace" in data)?.["triggers_replace"];
  }

  test("by name, as the library renders objects into what Terraform refuses", () => {
    const { resources } = full();
    const triggers = instance()["lifecycle"] as { readonly replace_triggered_by: readonly string[] };

    expect(triggers.replace_triggered_by).toHaveLength(1);
    expect(resources.has(triggers.replace_triggered_by[0] ?? "")).toBe(true);
  });

  test("for another worker bundle", () => {
    const other = synthesiseStack("full", example("small"), artifactsOf("examples/small.yaml", "cdktf.json"));

    expect(trigger(other)).not.toEqual(trigger(full()));
  });

  test("for another image", () => {
    expect(trigger(full(["20260615", "20260701"]))).not.toEqual(trigger(full()));
  });

  test("for other settings of the worker", () => {
    const other = full(["phases:", "worker:\n  taskThreadNum: 64\nphases:"]);

    expect(trigger(other)).not.toEqual(trigger(full()));
  });

  test("but not for another release time", () => {
    const other = full(["  bandwidth:", "  autoReleaseTime: 2027-01-01T00:00:00Z\n  bandwidth:"]);

    expect(trigger(other)).toEqual(trigger(full()));
    expect(other.of("alicloud_instance")[0]).toMatchObject({ auto_release_time: "2027-01-01T00:00:00Z" });
  });
});

describe("bandwidth", () => {
  test("of a public address", () => {
    expect(instance()).toMatchObject({
      internet_max_bandwidth_out: 100,
      internet_charge_type: "PayByTraffic",
    });
    expect(full().of("alicloud_eip_address")).toEqual([]);
  });

  test("of an elastic address per worker", () => {
    const stack = full(["internetMaxBandwidthOut: 100", "eipBandwidth: 200"]);

    expect(stack.of("alicloud_eip_address")).toMatchObject([
      { bandwidth: "200", internet_charge_type: "PayByTraffic", payment_type: "PayAsYouGo" },
      { bandwidth: "200" },
    ]);
    expect(stack.of("alicloud_eip_association")).toHaveLength(2);
    expect(stack.of("alicloud_instance")[0]).toMatchObject({ internet_max_bandwidth_out: 0 });
  });
});

describe("spot", () => {
  test("at the market's price", () => {
    expect(instance(["workers: 2", "workers: 2\n    spot: {}"])).toMatchObject({
      spot_strategy: "SpotAsPriceGo",
      spot_duration: 1,
      spot_interruption_behavior: "Terminate",
    });
  });

  test("at a limit", () => {
    const worker = instance(["workers: 2", "workers: 2\n    spot: { priceLimit: 0.2, protectedHours: 0 }"]);

    expect(worker).toMatchObject({
      spot_strategy: "SpotWithPriceLimit",
      spot_price_limit: 0.2,
      spot_duration: 0,
    });
  });

  test("not unless asked for", () => {
    expect(instance()).not.toHaveProperty("spot_strategy");
  });
});

test("workers take turns on the vSwitches", () => {
  const workers = synthesiseStack("full", example("article")).of("alicloud_instance");

  const ids = workers.map((worker) => worker["vswitch_id"]);
  expect(workers).toHaveLength(36);
  expect(new Set(ids).size).toBe(2);
});

test("a fleet that is still working is not destroyed without a question", () => {
  const guard = full()
    .of("terraform_data")
    .find((data) => "provisioner" in data);

  expect(guard).toMatchObject({
    provisioner: [
      {
        "local-exec": {
          when: "destroy",
          command:
            "node ../../../dist/oss-ferry.mjs release-check --job-id small-full --control-bucket my-photos-hk-ferry --destination-region cn-hongkong; test $? -ne 4",
        },
      },
    ],
  });
  expect(guard?.["depends_on"]).toEqual(
    expect.arrayContaining([
      expect.stringContaining("alicloud_instance.worker-0"),
      expect.stringContaining("alicloud_ecs_ram_role_attachment.worker-1"),
    ]),
  );
});
