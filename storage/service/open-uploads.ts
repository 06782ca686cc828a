import type { StoreRole } from "../../core/errors.ts";
import type { HttpResponse } from "../http/transport.ts";
import { badResponse, MAX_ANSWER_BYTES } from "./bucket-answers.ts";
import { decodeBytes, decodeUrlText, rawText, resolveEntities } from "./xml-text.ts";

/** A multipart upload that has been begun and is neither completed nor aborted. */
interface OpenUpload {
  readonly key: string;
  readonly uploadId: string;
  readonly initiatedMs: number;
}

/** The uploads of a bucket as far as they were looked at. */
export interface OpenUploads {
  readonly uploads: readonly OpenUpload[];
  /** Whether there are more than these. */
  readonly more: boolean;
}

/** Asks for one page of ListMultipartUploads; S3 and OSS take the same parameters. */
type AskForUploads = (query: Readonly<Record<string, string>>) => Promise<HttpResponse>;

const PAGE = 1_000;

/** The open uploads below the prefix, at most `most` and the rest of a page. */
export async function listOpenUploads(
  store: StoreRole,
  { prefix, most }: { readonly prefix: string; readonly most: number },
  ask: AskForUploads,
): Promise<OpenUploads> {
  const uploads: OpenUpload[] = [];
  let markers: Readonly<Record<string, string>> | undefined = {};
  while (markers !== undefined && uploads.length < most) {
    const response = await ask({
      uploads: "",
      "encoding-type": "url",
      "max-uploads": String(PAGE),
      ...(prefix === "" ? {} : { prefix }),
      ...markers,
    });
    const xml = (await response.readAll(MAX_ANSWER_BYTES)).toString("latin1");
    if (!xml.includes("<ListMultipartUploadsResult")) {
      throw badResponse(store, "the answer is not a list of multipart uploads");
    }
    const isEncoded = rawText(xml, "EncodingType")?.trim() === "url";
    uploads.push(
      ...xml
        .split("<Upload>")
        .slice(1)
        .map((text) => uploadOf(store, text, isEncoded)),
    );
    markers = nextMarkers(xml, isEncoded);
  }
  return { uploads, more: markers !== undefined };
}

function uploadOf(store: StoreRole, xml: string, isEncoded: boolean): OpenUpload {
  const key = rawText(xml, "Key");
  const initiatedMs = Date.parse(rawText(xml, "Initiated") ?? "");
  if (key === undefined || Number.isNaN(initiatedMs)) {
    throw badResponse(store, "a listed upload lacks its key or its time");
  }
  return {
    key: decodeKey(key, isEncoded),
    uploadId: resolveEntities(rawText(xml, "UploadId") ?? ""),
    initiatedMs,
  };
}

function nextMarkers(xml: string, isEncoded: boolean): Readonly<Record<string, string>> | undefined {
  if (rawText(xml, "IsTruncated")?.trim() !== "true") return undefined;
  return {
    "key-marker": decodeKey(rawText(xml, "NextKeyMarker") ?? "", isEncoded),
    "upload-id-marker": resolveEntities(rawText(xml, "NextUploadIdMarker") ?? ""),
  };
}

function decodeKey(raw: string, isEncoded: boolean): string {
  const bytes = resolveEntities(raw);
  return isEncoded ? decodeUrlText(bytes) : decodeBytes(bytes);
}
