import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { Machine } from "../../../local/machines/machine.ts";
import { parseUserData, UserDataError, userDataText } from "../../../local/machines/user-data.ts";
import { until } from "../../support/until.ts";

async function boot(userData: string): Promise<Machine> {
  const directory = await mkdtemp(join(tmpdir(), "machine-"));
  const machine = new Machine({
    name: "test",
    directory,
    userData: parseUserData(userData),
    environment: { GREETING: "hello" },
  });
  onTestFinished(async () => {
    await machine.stop(0);
    await rm(directory, { recursive: true });
  });
  await machine.boot();
  return machine;
}

async function printed(machine: Machine, text: string): Promise<string> {
  await until(`the machine prints ${text}`, async () => (await machine.readConsole()).includes(text));
  return machine.readConsole();
}

describe("user data", () => {
  test("is decoded from Base64, zipped or not, and taken as it is otherwise", () => {
    const text = "#cloud-config\nruncmd:\n- echo ä\n";

    expect(userDataText(Buffer.from(text).toString("base64"))).toBe(text);
    expect(userDataText(text)).toBe(text);
    expect(userDataText(gzipSync(text).toString("base64"))).toBe(text);
  });

  test.each([
    { what: "neither cloud-config nor script", text: "hello", says: "begins neither" },
    { what: "not a mapping", text: "#cloud-config\n- a\n", says: "not a mapping" },
    {
      what: "a command list that is none",
      text: "#cloud-config\nruncmd: ls\n",
      says: "runcmd is not a list",
    },
    {
      what: "a relative path",
      text: "#cloud-config\nwrite_files:\n- path: etc/x\n",
      says: 'needs an absolute path, got "etc/x"',
    },
    {
      what: "permissions that YAML reads as a number",
      text: "#cloud-config\nwrite_files:\n- path: /x\n  permissions: 0755\n",
      says: "permissions of /x need quotes",
    },
    {
      what: "an unknown encoding",
      text: "#cloud-config\nwrite_files:\n- path: /x\n  encoding: rot13\n",
      says: "does not know the encoding rot13",
    },
  ])("is refused when it is $what", ({ text, says }) => {
    expect(() => parseUserData(text)).toThrow(UserDataError);
    expect(() => parseUserData(text)).toThrow(says);
  });
});

describe("a machine", () => {
  test("writes its files below its root, whatever the path, and finds them there", async () => {
    const zipped = gzipSync("zipped\n").toString("base64");
    const machine = await boot(`#cloud-config
write_files:
- path: /etc/app/../app/settings
  permissions: '0600'
  content: "plain\\n"
- path: /etc/app/settings
  append: true
  permissions: '0600'
  content: "more\\n"
- path: /../../outside
  content: "still inside\\n"
- path: /opt/zipped
  encoding: gz+b64
  content: ${zipped}
runcmd:
- cat /opt/zipped
- [cat, /etc/app/settings]
- 'echo "$GREETING from $OSS_FERRY_ROOT"'
packages: [curl]
`);

    const text = await printed(machine, "hello from");

    expect(text).toContain("Not done here: packages");
    expect(text).toContain(`zipped\nplain\nmore\nhello from ${machine.root}\n`);
    expect((await stat(join(machine.root, "etc/app/settings"))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(machine.root, "outside"), "utf8")).toBe("still inside\n");
  });

  test("runs a script, goes on after a command that fails, and cannot touch the host's services", async () => {
    const machine = await boot(
      "#cloud-config\nruncmd:\n- exit 3\n- systemctl stop everything\n- echo done\n",
    );

    expect(await printed(machine, "done")).toContain("systemctl stop everything: not in a local instance");
    const script = await boot("#!/bin/sh\necho I am a script\n");
    await printed(script, "I am a script");
  });

  test("passes the end on to its command once, not to what the command has started", async () => {
    const machine = await boot(`#cloud-config
runcmd:
- - sh
  - -c
  - |
    sh -c 'trap "echo child was told" TERM; echo ready; while :; do sleep 0.05; done' &
    child=$!
    trap 'echo command was told; kill -KILL $child; exit 0' TERM
    wait
- echo never
`);
    await printed(machine, "ready");

    await machine.stop(10_000);

    expect((await machine.readConsole()).split("\n")).toEqual(["ready", "command was told", ""]);
    expect(machine.processId).toBeUndefined();
  });

  test("is killed with all its processes when it does not end in time", async () => {
    const machine = await boot(`#cloud-config
runcmd:
- - sh
  - -c
  - 'trap "" TERM; sleep 1000 & echo "pid $!"; while :; do sleep 1; done'
`);
    const [, child] = /pid (\d+)/u.exec(await printed(machine, "pid ")) ?? [];

    await machine.stop(50);

    expect(await until("the orphan is gone", () => isGone(Number(child)))).toBe(true);
  });
});

/** Gone, or dead and waiting for somebody to reap it. */
async function isGone(processId: number): Promise<boolean> {
  try {
    const status = await readFile(`/proc/${processId}/stat`, "utf8");
    return status.includes(") Z ");
  } catch {
    return true;
  }
}
