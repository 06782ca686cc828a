import type { Reply } from "./connection.ts";

/** The one modification time of everything the source holds. */
export const LAST_MODIFIED = new Date("2026-01-02T03:04:05.000Z");

// Constant, since nobody looks one up; clients only insist that there is one.
const REQUEST_IDS = "x-amz-request-id: 0000000000000001\r\nx-oss-request-id: 0000000000000001\r\n";

/** `200 OK` or another status without a body. */
export function emptyReply(status: string, headers = ""): Reply {
  return { status, headers: REQUEST_IDS + headers, contentLength: 0 };
}

export function xmlReply(xml: string): Reply {
  const body = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`);
  return {
    status: "200 OK",
    headers: `${REQUEST_IDS}Content-Type: application/xml\r\n`,
    contentLength: body.length,
    body,
  };
}

/** An error in the form both services use. */
export function errorReply(status: string, code: string, message: string, isHead = false): Reply {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message><RequestId>1</RequestId></Error>`;
  const body = Buffer.from(xml);
  const headers = `${REQUEST_IDS}Content-Type: application/xml\r\n`;
  return isHead
    ? { status, headers, contentLength: 0 }
    : { status, headers, contentLength: body.length, body };
}

/** An object or, with `Range`, a piece of it; the content is sent from the shared block. */
export function objectReply(request: {
  readonly sizeBytes: number;
  readonly headers: string;
  readonly range: string | undefined;
  readonly isHead: boolean;
}): Reply {
  const { sizeBytes, range, isHead } = request;
  const headers = REQUEST_IDS + request.headers;
  const match = range === undefined ? null : /^bytes=(\d+)-(\d*)$/.exec(range);
  if (match === null) {
    const whole = { status: "200 OK", headers, contentLength: sizeBytes };
    return isHead || sizeBytes === 0 ? whole : { ...whole, body: { start: 0 } };
  }
  const start = Number(match[1]);
  const end = Math.min(match[2] === "" ? sizeBytes - 1 : Number(match[2]), sizeBytes - 1);
  if (start > end)
    return errorReply("416 Range Not Satisfiable", "InvalidRange", "Outside the object", isHead);
  return {
    status: "206 Partial Content",
    headers: `${headers}Content-Range: bytes ${start}-${end}/${sizeBytes}\r\n`,
    contentLength: end - start + 1,
    body: { start },
  };
}

/** What a write answers: the checksum as OSS states it, the ETag as both do. */
export function writtenReply(etag: string, crc64: bigint): Reply {
  return emptyReply("200 OK", `ETag: "${etag}"\r\nx-oss-hash-crc64ecma: ${crc64}\r\n`);
}
