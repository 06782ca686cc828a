import type { Reply } from "./connection.ts";
import { listObjects, entryTail } from "./list-objects.ts";
import { LAST_MODIFIED, emptyReply, errorReply, objectReply } from "./replies.ts";
import type { StoreRequest } from "./request.ts";
import { sourceEtag } from "./synthetic-objects.ts";
import type { SyntheticObjects } from "./synthetic-objects.ts";
import type { Tally } from "./tally.ts";

const S3_MAX_KEYS = 1_000;
/** S3 names the checksum that newer objects have, which makes its pages a third longer. */
const CHECKSUM_NAMES =
  "<ChecksumAlgorithm>CRC64NVME</ChecksumAlgorithm><ChecksumType>FULL_OBJECT</ChecksumType>";

/** The bucket that is read, in the S3 dialect: LIST V2, and GET and HEAD with ranges and If-Match. */
export class SourceBucket {
  readonly #objects: SyntheticObjects;
  readonly #tally: Tally;
  readonly #entryTails = new Map<number, string>();
  readonly #headersBySize = new Map<number, string>();

  constructor(objects: SyntheticObjects, tally: Tally) {
    this.#objects = objects;
    this.#tally = tally;
  }

  reply(request: StoreRequest): { readonly operation: string; readonly reply: Reply } {
    const { method, key, query } = request;
    if (key !== "") {
      if (method === "GET") return { operation: "GetObject", reply: this.#object(request, false) };
      if (method === "HEAD") return { operation: "HeadObject", reply: this.#object(request, true) };
    } else if (method === "GET" && query.get("list-type") === "2") {
      return { operation: "ListObjects", reply: this.#list(request) };
    } else if (method === "HEAD") {
      return { operation: "HeadBucket", reply: emptyReply("200 OK", "x-amz-bucket-region: us-east-1\r\n") };
    }
    this.#tally.noteProblem(`source: ${method} ${key}?${[...query.keys()].join("&")}`);
    return {
      operation: "Other",
      reply: errorReply("501 Not Implemented", "NotImplemented", "Not part of the bench"),
    };
  }

  #object(request: StoreRequest, isHead: boolean): Reply {
    const index = this.#objects.indexOf(request.key);
    if (index === undefined) return errorReply("404 Not Found", "NoSuchKey", "No such key", isHead);
    const sizeBytes = this.#objects.sizeAt(index);
    const ifMatch = request.headers.get("if-match");
    if (ifMatch !== undefined && ifMatch.replaceAll('"', "") !== sourceEtag(sizeBytes)) {
      return errorReply("412 Precondition Failed", "PreconditionFailed", "The ETag differs", isHead);
    }
    const range = request.headers.get("range");
    const reply = objectReply({ sizeBytes, headers: this.#objectHeaders(sizeBytes), range, isHead });
    if (!isHead) this.#tally.countSourceBytes(request.client, reply.contentLength);
    return reply;
  }

  #objectHeaders(sizeBytes: number): string {
    const known = this.#headersBySize.get(sizeBytes);
    if (known !== undefined) return known;
    const headers = `Accept-Ranges: bytes\r\nContent-Type: application/octet-stream\r\nLast-Modified: ${LAST_MODIFIED.toUTCString()}\r\nETag: "${sourceEtag(sizeBytes)}"\r\n`;
    this.#headersBySize.set(sizeBytes, headers);
    return headers;
  }

  #list(request: StoreRequest): Reply {
    const objects = this.#objects;
    const { reply, keys } = listObjects(
      request,
      {
        count: objects.count,
        keyAt: (index) => objects.keyAt(index),
        entryTailAt: (index) => this.#entryTail(objects.sizeAt(index)),
        has: () => true,
        firstAfter: (key) => objects.firstAfter(key),
      },
      S3_MAX_KEYS,
    );
    this.#tally.countListedKeys(keys);
    return reply;
  }

  #entryTail(sizeBytes: number): string {
    const known = this.#entryTails.get(sizeBytes);
    if (known !== undefined) return known;
    const tail = entryTail(sourceEtag(sizeBytes), sizeBytes, "STANDARD", CHECKSUM_NAMES);
    this.#entryTails.set(sizeBytes, tail);
    return tail;
  }
}
