/**
 * The bench server's process: `main.ts KEY_FILE CERTIFICATE_FILE`, started with an IPC channel. Both ports
 * serve all three buckets; there are two so that clients keep one pool of connections for each store.
 */
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:tls";
import type { TLSSocket } from "node:tls";
import { makeBaseJob } from "./base-job.ts";
import { BenchServer } from "./bench-server.ts";
import { Connection } from "./connection.ts";
import type { ControlObject } from "./control-bucket.ts";
import type { FromServer, ServerScenario, ToServer } from "./messages.ts";
import { SyntheticObjects } from "./synthetic-objects.ts";

const [keyFile, certificateFile] = process.argv.slice(2);
if (keyFile === undefined || certificateFile === undefined || process.send === undefined) {
  console.error("usage: main.ts KEY_FILE CERTIFICATE_FILE, with an IPC channel");
  process.exit(2);
}

let server = new BenchServer({ groups: [], latencyMs: 0 }, new SyntheticObjects([]));
const options = {
  key: readFileSync(keyFile),
  cert: readFileSync(certificateFile),
  minVersion: "TLSv1.3" as const,
  // What S3 and OSS settle on with most clients, and the same for every client here.
  ciphers: "TLS_AES_128_GCM_SHA256",
  noDelay: true,
};

function send(message: FromServer): void {
  process.send?.(message);
}

async function listen(): Promise<number> {
  const listener = createServer(options, (socket: TLSSocket) => {
    void new Connection(socket, (head) => server.route(head));
  });
  // A client that gives up during the handshake, for instance when it is stopped.
  listener.on("tlsClientError", () => undefined);
  await new Promise<void>((resolve) => {
    listener.listen({ port: 0, host: "127.0.0.1", backlog: 4_096 }, resolve);
  });
  return (listener.address() as AddressInfo).port;
}

/** The last base that was made: rounds of one scenario share it. */
let madeBase: { readonly name: string; readonly objects: ReadonlyMap<string, ControlObject> } | undefined;

async function prepare(scenario: ServerScenario): Promise<void> {
  const { groups, copiedBefore } = scenario;
  const objects = new SyntheticObjects(groups);
  if (copiedBefore === undefined) {
    server = new BenchServer(scenario, objects);
    return;
  }
  const name = JSON.stringify([groups, copiedBefore]);
  if (madeBase?.name !== name) madeBase = { name, objects: await makeBaseJob(copiedBefore, objects) };
  server = new BenchServer(scenario, objects, madeBase.objects);
}

process.on("message", (message: ToServer) => {
  switch (message.kind) {
    case "scenario":
      void prepare(message.scenario).then(() => send({ kind: "ready" }));
      break;
    case "report":
      send({ kind: "report", report: server.report() });
      break;
  }
});
// The bench has ended, however it did.
process.on("disconnect", () => process.exit(0));

send({ kind: "listening", sourcePort: await listen(), destinationPort: await listen() });
