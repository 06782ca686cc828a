import { createHash } from "node:crypto";
import type { Reply } from "./connection.ts";
import { emptyReply, errorReply, writtenReply, xmlReply } from "./replies.ts";
import type { StoreRequest } from "./request.ts";
import { BLOCK_BYTES, contentCrc64, contentMd5 } from "./synthetic-objects.ts";

interface Upload {
  readonly key: string;
  /** Length by part number. */
  readonly parts: Map<number, number>;
}

/** Multipart uploads whose parts are remembered by number and length only. */
export class MultipartUploads {
  readonly #uploads = new Map<string, Upload>();
  #nextId = 1;

  create(request: StoreRequest): Reply {
    const id = String(this.#nextId++).padStart(32, "0");
    this.#uploads.set(id, { key: request.key, parts: new Map() });
    return xmlReply(
      `<InitiateMultipartUploadResult><Bucket>${request.bucket}</Bucket><Key>${request.key}</Key><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
    );
  }

  putPart(request: StoreRequest): Reply {
    const upload = this.#find(request);
    if (upload === undefined) return noSuchUpload();
    upload.parts.set(Number(request.query.get("partNumber")), request.bodySizeBytes);
    return writtenReply(contentMd5(request.bodySizeBytes), contentCrc64(request.bodySizeBytes));
  }

  listParts(request: StoreRequest): Reply {
    const upload = this.#find(request);
    if (upload === undefined) return noSuchUpload();
    const parts = [...upload.parts]
      .sort(([a], [b]) => a - b)
      .map(
        ([number, size]) =>
          `<Part><PartNumber>${number}</PartNumber><Size>${size}</Size><ETag>"${contentMd5(size)}"</ETag><HashCrc64ecma>${contentCrc64(size)}</HashCrc64ecma></Part>`,
      );
    return xmlReply(`<ListPartsResult><IsTruncated>false</IsTruncated>${parts.join("")}</ListPartsResult>`);
  }

  abort(request: StoreRequest): Reply {
    this.#uploads.delete(request.query.get("uploadId") ?? "");
    return emptyReply("204 No Content");
  }

  /** The parts named in `body` as one object, or what is wrong with them. */
  complete(
    request: StoreRequest,
    body: Buffer,
  ): { readonly sizeBytes: number; readonly reply: Reply } | { readonly refused: Reply } {
    const upload = this.#find(request);
    if (upload === undefined) return { refused: noSuchUpload() };
    const numbers = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber>/g)].map(([, n]) =>
      Number(n),
    );
    const sizes = numbers.map((number) => upload.parts.get(number) ?? 0);
    // A part that begins within a block has another checksum than its length tells.
    const isAligned = sizes.every(
      (size, i) => size > 0 && (i === sizes.length - 1 || size % BLOCK_BYTES === 0),
    );
    if (!isAligned || sizes.length === 0) {
      const message = `Parts must be multiples of ${BLOCK_BYTES} bytes here`;
      return { refused: errorReply("400 Bad Request", "InvalidPart", message) };
    }
    this.#uploads.delete(request.query.get("uploadId") ?? "");
    const sizeBytes = sizes.reduce((sum, size) => sum + size, 0);
    const digests = createHash("md5");
    for (const size of sizes) digests.update(contentMd5(size), "hex");
    const etag = `${digests.digest("hex")}-${sizes.length}`;
    const crc = contentCrc64(sizeBytes);
    const reply = xmlReply(
      `<CompleteMultipartUploadResult><Bucket>${request.bucket}</Bucket><Key>${request.key}</Key><ETag>"${etag}"</ETag></CompleteMultipartUploadResult>`,
    );
    const headers = `${reply.headers}ETag: "${etag}"\r\nx-oss-hash-crc64ecma: ${crc}\r\n`;
    return { sizeBytes, reply: { ...reply, headers } };
  }

  #find(request: StoreRequest): Upload | undefined {
    const upload = this.#uploads.get(request.query.get("uploadId") ?? "");
    return upload?.key === request.key ? upload : undefined;
  }
}

function noSuchUpload(): Reply {
  return errorReply("404 Not Found", "NoSuchUpload", "No such upload");
}
