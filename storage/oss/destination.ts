import { createHash } from "node:crypto";
import { StoreError, storeErrorOf } from "../../core/errors.ts";
import { badResponse, listPageOf, MAX_ANSWER_BYTES } from "../service/bucket-answers.ts";
import { encodeComponent } from "../service/percent-encode.ts";
import { listQuery } from "../service/list-query.ts";
import type {
  DestinationMetadata,
  DestinationObject,
  DestinationStore,
  ListPage,
  ListRequest,
  RequestBody,
  StoredObject,
  StoredPart,
} from "../ports.ts";
import type { BucketOptions } from "../service/bucket-options.ts";
import { escapeXml, rawText, resolveEntities } from "../service/xml-text.ts";
import { destinationObjectOf, partsPageOf, storedObjectOf } from "./answers.ts";
import { OssClient } from "./client.ts";
import { OSS_LIMITS } from "./limits.ts";

export interface OssDestinationOptions extends BucketOptions {
  /** Encrypts what is stored, where the bucket itself does not. */
  readonly serverSideEncryption?: {
    readonly algorithm: "AES256" | "KMS" | "SM4";
    readonly kmsKeyId?: string;
  };
}

/** An OSS bucket as a destination. */
export class OssDestination implements DestinationStore {
  readonly limits = OSS_LIMITS;
  readonly #client: OssClient;
  readonly #store: BucketOptions["store"];
  readonly #encryption: Readonly<Record<string, string>>;

  constructor(options: OssDestinationOptions) {
    this.#client = new OssClient(options);
    this.#store = options.store;
    this.#encryption = encryptionHeaders(options.serverSideEncryption);
  }

  async put(request: Parameters<DestinationStore["put"]>[0]): Promise<StoredObject> {
    const { key, sizeBytes, body, metadata, forbidOverwrite, signal } = request;
    this.#checkSize(body, sizeBytes);
    const response = await this.#client.send({
      operation: "PutObject",
      method: "PUT",
      key,
      headers: { ...metadataHeaders(metadata), ...this.#encryption, ...createOnly(forbidOverwrite) },
      body,
      sizeBytes,
      signal,
    });
    await response.readAll(MAX_ANSWER_BYTES);
    return storedObjectOf(this.#store, response.headers);
  }

  async createUpload(request: Parameters<DestinationStore["createUpload"]>[0]): Promise<string> {
    const { key, metadata, forbidOverwrite, signal } = request;
    const response = await this.#client.send({
      operation: "InitiateMultipartUpload",
      method: "POST",
      key,
      query: { uploads: "" },
      headers: { ...metadataHeaders(metadata), ...this.#encryption, ...createOnly(forbidOverwrite) },
      signal,
    });
    const xml = (await response.readAll(MAX_ANSWER_BYTES)).toString("latin1");
    const uploadId = resolveEntities(rawText(xml, "UploadId") ?? "");
    if (uploadId === "") throw badResponse(this.#store, "the service began an upload without naming it");
    return uploadId;
  }

  async putPart(request: Parameters<DestinationStore["putPart"]>[0]): Promise<StoredObject> {
    const { key, uploadId, partNumber, sizeBytes, body, signal } = request;
    this.#checkSize(body, sizeBytes);
    const response = await this.#client.send({
      operation: "UploadPart",
      method: "PUT",
      key,
      query: { partNumber: String(partNumber), uploadId },
      body,
      sizeBytes,
      signal,
    });
    await response.readAll(MAX_ANSWER_BYTES);
    return storedObjectOf(this.#store, response.headers);
  }

  async listParts(request: Parameters<DestinationStore["listParts"]>[0]): Promise<readonly StoredPart[]> {
    const { key, uploadId, signal } = request;
    const parts: StoredPart[] = [];
    for (let after: string | undefined = "0"; after !== undefined;) {
      const response = await this.#client.send({
        operation: "ListParts",
        method: "GET",
        key,
        query: { uploadId, "max-parts": "1000", "part-number-marker": after },
        signal,
      });
      const xml = (await response.readAll(MAX_ANSWER_BYTES)).toString("latin1");
      const page = partsPageOf(this.#store, xml);
      parts.push(...page.parts);
      after = page.nextPartNumber;
    }
    return parts;
  }

  async completeUpload(request: Parameters<DestinationStore["completeUpload"]>[0]): Promise<StoredObject> {
    const { key, uploadId, parts, forbidOverwrite, signal } = request;
    const list = parts
      .map(
        ({ partNumber, etag }) =>
          `<Part><PartNumber>${partNumber}</PartNumber><ETag>"${escapeXml(etag)}"</ETag></Part>`,
      )
      .join("");
    const body = Buffer.from(`<CompleteMultipartUpload>${list}</CompleteMultipartUpload>`);
    const response = await this.#client.send({
      operation: "CompleteMultipartUpload",
      method: "POST",
      key,
      query: { uploadId },
      headers: {
        "content-type": "application/xml",
        "content-md5": md5Base64(body),
        ...createOnly(forbidOverwrite),
      },
      body,
      signal,
    });
    const xml = (await response.readAll(MAX_ANSWER_BYTES)).toString("latin1");
    const etag = rawText(xml, "ETag");
    return storedObjectOf(
      this.#store,
      response.headers,
      etag === undefined ? undefined : resolveEntities(etag),
    );
  }

  async abortUpload(request: Parameters<DestinationStore["abortUpload"]>[0]): Promise<void> {
    const { key, uploadId, signal } = request;
    try {
      const response = await this.#client.send({
        operation: "AbortMultipartUpload",
        method: "DELETE",
        key,
        query: { uploadId },
        signal,
      });
      await response.readAll(MAX_ANSWER_BYTES);
    } catch (error) {
      if (storeErrorOf(error, "NO_SUCH_UPLOAD") === undefined) throw error;
    }
  }

  async stat(request: Parameters<DestinationStore["stat"]>[0]): Promise<DestinationObject | undefined> {
    const { key, signal } = request;
    try {
      const response = await this.#client.send({
        operation: "HeadObject",
        method: "HEAD",
        key,
        signal,
      });
      await response.readAll(MAX_ANSWER_BYTES);
      return destinationObjectOf(this.#store, response);
    } catch (error) {
      if (storeErrorOf(error, "NOT_FOUND") === undefined) throw error;
      return undefined;
    }
  }

  async delete(request: Parameters<DestinationStore["delete"]>[0]): Promise<void> {
    const { key, signal } = request;
    const response = await this.#client.send({
      operation: "DeleteObject",
      method: "DELETE",
      key,
      signal,
    });
    await response.readAll(MAX_ANSWER_BYTES);
  }

  async list(request: ListRequest): Promise<ListPage> {
    const response = await this.#client.send({
      operation: "ListObjectsV2",
      method: "GET",
      query: listQuery(request),
      signal: request.signal,
    });
    return listPageOf(this.#store, response);
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  #checkSize(body: RequestBody, sizeBytes: number): void {
    if (body instanceof Uint8Array && body.length !== sizeBytes) {
      const what = `the body has ${body.length} bytes where ${sizeBytes} were announced`;
      throw new StoreError("INVALID_REQUEST", what, { store: this.#store });
    }
  }
}

function metadataHeaders(metadata: DestinationMetadata): Record<string, string> {
  const headers: Record<string, string> = { ...metadata.headers };
  for (const [name, value] of Object.entries(metadata.user))
    headers[`x-oss-meta-${name.toLowerCase()}`] = value;
  if (metadata.storageClass !== undefined) headers["x-oss-storage-class"] = metadata.storageClass;
  const tags = Object.entries(metadata.tags ?? {});
  if (tags.length > 0) {
    headers["x-oss-tagging"] = tags
      .map(([name, value]) => `${encodeComponent(name)}=${encodeComponent(value)}`)
      .join("&");
  }
  return headers;
}

function encryptionHeaders(
  encryption: OssDestinationOptions["serverSideEncryption"],
): Record<string, string> {
  if (encryption === undefined) return {};
  const { algorithm, kmsKeyId } = encryption;
  return {
    "x-oss-server-side-encryption": algorithm,
    ...(kmsKeyId === undefined ? {} : { "x-oss-server-side-encryption-key-id": kmsKeyId }),
  };
}

function createOnly(forbidOverwrite: boolean | undefined): Record<string, string> {
  return forbidOverwrite === true ? { "x-oss-forbid-overwrite": "true" } : {};
}

function md5Base64(bytes: Uint8Array): string {
  return createHash("md5").update(bytes).digest("base64");
}
