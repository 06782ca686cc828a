import { createHash } from "node:crypto";
import { crc64Xz } from "../../core/crc64.ts";
import { StoreError, storeErrorOf } from "../../core/errors.ts";
import { badResponse, dateOf, listPageOf, MAX_ANSWER_BYTES } from "../service/bucket-answers.ts";
import { listQuery } from "../service/list-query.ts";
import type { ControlListPage, ControlObject, ControlStore } from "../ports.ts";
import type { BucketOptions } from "../service/bucket-options.ts";
import { crc64Of } from "./answers.ts";
import { OssClient } from "./client.ts";
import { versioningOf } from "./configuration-documents.ts";

/** Far above any object of the protocol. */
const MAX_OBJECT_BYTES = 256 * 1024 * 1024;

/** An OSS bucket as the control bucket. */
export class OssControl implements ControlStore {
  readonly #client: OssClient;
  readonly #store: BucketOptions["store"];

  constructor(options: BucketOptions) {
    this.#client = new OssClient(options);
    this.#store = options.store;
  }

  async putIfAbsent(key: string, body: Uint8Array, signal?: AbortSignal): Promise<boolean> {
    try {
      await this.#put(key, body, { "x-oss-forbid-overwrite": "true" }, signal);
      return true;
    } catch (error) {
      // Only FileAlreadyExists leads to this code; OSS has other 409s that say something else.
      if (storeErrorOf(error, "ALREADY_EXISTS") === undefined) throw error;
      return false;
    }
  }

  put(key: string, body: Uint8Array, signal?: AbortSignal): Promise<void> {
    return this.#put(key, body, {}, signal);
  }

  async get(key: string, signal?: AbortSignal): Promise<ControlObject | undefined> {
    try {
      const response = await this.#client.send({
        operation: "GetObject",
        method: "GET",
        key,
        signal,
      });
      const body = await response.readAll(MAX_OBJECT_BYTES);
      this.#checkBytes(body, response.headers["x-oss-hash-crc64ecma"]);
      const lastModifiedMs = Date.parse(response.headers["last-modified"] ?? "");
      if (Number.isNaN(lastModifiedMs)) throw badResponse(this.#store, "the answer has no Last-Modified");
      return { body, lastModifiedMs, serverDateMs: dateOf(this.#store, response.headers) };
    } catch (error) {
      if (storeErrorOf(error, "NOT_FOUND") === undefined) throw error;
      return undefined;
    }
  }

  async list(request: Parameters<ControlStore["list"]>[0]): Promise<ControlListPage> {
    const response = await this.#client.send({
      operation: "ListObjectsV2",
      method: "GET",
      query: listQuery(request),
      signal: request.signal,
    });
    const page = await listPageOf(this.#store, response);
    return {
      entries: page.objects.map(({ key, lastModifiedMs }) => ({ key, lastModifiedMs })),
      truncated: page.nextToken !== undefined,
      serverDateMs: page.serverDateMs,
    };
  }

  async delete(key: string, signal?: AbortSignal): Promise<void> {
    const response = await this.#client.send({
      operation: "DeleteObject",
      method: "DELETE",
      key,
      signal,
    });
    await response.readAll(MAX_ANSWER_BYTES);
  }

  async versioning(signal?: AbortSignal): Promise<"never" | "enabled" | "suspended" | "unknown"> {
    try {
      const response = await this.#client.send({
        operation: "GetBucketVersioning",
        method: "GET",
        query: { versioning: "" },
        signal,
      });
      const xml = (await response.readAll(MAX_ANSWER_BYTES)).toString("latin1");
      return versioningOf(this.#store, xml);
    } catch (error) {
      if (storeErrorOf(error, "ACCESS_DENIED") === undefined) throw error;
      return "unknown";
    }
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  /** Control objects are small: their MD5 goes along, so that none is ever stored damaged. */
  async #put(
    key: string,
    body: Uint8Array,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const response = await this.#client.send({
      operation: "PutObject",
      method: "PUT",
      key,
      headers: { ...headers, "content-md5": createHash("md5").update(body).digest("base64") },
      body,
      signal,
    });
    await response.readAll(MAX_ANSWER_BYTES);
    if (response.headers["x-oss-version-id"] !== undefined) {
      const what =
        "the control bucket is or was versioned, so that create-only writes do not hold; use a bucket that never was";
      throw new StoreError("VERSIONED", what, { store: this.#store });
    }
  }

  /** A decision must not rest on damaged bytes: a wrong bit in a claim or a split is still JSON. */
  #checkBytes(body: Uint8Array, stated: string | undefined): void {
    const crc64 = crc64Of(stated);
    if (crc64 === undefined || crc64 === crc64Xz.update(0n, body)) return;
    const what = "the bytes that arrived are not those whose CRC-64 the service stated";
    throw new StoreError("CHECKSUM_MISMATCH", what, { store: this.#store });
  }
}
