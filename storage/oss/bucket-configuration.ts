import { type StoreError, storeErrorOf } from "../../core/errors.ts";
import { MAX_ANSWER_BYTES } from "../service/bucket-answers.ts";
import type { BucketOptions } from "../service/bucket-options.ts";
import { listOpenUploads, type OpenUploads } from "../service/open-uploads.ts";
import { OssClient } from "./client.ts";
import {
  lifecycleRulesOf,
  type LifecycleRule,
  type MirrorRule,
  mirrorRulesOf,
  type OverwriteRule,
  overwriteRulesOf,
  type Versioning,
  versioningOf,
} from "./configuration-documents.ts";

/** How OSS says that a bucket has no such setting; it has a word for each. */
const NONE = /^NoSuch(?:WebsiteConfiguration|Lifecycle|.*Overwrite.*)$/u;

/** What an OSS bucket is set up to do besides keeping objects. Read-only; a right that is missing is ACCESS_DENIED. */
export class OssBucketConfiguration {
  readonly #client: OssClient;
  readonly #store: BucketOptions["store"];

  constructor(options: BucketOptions) {
    this.#client = new OssClient(options);
    this.#store = options.store;
  }

  /** The back-to-source rules of the bucket's website configuration, in the order in which OSS tries them. */
  async mirrorRules(signal?: AbortSignal): Promise<readonly MirrorRule[]> {
    return mirrorRulesOf((await this.#read("GetBucketWebsite", "website", signal)) ?? "");
  }

  /** The lifecycle rules that are enabled. */
  async lifecycleRules(signal?: AbortSignal): Promise<readonly LifecycleRule[]> {
    return lifecycleRulesOf((await this.#read("GetBucketLifecycle", "lifecycle", signal)) ?? "");
  }

  /** The rules by which OSS refuses to overwrite objects. */
  async overwriteRules(signal?: AbortSignal): Promise<readonly OverwriteRule[]> {
    return overwriteRulesOf((await this.#read("GetBucketOverwriteConfig", "overwriteConfig", signal)) ?? "");
  }

  /** Whether the bucket is or ever was versioned. */
  async versioning(signal?: AbortSignal): Promise<Versioning> {
    return versioningOf(this.#store, (await this.#read("GetBucketVersioning", "versioning", signal)) ?? "");
  }

  /** Multipart uploads that are under way below the prefix; at most `most` and the rest of a page. */
  openUploads(request: {
    readonly prefix: string;
    readonly most: number;
    readonly signal?: AbortSignal;
  }): Promise<OpenUploads> {
    const { signal } = request;
    return listOpenUploads(this.#store, request, (query) =>
      this.#client.send({ operation: "ListMultipartUploads", method: "GET", query, signal }),
    );
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  /** The document, or undefined where the bucket has no such setting. */
  async #read(operation: string, setting: string, signal?: AbortSignal): Promise<string | undefined> {
    try {
      const response = await this.#client.send({
        operation,
        method: "GET",
        query: { [setting]: "" },
        signal,
      });
      return (await response.readAll(MAX_ANSWER_BYTES)).toString("latin1");
    } catch (error) {
      if (isNone(storeErrorOf(error))) return undefined;
      throw error;
    }
  }
}

function isNone(error: StoreError | undefined): boolean {
  return error?.detail.status === 404 && NONE.test(error.detail.serviceCode ?? "");
}
