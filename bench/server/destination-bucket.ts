import type { Reply } from "./connection.ts";
import { entryTail, listObjects } from "./list-objects.ts";
import { MultipartUploads } from "./multipart-uploads.ts";
import { LAST_MODIFIED, emptyReply, errorReply, objectReply, writtenReply, xmlReply } from "./replies.ts";
import type { StoreRequest } from "./request.ts";
import { contentCrc64, contentMd5 } from "./synthetic-objects.ts";
import type { SyntheticObjects } from "./synthetic-objects.ts";
import type { Tally } from "./tally.ts";

const OSS_MAX_KEYS = 100;

/**
 * The bucket that is written, in both dialects: what they need of each other does not clash. Bodies are
 * counted, not kept; an object must have the length of the one of that key in the source.
 */
export class DestinationBucket {
  readonly #objects: SyntheticObjects;
  readonly #tally: Tally;
  readonly #stored: Uint8Array;
  readonly #uploads = new MultipartUploads();
  readonly #entryTails = new Map<number, string>();
  #isEmpty: boolean;

  /** Empty, or with everything there already. */
  constructor(objects: SyntheticObjects, tally: Tally, hasAll: boolean) {
    this.#objects = objects;
    this.#tally = tally;
    this.#stored = new Uint8Array(objects.count).fill(hasAll ? 1 : 0);
    this.#isEmpty = !hasAll;
  }

  reply(request: StoreRequest, body: Buffer): { readonly operation: string; readonly reply: Reply } {
    const { method, key, query } = request;
    if (key === "") return this.#bucketReply(request);
    const isOfUpload = query.has("uploadId");
    switch (method) {
      case "PUT":
        return isOfUpload
          ? { operation: "UploadPart", reply: this.#uploads.putPart(request) }
          : { operation: "PutObject", reply: this.#put(request) };
      case "POST":
        return isOfUpload
          ? { operation: "CompleteMultipartUpload", reply: this.#complete(request, body) }
          : { operation: "CreateMultipartUpload", reply: this.#uploads.create(request) };
      case "GET":
        return isOfUpload
          ? { operation: "ListParts", reply: this.#uploads.listParts(request) }
          : { operation: "GetObject", reply: this.#read(request, false) };
      case "HEAD":
        return { operation: "HeadObject", reply: this.#read(request, true) };
      case "DELETE":
        return isOfUpload
          ? { operation: "AbortMultipartUpload", reply: this.#uploads.abort(request) }
          : { operation: "DeleteObject", reply: emptyReply("204 No Content") };
      default:
        return this.#unknown(request);
    }
  }

  #bucketReply(request: StoreRequest): { readonly operation: string; readonly reply: Reply } {
    if (request.method === "HEAD") return { operation: "HeadBucket", reply: emptyReply("200 OK") };
    if (request.method !== "GET") return this.#unknown(request);
    if (request.query.get("list-type") === "2")
      return { operation: "ListObjects", reply: this.#list(request) };
    if (request.query.has("versioning")) {
      return { operation: "GetBucketVersioning", reply: xmlReply("<VersioningConfiguration/>") };
    }
    return this.#unknown(request);
  }

  #put(request: StoreRequest): Reply {
    const sizeBytes = request.bodySizeBytes;
    return (
      this.#store(request.key, sizeBytes) ?? writtenReply(contentMd5(sizeBytes), contentCrc64(sizeBytes))
    );
  }

  #complete(request: StoreRequest, body: Buffer): Reply {
    const completed = this.#uploads.complete(request, body);
    if ("refused" in completed) {
      this.#tally.noteProblem(`destination: parts of ${request.key} were refused`);
      return completed.refused;
    }
    return this.#store(request.key, completed.sizeBytes) ?? completed.reply;
  }

  /** Takes the object in; resolves to the refusal when it cannot be a copy of the source's. */
  #store(key: string, sizeBytes: number): Reply | undefined {
    const index = this.#objects.indexOf(key);
    if (index === undefined || this.#objects.sizeAt(index) !== sizeBytes) {
      this.#tally.noteProblem(`destination: ${key} with ${sizeBytes} bytes is no object of the source`);
      return errorReply("400 Bad Request", "InvalidArgument", "No such object in the source");
    }
    this.#tally.countStored(sizeBytes, this.#stored[index] === 0);
    this.#stored[index] = 1;
    this.#isEmpty = false;
    return undefined;
  }

  #read(request: StoreRequest, isHead: boolean): Reply {
    const index = this.#objects.indexOf(request.key);
    if (index === undefined || this.#stored[index] !== 1) {
      return errorReply("404 Not Found", "NoSuchKey", "No such key", isHead);
    }
    const sizeBytes = this.#objects.sizeAt(index);
    const headers = `Content-Type: application/octet-stream\r\nLast-Modified: ${LAST_MODIFIED.toUTCString()}\r\nETag: "${contentMd5(sizeBytes)}"\r\nx-oss-hash-crc64ecma: ${contentCrc64(sizeBytes)}\r\n`;
    return objectReply({ sizeBytes, headers, range: request.headers.get("range"), isHead });
  }

  #list(request: StoreRequest): Reply {
    const objects = this.#objects;
    const { reply } = listObjects(
      request,
      {
        count: this.#isEmpty ? 0 : objects.count,
        keyAt: (index) => objects.keyAt(index),
        entryTailAt: (index) => this.#entryTail(objects.sizeAt(index)),
        has: (index) => this.#stored[index] === 1,
        firstAfter: (key) => (this.#isEmpty ? 0 : objects.firstAfter(key)),
      },
      OSS_MAX_KEYS,
    );
    return reply;
  }

  #entryTail(sizeBytes: number): string {
    const known = this.#entryTails.get(sizeBytes);
    if (known !== undefined) return known;
    const tail = entryTail(contentMd5(sizeBytes), sizeBytes, "Standard", "<Type>Normal</Type>");
    this.#entryTails.set(sizeBytes, tail);
    return tail;
  }

  #unknown(request: StoreRequest): { readonly operation: string; readonly reply: Reply } {
    this.#tally.noteProblem(
      `destination: ${request.method} ${request.key}?${[...request.query.keys()].join("&")}`,
    );
    const reply = errorReply("501 Not Implemented", "NotImplemented", "Not part of the bench");
    return { operation: "Other", reply };
  }
}
