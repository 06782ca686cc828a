import { createHash } from "node:crypto";
import type { Reply } from "./connection.ts";
import { crc64 } from "./crc64.ts";
import { entryTail, listObjects } from "./list-objects.ts";
import { emptyReply, errorReply, writtenReply, xmlReply } from "./replies.ts";
import type { StoreRequest } from "./request.ts";
import type { Tally } from "./tally.ts";

const OSS_MAX_KEYS = 100;

export interface ControlObject {
  readonly body: Buffer;
  readonly etag: string;
  readonly crc64: bigint;
  readonly lastModified: Date;
}

/** An object of this content, written now. */
export function controlObjectOf(body: Buffer): ControlObject {
  return {
    body,
    etag: createHash("md5").update(body).digest("hex").toUpperCase(),
    crc64: crc64(body),
    lastModified: new Date(),
  };
}

/** A small real bucket in the OSS dialect: whole objects in memory, create-only writes, never versioned. */
export class ControlBucket {
  readonly #tally: Tally;
  readonly #objects: Map<string, ControlObject>;
  #sortedKeys: string[] | undefined;

  constructor(tally: Tally, objects: Iterable<readonly [key: string, object: ControlObject]>) {
    this.#tally = tally;
    this.#objects = new Map(objects);
  }

  reply(request: StoreRequest, body: Buffer): { readonly operation: string; readonly reply: Reply } {
    const { method, key, query } = request;
    if (key === "") {
      if (method === "GET" && query.has("versioning")) {
        return { operation: "GetBucketVersioning", reply: xmlReply("<VersioningConfiguration/>") };
      }
      if (method === "GET" && query.get("list-type") === "2") {
        return { operation: "ListObjects", reply: this.#list(request) };
      }
      if (method === "HEAD") return { operation: "HeadBucket", reply: emptyReply("200 OK") };
    } else if (method === "PUT") {
      return { operation: "PutObject", reply: this.#put(request, body) };
    } else if (method === "GET" || method === "HEAD") {
      const isHead = method === "HEAD";
      return { operation: isHead ? "HeadObject" : "GetObject", reply: this.#get(key, isHead) };
    } else if (method === "DELETE") {
      if (this.#objects.delete(key)) this.#sortedKeys = undefined;
      return { operation: "DeleteObject", reply: emptyReply("204 No Content") };
    }
    this.#tally.noteProblem(`control: ${method} ${key}?${[...query.keys()].join("&")}`);
    return {
      operation: "Other",
      reply: errorReply("501 Not Implemented", "NotImplemented", "Not part of the bench"),
    };
  }

  #put(request: StoreRequest, body: Buffer): Reply {
    const exists = this.#objects.has(request.key);
    if (exists && request.headers.get("x-oss-forbid-overwrite") === "true") {
      return errorReply("409 Conflict", "FileAlreadyExists", "The object already exists");
    }
    const object = controlObjectOf(body);
    this.#objects.set(request.key, object);
    if (!exists) this.#sortedKeys = undefined;
    return writtenReply(object.etag, object.crc64);
  }

  #get(key: string, isHead: boolean): Reply {
    const object = this.#objects.get(key);
    if (object === undefined) return errorReply("404 Not Found", "NoSuchKey", "No such key", isHead);
    const headers = `Content-Type: application/octet-stream\r\nLast-Modified: ${object.lastModified.toUTCString()}\r\nETag: "${object.etag}"\r\nx-oss-hash-crc64ecma: ${object.crc64}\r\nx-oss-request-id: 0000000000000001\r\n`;
    const reply = { status: "200 OK", headers, contentLength: object.body.length };
    return isHead ? reply : { ...reply, body: object.body };
  }

  #list(request: StoreRequest): Reply {
    const keys = (this.#sortedKeys ??= [...this.#objects.keys()].sort());
    const { reply } = listObjects(
      request,
      {
        count: keys.length,
        keyAt: (index) => keys[index] ?? "",
        entryTailAt: (index) => this.#entryTail(keys[index] ?? ""),
        has: () => true,
        firstAfter: (key) => firstAfter(keys, key),
      },
      OSS_MAX_KEYS,
    );
    return reply;
  }

  #entryTail(key: string): string {
    const object = this.#objects.get(key);
    return object === undefined
      ? ""
      : entryTail(object.etag, object.body.length, "Standard", "<Type>Normal</Type>", object.lastModified);
  }
}

function firstAfter(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? "") > key) high = middle;
    else low = middle + 1;
  }
  return low;
}
