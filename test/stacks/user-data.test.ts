import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { EXIT } from "../../core/exit-codes.ts";
import {
  MAX_USER_DATA_BYTES,
  type UserDataOptions,
  withoutComments,
  workerUnit,
  workerUserData,
} from "../../stacks/user-data.ts";
import { ARTIFACTS, example, synthesise } from "../support/synthesise.ts";

const run = promisify(execFile);

const OPTIONS: UserDataOptions = {
  jobId: "small-full",
  worker: "worker-0",
  region: "cn-hongkong",
  controlBucket: "control",
  artifacts: ARTIFACTS,
  environment: { OSS_FERRY_JOB_ID: "small-full" },
  maxBytesInFlight: 128 * 2 ** 20,
  drainSeconds: 120,
};

interface CloudConfig {
  readonly write_files: readonly { readonly path: string; readonly content: string }[];
  readonly runcmd: readonly (readonly string[])[];
}

function fileOf(text: string, path: string): string {
  const config = parse(text) as CloudConfig;
  return config.write_files.find((file) => file.path === path)?.content ?? "";
}

test("every instance's user data is a cloud-config that ECS accepts, with room to spare", () => {
  const stacks = [...synthesise(example("article")).values(), ...synthesise(example("small")).values()];

  const texts = stacks
    .flatMap((stack) => stack.of("alicloud_instance"))
    .map((instance) => Buffer.from(String(instance["user_data"]), "base64").toString());

  expect(texts).toHaveLength(2 + 36 + 8 + 4 + 2);
  for (const text of texts) {
    expect(text.startsWith("#cloud-config\n")).toBe(true);
    expect(Buffer.byteLength(text)).toBeLessThan(MAX_USER_DATA_BYTES - 1024);
  }
});

test("it writes the bootstrap, its configuration and two units, and runs the bootstrap", () => {
  const config = parse(workerUserData(OPTIONS)) as CloudConfig;

  expect(config.write_files.map(({ path }) => path)).toEqual([
    "/opt/oss-ferry/bootstrap.py",
    "/etc/oss-ferry/bootstrap.json",
    "/etc/systemd/system/oss-ferry-boot.service",
    "/etc/systemd/system/oss-ferry-worker.service",
  ]);
  expect(config.runcmd).toEqual([["python3", "/opt/oss-ferry/bootstrap.py", "install"]]);
});

test("what the bootstrap reads survives cloud-config, whatever is in a prefix", () => {
  const environment = { OSS_FERRY_SRC_PREFIX: `#: - "x" 'y' {z}: |\\ %20 – \u{1F6F3}` };

  const text = workerUserData({ ...OPTIONS, environment });

  expect(JSON.parse(fileOf(text, "/etc/oss-ferry/bootstrap.json"))).toMatchObject({ environment });
});

test("more than ECS accepts is a clear error before anything is deployed", () => {
  const environment = { OSS_FERRY_SRC_PREFIX: "p".repeat(4000) };

  expect(() => workerUserData({ ...OPTIONS, environment })).toThrow(
    /^the user data of worker-0 has \d+ bytes and ECS accepts 16384; shorten the prefixes and globs$/u,
  );
});

test("Python without comments is the same program", async () => {
  const directory = await mkdtemp(join(tmpdir(), "ferry-python-"));
  const dump = "import ast,sys; print(ast.dump(ast.parse(open(sys.argv[1]).read())))";
  const source = `"""Of the\nmodule."""\nclass A:\n    # why\n    def f(self):\n        """Says."""\n        return (1,\n                2)\n\n\nprint("# no comment")\n`;
  const expected = `class A:\n    def f(self):\n        return (1,\n                2)\nprint("# no comment")\n`;
  const [dense, plain] = [join(directory, "dense.py"), join(directory, "plain.py")];
  await writeFile(dense, withoutComments(source));
  await writeFile(plain, expected);

  const trees = await Promise.all([dense, plain].map((file) => run("python3", ["-c", dump, file])));

  expect(trees[0]?.stdout).toBe(trees[1]?.stdout);
  await rm(directory, { recursive: true });
});

describe("the worker's unit", () => {
  const unit = workerUnit(["/bin/true"], OPTIONS);

  test("starts the worker again unless its end is final", () => {
    const final = /^RestartPreventExitStatus=(.*)$/mu.exec(unit)?.[1]?.split(" ").map(Number);

    expect(unit).toContain("Restart=on-failure\n");
    expect(final).toEqual([EXIT.usage, EXIT.objectsFailed, EXIT.refused, EXIT.drained]);
  });

  test("calls it no failure when a worker drained, or completed a job in which some objects failed", () => {
    const fine = /^SuccessExitStatus=(.*)$/mu.exec(unit)?.[1]?.split(" ").map(Number);

    expect(fine).toEqual([EXIT.objectsFailed, EXIT.drained]);
  });

  test("lets a drain end before the worker is killed", () => {
    expect(unit).toContain("TimeoutStopSec=150\n");
  });

  test("has no open place left", () => {
    expect(unit).not.toContain("{{");
  });

  const systemd = process.platform === "linux" && process.getuid?.() !== undefined;

  test.runIf(systemd)("is a unit that systemd understands, and one that exposes little", async (context) => {
    const available = await run("systemd-analyze", ["--version"]).catch(() => undefined);
    if (available === undefined) {
      context.skip("systemd-analyze is not on this machine");
      return;
    }
    const directory = await mkdtemp(join(tmpdir(), "ferry-unit-"));
    const file = join(directory, "oss-ferry-worker.service");
    await writeFile(file, unit);

    const verified = await run("systemd-analyze", ["verify", "--man=no", file]);
    const security = await run("systemd-analyze", ["security", "--offline=true", "--threshold=25", file]);

    expect(verified.stderr).toBe("");
    expect(security.stdout).toContain("Overall exposure level for oss-ferry-worker.service");
    await rm(directory, { recursive: true });
  });
});
