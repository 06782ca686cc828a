/**
 * What one GET and one PUT cost by the way they are sent: `node bench/transport.ts [ROUNDS]`. This is the
 * measurement that the transport in storage/http was chosen by; no checksums, no engine, the bench's own server.
 *
 * - sockets: storage/http; node:https: with a keep-alive agent; the same bytes, unsigned
 * - drivers: storage/s3 and storage/oss, signatures and all; SDKs: @aws-sdk/client-s3 and ali-oss
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { Agent, request as httpsRequest } from "node:https";
import { fileURLToPath } from "node:url";
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import AliOss from "ali-oss";
import { systemClock } from "../core/clock.ts";
import { staticCredentials } from "../storage/credentials/static.ts";
import { HttpTransport, TRANSPORT_DEFAULTS } from "../storage/http/transport.ts";
import { OssDestination } from "../storage/oss/destination.ts";
import type { RequestBody } from "../storage/ports.ts";
import { S3Source } from "../storage/s3/source.ts";
import { interleave } from "./measure/interleave.ts";
import { CLIENT_CORE, canPin, pinned } from "./measure/pinning.ts";
import { summarize } from "./measure/statistics.ts";
import { formatSummary, formatTable } from "./report/format.ts";
import { startServer } from "./server/start-server.ts";
import { SyntheticObjects } from "./server/synthetic-objects.ts";

const KIB = 1024;
const MIB = 1024 * KIB;

/** Bodies up to this size are held whole, larger ones streamed, as the engine does. */
const HELD_BYTES = MIB;
const LOADS = [
  { name: "4 KiB", sizeBytes: 4 * KIB, count: 10_000, concurrency: 64 },
  { name: "64 KiB", sizeBytes: 64 * KIB, count: 5_000, concurrency: 64 },
  { name: "8 MiB", sizeBytes: 8 * MIB, count: 200, concurrency: 16 },
];

interface Endpoints {
  readonly source: string;
  readonly destination: string;
  readonly ca: string;
}

interface Load {
  readonly sizeBytes: number;
  readonly concurrency: number;
}

/** Copies the object of that key once; without `copyStreamed` the way is for small objects only. */
interface Way {
  readonly copyHeld: (key: string, sizeBytes: number) => Promise<void>;
  readonly copyStreamed?: (key: string, sizeBytes: number) => Promise<void>;
}

const WAYS: Readonly<Record<string, (endpoints: Endpoints, load: Load) => Way>> = {
  sockets: throughSockets,
  "node:https": throughNodeHttps,
  drivers: throughDrivers,
  SDKs: throughSdks,
};

function throughSockets({ source, destination, ca }: Endpoints, { concurrency }: Load): Way {
  const open = (store: "source" | "destination", origin: string): HttpTransport =>
    new HttpTransport({
      ...TRANSPORT_DEFAULTS,
      store,
      origin,
      ca,
      clock: systemClock,
      maxConnections: concurrency,
    });
  const from = open("source", source);
  const to = open("destination", destination);
  const get = (key: string): ReturnType<HttpTransport["request"]> =>
    from.request({ operation: "GetObject", method: "GET", path: `/source/${key}`, headers: {} });
  const put = async (key: string, sizeBytes: number, body: RequestBody): Promise<void> => {
    const path = `/destination/${key}`;
    const answer = await to.request({
      operation: "PutObject",
      method: "PUT",
      path,
      headers: {},
      body,
      sizeBytes,
    });
    await answer.readAll(KIB);
  };
  return {
    copyHeld: async (key, sizeBytes) => put(key, sizeBytes, await (await get(key)).readAll(HELD_BYTES)),
    copyStreamed: async (key, sizeBytes) => {
      const answer = await get(key);
      await put(key, sizeBytes, (write) => answer.read(write));
    },
  };
}

function throughNodeHttps({ source, destination, ca }: Endpoints, { concurrency }: Load): Way {
  const open = (): Agent => new Agent({ keepAlive: true, maxSockets: concurrency, scheduling: "lifo", ca });
  const agents = { source: open(), destination: open() };
  const get = (key: string, onData: (chunk: Buffer, source: IncomingMessage) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const request = httpsRequest(`${source}/source/${key}`, { agent: agents.source }, (response) => {
        response.on("data", (chunk: Buffer) => onData(chunk, response)).on("end", resolve);
      });
      request.on("error", reject).end();
    });
  const put = (key: string, sizeBytes: number, body: RequestBody): Promise<void> =>
    new Promise((resolve, reject) => {
      const headers = { "content-length": sizeBytes };
      const options = { method: "PUT", agent: agents.destination, headers };
      const request = httpsRequest(`${destination}/destination/${key}`, options, (response) => {
        response.resume().on("end", resolve);
      });
      request.on("error", reject);
      if (body instanceof Uint8Array) request.end(body);
      else
        void body((chunk) => new Promise((done) => void request.write(chunk, () => done()))).then(() =>
          request.end(),
        );
    });
  return {
    copyHeld: async (key, sizeBytes) => {
      const chunks: Buffer[] = [];
      await get(key, (chunk) => {
        chunks.push(chunk);
      });
      await put(key, sizeBytes, Buffer.concat(chunks));
    },
    copyStreamed: async (key, sizeBytes) => {
      const queue = new ChunkQueue();
      const got = get(key, (chunk, from) => queue.push(chunk, from)).then(() => queue.end());
      await put(key, sizeBytes, async (write) => {
        for await (const piece of queue.pieces()) await write(piece);
      });
      await got;
    },
  };
}

function throughDrivers({ source, destination, ca }: Endpoints, { concurrency }: Load): Way {
  const shared = {
    credentials: staticCredentials({ accessKeyId: "bench", accessKeySecret: "bench" }),
    clock: systemClock,
    transport: { ca, maxConnections: concurrency },
  };
  const from = new S3Source({
    ...shared,
    store: "source",
    endpoint: source,
    region: "us-east-1",
    bucket: "source",
  });
  const to = new OssDestination({
    ...shared,
    store: "destination",
    endpoint: destination,
    region: "cn-hongkong",
    bucket: "destination",
  });
  let etag: Promise<string> | undefined;
  const open = async (key: string): ReturnType<S3Source["open"]> => {
    etag ??= from.stat({ key }).then((object) => object.etag);
    return from.open({ key, ifMatch: await etag });
  };
  return {
    copyHeld: async (key, sizeBytes) => {
      const object = await open(key);
      const body = Buffer.allocUnsafe(sizeBytes);
      let filled = 0;
      await object.read((chunk) => {
        body.set(chunk, filled);
        filled += chunk.length;
      });
      await to.put({ key, sizeBytes, body, metadata: object.metadata });
    },
    copyStreamed: async (key, sizeBytes) => {
      const object = await open(key);
      await to.put({ key, sizeBytes, body: (write) => object.read(write), metadata: object.metadata });
    },
  };
}

function throughSdks({ source, destination }: Endpoints, { concurrency }: Load): Way {
  const from = new S3Client({
    endpoint: source,
    region: "us-east-1",
    forcePathStyle: true,
    responseChecksumValidation: "WHEN_REQUIRED",
    credentials: { accessKeyId: "bench", secretAccessKey: "bench" },
    requestHandler: { httpsAgent: { maxSockets: concurrency } },
  });
  const to = new AliOss({
    endpoint: destination,
    region: "oss-cn-hongkong",
    bucket: "destination",
    accessKeyId: "bench",
    accessKeySecret: "bench",
    secure: true,
    authorizationV4: true,
    // It sends the Host of the real endpoint, and then expects that name in the certificate.
    httpsAgent: new Agent({ keepAlive: true, maxSockets: concurrency, checkServerIdentity: () => undefined }),
  } as AliOss.Options);
  return {
    copyHeld: async (key) => {
      const object = await from.send(new GetObjectCommand({ Bucket: "source", Key: key }));
      await to.put(key, Buffer.from((await object.Body?.transformToByteArray()) ?? []));
    },
  };
}

/** Between a source that pushes and a sender that pulls: collects small chunks into pieces of 128 KiB. */
class ChunkQueue {
  readonly #chunks: Uint8Array[] = [];
  #queuedBytes = 0;
  #ended = false;
  #wake = (): void => undefined;
  #resume: (() => void) | undefined;

  /** Takes the chunk; calls `resume`, if there is too much, when more may come. */
  push(chunk: Uint8Array, source: { pause(): unknown; resume(): unknown }): void {
    this.#chunks.push(chunk);
    this.#queuedBytes += chunk.length;
    if (this.#queuedBytes > 256 * KIB && this.#resume === undefined) {
      source.pause();
      this.#resume = () => void source.resume();
    }
    this.#wake();
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }

  /** A piece is used again after the next one. */
  async *pieces(): AsyncGenerator<Buffer, void> {
    let [piece, other] = [Buffer.allocUnsafeSlow(128 * KIB), Buffer.allocUnsafeSlow(128 * KIB)];
    let filled = 0;
    while (!this.#ended || this.#chunks.length > 0) {
      const chunk = this.#chunks.shift() ?? (await this.#nextChunk());
      this.#queuedBytes -= chunk.length;
      for (let offset = 0; offset < chunk.length;) {
        const part = chunk.subarray(offset, offset + piece.length - filled);
        piece.set(part, filled);
        offset += part.length;
        filled += part.length;
        if (filled < piece.length) continue;
        yield piece;
        [piece, other] = [other, piece];
        filled = 0;
      }
    }
    if (filled > 0) yield piece.subarray(0, filled);
  }

  /** The next chunk, or one of no bytes at the end. */
  async #nextChunk(): Promise<Uint8Array> {
    this.#resume?.();
    this.#resume = undefined;
    if (this.#chunks.length === 0 && !this.#ended) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#chunks.shift() ?? new Uint8Array();
  }
}

/** In a process of its own: warms up, copies everything once, prints objects per second and CPU ms per object. */
async function measureHere(name: string, loadName: string, endpoints: Endpoints): Promise<void> {
  const load = LOADS.find((candidate) => candidate.name === loadName);
  const way = load && WAYS[name]?.(endpoints, load);
  if (load === undefined || way === undefined) throw new Error(`There is no way ${name} or load ${loadName}`);
  const objects = new SyntheticObjects([{ prefix: "objects", count: load.count, sizeBytes: load.sizeBytes }]);
  const copy = load.sizeBytes > HELD_BYTES ? way.copyStreamed : way.copyHeld;
  const copyMany = async (count: number): Promise<void> => {
    let next = 0;
    const copyUntilDone = async (): Promise<void> => {
      while (next < count) await copy?.(objects.keyAt(next++), load.sizeBytes);
    };
    await Promise.all(Array.from({ length: load.concurrency }, copyUntilDone));
  };
  await copyMany(Math.min(load.count, load.concurrency * 8));
  const cpuBefore = process.cpuUsage();
  const startMs = performance.now();
  await copyMany(load.count);
  const seconds = (performance.now() - startMs) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  console.log(JSON.stringify([load.count / seconds, (user + system) / 1000 / load.count]));
  process.exit(0);
}

async function compare(rounds: number): Promise<void> {
  const pin = canPin();
  await using server = await startServer({ pin });
  const rows = [["", "", ...Object.keys(WAYS)]];
  for (const { name, sizeBytes, count } of LOADS) {
    const run = async (way: string): Promise<readonly [number, number] | undefined> => {
      if (way === "SDKs" && sizeBytes > HELD_BYTES) return undefined;
      await server.prepare({ groups: [{ prefix: "objects", count, sizeBytes }], latencyMs: 0 });
      const { sourceEndpoint, destinationEndpoint, certificateFile } = server;
      const script = fileURLToPath(import.meta.url);
      const given = [script, way, name, sourceEndpoint, destinationEndpoint, certificateFile];
      const { command, args } = pinned(process.execPath, given, CLIENT_CORE, pin);
      const env = { ...process.env, NODE_EXTRA_CA_CERTS: certificateFile };
      const output = execFileSync(command, args, {
        encoding: "utf8",
        env,
        stdio: ["ignore", "pipe", "inherit"],
      });
      return JSON.parse(output) as [number, number];
    };
    const results = await interleave(
      rounds,
      Object.keys(WAYS).map((way) => () => run(way)),
    );
    const cells = (value: (sample: readonly [number, number]) => number): string[] =>
      results.map((samples) => {
        const values = samples.filter((sample) => sample !== undefined).map(value);
        return values.length === 0 ? "-" : formatSummary(summarize(values));
      });
    rows.push([name, "objects/s", ...cells(([perSecond]) => perSecond)]);
    rows.push(["", "CPU-ms per object", ...cells(([, cpuMs]) => cpuMs)]);
    if (sizeBytes > HELD_BYTES)
      rows.push(["", "CPU-s per GB", ...cells(([, cpuMs]) => (cpuMs * 1e6) / sizeBytes)]);
  }
  console.log(formatTable(rows));
}

const [way, load, source, destination, certificateFile] = process.argv.slice(2);
if (way !== undefined && load !== undefined && source !== undefined && destination !== undefined) {
  await measureHere(way, load, { source, destination, ca: readFileSync(certificateFile ?? "", "utf8") });
} else {
  await compare(Number(way ?? 3));
}
