import { createHash, createHmac } from "node:crypto";
import { Agent, request as httpRequest } from "node:http";
import { connect } from "node:net";
import type { AccessKey } from "../../local/credentials.ts";
import type { StorageService } from "../../local/storage-service.ts";

/** A request exactly as it shall go out: nothing is normalised, and everything can be got wrong on purpose. */
export interface RawRequest {
  readonly method?: string;
  readonly bucket?: string;
  /** Text as UTF-8, or bytes. */
  readonly key?: string | Buffer;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Default: the service's own pair. */
  readonly accessKey?: AccessKey;
  /** Whose seconds the signature says it is from. */
  readonly signedAtMs?: number;
  readonly region?: string;
  /** Goes out with the signature made before it. */
  readonly unsignedHeaders?: Readonly<Record<string, string>>;
  /** The path in place of the one that bucket and key make. */
  readonly path?: string;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly text: string;
}

const agent = new Agent({ keepAlive: true });

/** Sends a request with a V4 signature of its own making; rejects when the connection breaks. */
export function send(service: StorageService, request: RawRequest): Promise<RawAnswer> {
  const { target, headers } = sign(service, request);
  return exchange(service, {
    method: request.method ?? "GET",
    target,
    headers: { ...headers, ...request.unsignedHeaders },
    ...(request.body !== undefined && { body: request.body }),
  });
}

/** The request target and the signed headers. */
export function sign(
  service: StorageService,
  request: RawRequest,
): { readonly target: string; readonly headers: Readonly<Record<string, string>> } {
  const path = request.path ?? pathOf(request);
  const query = canonicalQuery(request.query ?? {}, service.service === "s3");
  const headers =
    service.service === "oss" ? signOss(service, request, query) : signS3(service, request, path, query);
  return { target: query === "" ? path : `${path}?${query}`, headers };
}

/** Sends a request just as it is. */
export function exchange(
  service: { readonly port: number },
  request: {
    readonly method: string;
    readonly target: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string | Buffer;
  },
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const { method, target, headers, body } = request;
    const needsLength = body !== undefined && headers["transfer-encoding"] === undefined;
    const length = needsLength ? { "content-length": String(Buffer.byteLength(body)) } : {};
    const outgoing = httpRequest({
      agent,
      host: "127.0.0.1",
      port: service.port,
      method,
      path: target,
      headers: { ...length, ...headers },
    });
    outgoing.on("error", reject);
    outgoing.on("response", (incoming) => {
      const pieces: Buffer[] = [];
      incoming.on("data", (piece: Buffer) => pieces.push(piece));
      incoming.on("error", reject);
      incoming.on("end", () => {
        const whole = Buffer.concat(pieces);
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers as Record<string, string>,
          body: whole,
          text: whole.toString("utf8"),
        });
      });
    });
    // Node would write the headers in the encoding of a text body.
    outgoing.end(body === undefined ? undefined : Buffer.from(body));
  });
}

/** The text of the first element of that name. */
export function elementOf(answer: RawAnswer, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(answer.text)?.[1];
}

/** The texts of all elements of that name. */
export function elementsOf(answer: RawAnswer, name: string): string[] {
  return [...answer.text.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, "g"))].map(
    (match) => match[1] ?? "",
  );
}

function pathOf({ bucket, key }: RawRequest): string {
  if (bucket === undefined) return "/";
  return `/${bucket}/${escapeBytes(Buffer.from(key ?? "")).replaceAll("%2F", "/")}`;
}

function canonicalQuery(query: Readonly<Record<string, string>>, alwaysEquals: boolean): string {
  return Object.entries(query)
    .map(([name, value]) => [escapeBytes(Buffer.from(name)), escapeBytes(Buffer.from(value))])
    .sort(([a = ""], [b = ""]) => (a < b ? -1 : 1))
    .map(([name, value]) => (value === "" && !alwaysEquals ? name : `${name}=${value}`))
    .join("&");
}

function signOss(service: StorageService, request: RawRequest, query: string): Record<string, string> {
  const { accessKey = service.accessKey, region = service.region } = request;
  const timestamp = timestampOf(request.signedAtMs ?? service.clock.nowMs());
  const scope = `${timestamp.slice(0, 8)}/${region}/oss/aliyun_v4_request`;
  const headers: Record<string, string> = {
    ...request.headers,
    "x-oss-date": timestamp,
    "x-oss-content-sha256": "UNSIGNED-PAYLOAD",
    ...(accessKey.sessionToken !== undefined && { "x-oss-security-token": accessKey.sessionToken }),
  };
  const signed = Object.keys(headers)
    .filter((name) => name.startsWith("x-oss-") || name === "content-type" || name === "content-md5")
    .sort()
    .map((name) => `${name}:${(headers[name] ?? "").trim()}\n`)
    .join("");
  const canonical = [request.method ?? "GET", pathOf(request), query, signed, "", "UNSIGNED-PAYLOAD"].join(
    "\n",
  );
  const toSign = ["OSS4-HMAC-SHA256", timestamp, scope, sha256(canonical)].join("\n");
  const signature = chain(`aliyun_v4${accessKey.accessKeySecret}`, scope, toSign);
  const authorization = `OSS4-HMAC-SHA256 Credential=${accessKey.accessKeyId}/${scope},Signature=${signature}`;
  return { ...headers, authorization };
}

function signS3(
  service: StorageService,
  request: RawRequest,
  path: string,
  query: string,
): Record<string, string> {
  const { accessKey = service.accessKey, region = service.region } = request;
  const timestamp = timestampOf(request.signedAtMs ?? service.clock.nowMs());
  const scope = `${timestamp.slice(0, 8)}/${region}/s3/aws4_request`;
  const headers: Record<string, string> = {
    host: `127.0.0.1:${service.port}`,
    "x-amz-content-sha256": "UNSIGNED-PAYLOAD",
    ...request.headers,
    "x-amz-date": timestamp,
    ...(accessKey.sessionToken !== undefined && { "x-amz-security-token": accessKey.sessionToken }),
  };
  const names = Object.keys(headers).sort();
  const signed = names.map((name) => `${name}:${(headers[name] ?? "").trim()}\n`).join("");
  const payload = headers["x-amz-content-sha256"] ?? "";
  const canonical = [request.method ?? "GET", path, query, signed, names.join(";"), payload].join("\n");
  const toSign = ["AWS4-HMAC-SHA256", timestamp, scope, sha256(canonical)].join("\n");
  const signature = chain(`AWS4${accessKey.accessKeySecret}`, scope, toSign);
  const credential = `${accessKey.accessKeyId}/${scope}`;
  return {
    ...headers,
    authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names.join(";")}, Signature=${signature}`,
  };
}

function chain(secret: string, scope: string, toSign: string): string {
  const key = scope.split("/").reduce<string | Buffer>((secret, text) => hmac(secret, text), secret);
  return hmac(key, toSign).toString("hex");
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function sha256(text: string): string {
  return createHash("sha256").update(Buffer.from(text, "latin1")).digest("hex");
}

function timestampOf(ms: number): string {
  return new Date(ms).toISOString().replaceAll(/[-:]|\.\d{3}/g, "");
}

function escapeBytes(bytes: Buffer): string {
  return [...bytes]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9\-._~]/.test(character)
        ? character
        : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
}

/** Sends these bytes on a connection of their own and gives back what comes until it closes. */
export function sendBytes(port: number, bytes: string, hangUp: boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = connect(port, "127.0.0.1", () => {
      if (hangUp) socket.end(bytes);
      else socket.write(bytes);
    });
    socket.on("data", (piece) => {
      received += piece.toString("latin1");
    });
    socket.on("close", () => {
      resolve(received);
    });
    socket.on("error", reject);
  });
}

/** The head of a signed request as it goes over the wire, with these lines added. */
export function requestHead(service: StorageService, request: RawRequest, lines: readonly string[]): string {
  const { target, headers } = sign(service, request);
  const signed = Object.entries({ host: "127.0.0.1", ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return [`${request.method ?? "GET"} ${target} HTTP/1.1`, ...signed, ...lines, "", ""].join("\r\n");
}
