import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Account } from "./account/account.ts";
import { ApiError } from "./account/api-error.ts";
import { ACCOUNT_ROUTES } from "./account/routes.ts";
import type { RequestCounters } from "./counters.ts";
import type { FaultRule, Faults } from "./faults.ts";
import { type RunningService, startListening } from "./http/server.ts";
import type { InstanceMetadata } from "./metadata/service.ts";
import type { StorageService } from "./storage-service.ts";

/** What the admin endpoint acts on. */
export interface AdminSubject {
  readonly oss: StorageService;
  readonly s3: StorageService;
  readonly metadata: InstanceMetadata;
  readonly account: Account;
  readonly faults: Faults;
  readonly counters: RequestCounters;
}

type Route = (subject: AdminSubject, call: Call) => unknown;

interface Call {
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A request that cannot be served as it is. */
class BadCall extends Error {}

/**
 * JSON in, JSON out, no authentication: it listens on loopback only. `service` is `oss` or `s3`.
 * `GET /inventory` answers one line of JSON for each object. `/account` is in account/routes.ts.
 */
const ROUTES: Readonly<Record<string, Route>> = {
  "GET /": ({ oss, s3, metadata }) => ({
    oss: { endpoint: oss.endpoint, region: oss.region },
    s3: { endpoint: s3.endpoint, region: s3.region },
    metadata: { endpoint: metadata.endpoint },
  }),
  "GET /counters": ({ counters }) => counters.list(),
  "DELETE /counters": ({ counters }) => {
    counters.reset();
  },
  "GET /faults": ({ faults }) => faults.list(),
  "POST /faults": ({ faults }, { body }) => ({ id: faults.add(body as unknown as FaultRule) }),
  "DELETE /faults": ({ faults }, { query }) => {
    const id = query.get("id");
    if (id === null) faults.clear();
    else faults.remove(Number(id));
  },
  "POST /buckets": (subject, { body }) => {
    serviceOf(subject, body["service"]).createBucket(String(body["name"]));
  },
  "POST /credentials": (subject, { body }) => serviceOf(subject, body["service"]).keys.create(),
  "DELETE /credentials": (subject, { query }) => {
    serviceOf(subject, query.get("service")).keys.expire(query.get("accessKeyId") ?? "");
  },
  "POST /bandwidth": (subject, { body }) => {
    const rate = body["bytesPerSecond"];
    const limit = typeof rate === "number" ? rate : undefined;
    serviceOf(subject, body["service"]).limitBandwidth(String(body["accessKeyId"]), limit);
  },
  "POST /clock": (subject, { body }) => {
    serviceOf(subject, body["service"]).clock.offsetMs = Number(body["offsetMs"]);
  },
  "POST /times": (subject, { body }) => {
    const { times } = serviceOf(subject, body["service"]);
    for (const name of ["mirrorTimeoutMs", "restoreMs"] as const) {
      // JSON has no infinity.
      if (name in body) times[name] = body[name] === null ? Infinity : Number(body[name]);
    }
  },
  "POST /restores": (subject, { body }) => {
    serviceOf(subject, body["service"]).finishRestores(String(body["bucket"]));
  },
  "POST /termination": ({ metadata }, { body }) => {
    metadata.announceTermination(Number(body["atMs"]));
  },
};

export async function startAdmin(
  subject: AdminSubject,
  listen: { readonly port?: number },
): Promise<RunningService> {
  const server = createServer((request, response) => {
    answer(subject, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else sendError(response, error);
    });
  });
  return startListening(server, listen, () => {});
}

async function answer(
  subject: AdminSubject,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = "/", search = ""] = (request.url ?? "/").split("?", 2);
  const query = new URLSearchParams(search);
  if (request.method === "GET" && path === "/inventory") {
    await sendInventory(subject, query, response);
    return;
  }
  const name = `${request.method ?? "GET"} ${path}`;
  const route = ROUTES[name];
  const accountRoute = ACCOUNT_ROUTES[name];
  const call = { query, body: await readJson(request) };
  if (route !== undefined) sendJson(response, 200, route(subject, call) ?? {});
  else if (accountRoute !== undefined) {
    sendJson(response, 200, (await accountRoute(subject.account, call)) ?? {});
  } else sendJson(response, 404, { error: "There is no such route" });
}

async function sendInventory(
  subject: AdminSubject,
  query: URLSearchParams,
  response: ServerResponse,
): Promise<void> {
  const service = serviceOf(subject, query.get("service"));
  const entries = service.inventory(query.get("bucket") ?? "", query.get("prefix") ?? "");
  response.writeHead(200, { "content-type": "application/x-ndjson" });
  for await (const entry of entries) {
    if (!response.write(`${JSON.stringify(entry)}\n`)) await once(response, "drain");
  }
  response.end();
}

function serviceOf(subject: AdminSubject, name: unknown): StorageService {
  if (name === "oss" || name === "s3") return subject[name];
  throw new BadCall(`service must be "oss" or "s3", got ${JSON.stringify(name)}`);
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const pieces: Buffer[] = [];
  for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
  const text = Buffer.concat(pieces).toString("utf8");
  if (text === "") return {};
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    throw new BadCall("The body is not JSON", { cause: error });
  }
}

function sendError(response: ServerResponse, error: unknown): void {
  if (error instanceof ApiError) {
    const { code, message, operation } = error;
    sendJson(response, 409, { code, operation, error: message });
  } else sendJson(response, error instanceof BadCall ? 400 : 500, { error: String(error) });
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
