import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SERVER_CORE, pinned } from "../measure/pinning.ts";
import { createCertificate } from "./certificate.ts";
import type { FromServer, ServerReport, ServerScenario, ToServer } from "./messages.ts";

/** A bench server in a process of its own. */
export interface RunningServer extends AsyncDisposable {
  readonly sourceEndpoint: string;
  readonly destinationEndpoint: string;
  /** The authority that clients must trust. */
  readonly certificateFile: string;
  /** Empties all buckets and counters and sets the scene for the next run. */
  prepare(scenario: ServerScenario): Promise<void>;
  /** What happened since. */
  report(): Promise<ServerReport>;
}

/**
 * What arrives lies in buffers outside the heap. With a young generation of the usual size they would wait for a full
 * collection: six a second, each of which takes 30 ms of the server's core, so that all of a client's requests wait.
 */
const NODE_FLAGS = ["--max-semi-space-size=2"];

/** Starts the server and resolves once it listens. */
export async function startServer(options: { readonly pin: boolean }): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), "oss-ferry-bench-"));
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
  process.once("exit", removeFolder);
  const { keyFile, certificateFile } = createCertificate(folder);
  const script = fileURLToPath(new URL("main.ts", import.meta.url));
  const { command, args } = pinned(
    process.execPath,
    [...NODE_FLAGS, script, keyFile, certificateFile],
    SERVER_CORE,
    options.pin,
  );
  const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const listening = await nextMessage(child, "listening");

  return {
    sourceEndpoint: `https://127.0.0.1:${listening.sourcePort}`,
    destinationEndpoint: `https://127.0.0.1:${listening.destinationPort}`,
    certificateFile,
    async prepare(scenario) {
      await ask(child, { kind: "scenario", scenario }, "ready");
    },
    async report() {
      return (await ask(child, { kind: "report" }, "report")).report;
    },
    async [Symbol.asyncDispose]() {
      const exited = once(child, "exit");
      child.disconnect();
      await exited;
      process.off("exit", removeFolder);
      removeFolder();
    },
  };
}

type MessageOf<Kind extends FromServer["kind"]> = Extract<FromServer, { kind: Kind }>;

async function ask<Kind extends FromServer["kind"]>(
  child: ChildProcess,
  message: ToServer,
  answer: Kind,
): Promise<MessageOf<Kind>> {
  const answered = nextMessage(child, answer);
  child.send(message);
  return answered;
}

async function nextMessage<Kind extends FromServer["kind"]>(
  child: ChildProcess,
  kind: Kind,
): Promise<MessageOf<Kind>> {
  const gone = new AbortController();
  const exited = once(child, "exit", { signal: gone.signal }).then(
    () => {
      throw new Error("The bench server ended unexpectedly; its own message is above");
    },
    () => new Promise<never>(() => undefined),
  );
  const arrived = once(child, "message", { signal: gone.signal }) as Promise<[FromServer]>;
  const [message] = await Promise.race([arrived, exited]);
  gone.abort();
  if (message.kind !== kind) throw new Error(`The bench server answered ${message.kind} instead of ${kind}`);
  return message as MessageOf<Kind>;
}
