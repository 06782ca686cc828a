import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { afterEach, expect, test } from "vitest";
import { type BootOptions, BootWorld } from "../../support/boot-world.ts";

const worlds: BootWorld[] = [];

async function arrange(options?: BootOptions): Promise<BootWorld> {
  const world = await BootWorld.create(options);
  worlds.push(world);
  return world;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(5);
}

afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.close()));
});

test("a stock image becomes a worker, and every stage of it is seen in the control bucket", async () => {
  const world = await arrange();
  await world.publish();

  const { code, printed } = await world.boot();

  expect(printed).toContain("oss-ferry boot: verified");
  expect(code).toBe(0);
  expect(world.stages()).toEqual(["started", "credentials", "downloaded", "verified", "stopped"]);
  expect(world.event("downloaded")).toMatchObject({ instanceId: "i-first", worker: "worker-0" });
  expect(world.event("stopped")?.exit).toBe(0);
});

test("the worker gets its settings as they are, and where the local cloud is", async () => {
  const world = await arrange();
  await world.publish();

  await world.boot();

  const environment = await readFile(join(world.root, "opt/oss-ferry/environment"), "utf8");
  expect(environment.split("\n")).toEqual(
    expect.arrayContaining([
      "OSS_FERRY_JOB_ID=small-full",
      'OSS_FERRY_SRC_PREFIX=a "b" $c `d` \\e',
      `OSS_FERRY_OSS_ENDPOINT=${world.cloud.oss.endpoint}`,
      `OSS_FERRY_METADATA_ENDPOINT=${world.cloud.metadata.endpoint}`,
    ]),
  );
  expect(environment).not.toContain("OSS_FERRY_ROOT");
});

test("systemd's environment file says the same, whatever is in a value", async () => {
  const world = await arrange();
  await world.publish();

  await world.boot();

  const file = join(world.root, "etc/oss-ferry/worker.env");
  const { stdout } = await promisify(execFile)("sh", [
    "-c",
    `. "$0"; printf %s "$OSS_FERRY_SRC_PREFIX"`,
    file,
  ]);
  expect(stdout).toBe('a "b" $c `d` \\e');
});

test("the role is attached late, as Terraform does it: the instance waits", async () => {
  const world = await arrange({ roleAttached: false });
  await world.publish();
  const boot = world.start();
  await until(() => boot.printed().includes("waiting for the role"));
  world.cloud.metadata.attachRole(true);

  const { code } = await boot.ended;

  expect(code).toBe(0);
  expect(world.stages()).toContain("verified");
});

test("a role that never comes ends the attempt; nothing can be written without it", async () => {
  const world = await arrange({ roleAttached: false });
  await world.publish();

  const { code, printed } = await world.boot();

  expect(code).toBe(1);
  expect(printed).toContain("failed code=ROLE_MISSING reason=the instance has no RAM role");
  expect(world.stages()).toEqual([]);
});

test("an artifact with other bytes than its name says is never run", async () => {
  const world = await arrange();
  await world.publish(world.artifacts.map((artifact) => ({ ...artifact, content: "#!/bin/sh\necho evil" })));

  const { code, printed } = await world.boot();

  expect(code).toBe(1);
  expect(printed).not.toContain("evil");
  expect(world.event("failed")).toMatchObject({ code: "DIGEST_MISMATCH" });
  expect(world.event("failed")?.reason).toContain(world.artifacts[0]?.sha256);
  await expect(stat(join(world.root, "opt/oss-ferry/bin/node"))).rejects.toThrow("ENOENT");
});

test("a body that is damaged or cut on the way is fetched again", async () => {
  const world = await arrange();
  await world.publish();
  const match = { service: "oss", operation: "GetObject" } as const;
  world.cloud.faults.add({ match, fault: { kind: "corrupt-response" }, nth: 1 });
  world.cloud.faults.add({ match, fault: { kind: "truncate-response" }, nth: 2 });

  const { code, printed } = await world.boot();

  expect(printed).toContain("has SHA-256");
  expect(code).toBe(0);
  expect(world.event("verified")).toBeDefined();
});

test("a service that is busy for a while is asked again", async () => {
  const world = await arrange();
  await world.publish();
  world.cloud.faults.add({
    match: { service: "oss", operation: "GetObject" },
    fault: { kind: "error", status: 503, code: "ServiceUnavailable" },
    times: 3,
  });

  const { code } = await world.boot();

  expect(code).toBe(0);
  expect(world.event("failed")).toBeUndefined();
});

test("a missing artifact fails at once, and the reason says what to do", async () => {
  const world = await arrange();

  const { code } = await world.boot();

  expect(code).toBe(1);
  expect(world.event("failed")).toMatchObject({
    code: "OBJECT_MISSING",
    reason: expect.stringContaining("NoSuchKey (HTTP 404); deploy the foundation stack again") as string,
  });
});

test("a role that may not read the artifacts says so, once its policy had time to hold", async () => {
  const world = await arrange();
  await world.publish();
  world.cloud.faults.add({
    match: { service: "oss", operation: "GetObject" },
    fault: { kind: "error", status: 403, code: "AccessDenied" },
  });

  const { code } = await world.boot();

  expect(code).toBe(1);
  expect(world.cloud.counters.requests({ operation: "GetObject" })).toBe(5);
  expect(world.event("failed")).toMatchObject({
    code: "ACCESS_DENIED",
    reason: expect.stringContaining("AccessDenied (HTTP 403); the worker's role may not do this") as string,
  });
});

test("a runtime that the image cannot run fails with what it said", async () => {
  const world = await arrange({ runtime: "#!/bin/sh\necho GLIBC_2.28 not found\nexit 127\n" });
  await world.publish();

  const { code } = await world.boot();

  expect(code).toBe(1);
  expect(world.event("failed")).toMatchObject({
    code: "RUNTIME_UNUSABLE",
    reason: expect.stringContaining("GLIBC_2.28 not found") as string,
  });
});

test("a second boot fetches nothing that is there already", async () => {
  const world = await arrange();
  await world.publish();
  await world.boot();

  await world.boot();

  expect(world.cloud.counters.requests({ operation: "GetObject" })).toBe(world.artifacts.length);
  expect(world.event("downloaded")?.bytes).toBe(0);
});

test("a worker that fails is started again, one that ends for good is not", async () => {
  const worker = `n=$(cat "$0.runs" 2>/dev/null || echo 0); n=$((n+1)); echo $n > "$0.runs"; [ $n = 1 ] && exit 7; exit 4\n`;
  const world = await arrange({ worker });
  await world.publish();

  const { code } = await world.boot();

  expect(code).toBe(4);
  expect(await readFile(join(world.root, "opt/oss-ferry/worker.mjs.runs"), "utf8")).toBe("2\n");
  expect(world.event("stopped")?.exit).toBe(4);
});

test("a signal to stop reaches the worker, which may finish what it holds", async () => {
  const worker = `trap 'echo drained > "$0.end"; exit 6' TERM\necho > "$0.ready"\nwhile :; do sleep 0.01; done\n`;
  const world = await arrange({ worker });
  await world.publish();
  const boot = world.start();
  const ready = join(world.root, "opt/oss-ferry/worker.mjs.ready");
  await until(() => existsSync(ready));

  boot.kill("SIGTERM");

  await expect(boot.ended).resolves.toMatchObject({ code: 6 });
  expect(await readFile(join(world.root, "opt/oss-ferry/worker.mjs.end"), "utf8")).toBe("drained\n");
});

test("a signal to stop ends the wait before another start, too", async () => {
  const world = await arrange({ worker: "exit 7\n", second: 1 });
  await world.publish();
  const boot = world.start();
  await until(() => boot.printed().includes("stopped exit=7"));

  boot.kill("SIGTERM");

  await expect(boot.ended).resolves.toMatchObject({ code: 7 });
  expect(boot.printed().match(/stopped/gu)).toHaveLength(1);
});

test("no key and no token is printed", async () => {
  const world = await arrange();
  await world.publish();
  const pair = world.cloud.metadata.credentials.current();

  const { printed } = await world.boot();

  expect(printed).not.toContain(pair.accessKeySecret);
  expect(printed).not.toContain(pair.sessionToken);
});
