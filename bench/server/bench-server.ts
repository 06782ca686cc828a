import type { Exchange, Reply, RequestHead } from "./connection.ts";
import { ControlBucket, type ControlObject } from "./control-bucket.ts";
import { DestinationBucket } from "./destination-bucket.ts";
import type { ServerReport, ServerScenario } from "./messages.ts";
import { Pacer } from "./pacer.ts";
import { errorReply } from "./replies.ts";
import { readRequest } from "./request.ts";
import type { StoreRequest } from "./request.ts";
import { SourceBucket } from "./source-bucket.ts";
import type { SyntheticObjects } from "./synthetic-objects.ts";
import { Tally } from "./tally.ts";

/** The three buckets of one scenario; a new one is made for every run. */
export class BenchServer {
  readonly #scenario: ServerScenario;
  readonly #tally = new Tally();
  readonly #source: SourceBucket;
  readonly #destination: DestinationBucket;
  readonly #control: ControlBucket;
  readonly #lines = new Map<string, Pacer>();

  /** `base`: the control bucket's objects of the copy that was made before. */
  constructor(
    scenario: ServerScenario,
    objects: SyntheticObjects,
    base: ReadonlyMap<string, ControlObject> = new Map(),
  ) {
    this.#scenario = scenario;
    this.#source = new SourceBucket(objects, this.#tally);
    this.#destination = new DestinationBucket(objects, this.#tally, base.size > 0);
    this.#control = new ControlBucket(this.#tally, base);
  }

  report(): ServerReport {
    return this.#tally.report();
  }

  route(head: RequestHead): Exchange {
    const { latencyMs } = this.#scenario;
    if (head.headers.has("transfer-encoding")) {
      this.#tally.noteProblem(`${head.method} ${head.path} with a chunked body`);
      return refusal("411 Length Required", "MissingContentLength");
    }
    const request = readRequest(head);
    if (request === undefined) {
      this.#tally.noteProblem(`${head.method} ${head.path} names no bucket of the bench`);
      return refusal("404 Not Found", "NoSuchBucket");
    }
    return {
      keepBody: request.bucket === "control" || request.method === "POST",
      latencyMs,
      sending: this.#lineOf(request),
      reply: (body) => this.#reply(request, body),
    };
  }

  #reply(request: StoreRequest, body: Buffer): Reply {
    const { operation, reply } =
      request.bucket === "source"
        ? this.#source.reply(request)
        : request.bucket === "destination"
          ? this.#destination.reply(request, body)
          : this.#control.reply(request, body);
    this.#tally.countRequest(request.bucket, operation);
    return reply;
  }

  /** The client's line from the source; absent when nothing limits it. */
  #lineOf(request: StoreRequest): Pacer | undefined {
    const rate = this.#scenario.bytesPerSecondPerClient;
    if (rate === undefined || request.bucket !== "source") return undefined;
    const known = this.#lines.get(request.client);
    if (known !== undefined) return known;
    const line = new Pacer(rate);
    this.#lines.set(request.client, line);
    return line;
  }
}

function refusal(status: string, code: string): Exchange {
  return { keepBody: false, latencyMs: 0, reply: () => errorReply(status, code, code) };
}
