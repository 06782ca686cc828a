import type * as sdk from "@aws-sdk/client-s3";
import { StoreError, storeErrorOf } from "../../core/errors.ts";
import type { Credentials } from "../ports.ts";
import { bucketAddress } from "../service/bucket-options.ts";
import { listOpenUploads, type OpenUploads } from "../service/open-uploads.ts";
import { type Refusal, refusalError, storeErrorCode } from "../service/refusal.ts";
import { S3Client, type S3Options } from "./client.ts";

/**
 * What a bucket of S3 is set up to do besides keeping objects. Its policy is read and written through the AWS SDK,
 * loaded only then, so that our own client stays one that can only read.
 */
export class S3BucketConfiguration {
  readonly #options: S3Options;
  readonly #client: S3Client;

  constructor(options: S3Options) {
    this.#options = options;
    this.#client = new S3Client(options);
  }

  /** Multipart uploads that are under way below the prefix; at most `most` and the rest of a page. */
  openUploads(request: {
    readonly prefix: string;
    readonly most: number;
    readonly signal?: AbortSignal;
  }): Promise<OpenUploads> {
    const { signal } = request;
    return listOpenUploads(this.#options.store, request, (query) =>
      this.#client.send({ operation: "ListMultipartUploads", method: "GET", query, signal }),
    );
  }

  /** The text of the bucket's policy, or undefined where it has none. */
  async policy(signal?: AbortSignal): Promise<string | undefined> {
    try {
      const answer = await this.#ask(
        "GetBucketPolicy",
        signal,
        ({ GetBucketPolicyCommand }, client, sending) =>
          client.send(new GetBucketPolicyCommand({ Bucket: this.#options.bucket }), sending),
      );
      return answer.Policy;
    } catch (error) {
      if (storeErrorOf(error)?.detail.serviceCode === "NoSuchBucketPolicy") return undefined;
      throw error;
    }
  }

  /** Replaces the whole policy; with undefined, takes it away. */
  async putPolicy(policy: string | undefined, signal?: AbortSignal): Promise<void> {
    const { bucket: Bucket } = this.#options;
    if (policy === undefined) {
      await this.#ask("DeleteBucketPolicy", signal, ({ DeleteBucketPolicyCommand }, client, sending) =>
        client.send(new DeleteBucketPolicyCommand({ Bucket }), sending),
      );
      return;
    }
    await this.#ask("PutBucketPolicy", signal, ({ PutBucketPolicyCommand }, client, sending) =>
      client.send(new PutBucketPolicyCommand({ Bucket, Policy: policy }), sending),
    );
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  async #ask<Answer>(
    operation: string,
    signal: AbortSignal | undefined,
    send: (
      loaded: typeof sdk,
      client: sdk.S3Client,
      sending: { readonly abortSignal?: AbortSignal },
    ) => Promise<Answer>,
  ): Promise<Answer> {
    const { endpoint, bucket, region, pathStyle, credentials, onRequest } = this.#options;
    const loaded = await import("@aws-sdk/client-s3");
    const pair = await credentials.get(signal);
    const client = new loaded.S3Client({
      region,
      endpoint,
      forcePathStyle: bucketAddress(endpoint, bucket, pathStyle).basePath !== "/",
      maxAttempts: 3,
      credentials: {
        accessKeyId: pair.accessKeyId,
        secretAccessKey: pair.accessKeySecret,
        ...(pair.sessionToken === undefined ? {} : { sessionToken: pair.sessionToken }),
      },
    });
    onRequest?.(operation);
    try {
      return await send(loaded, client, signal === undefined ? {} : { abortSignal: signal });
    } catch (error) {
      signal?.throwIfAborted();
      throw this.#errorOf(operation, error, pair);
    } finally {
      client.destroy();
    }
  }

  /** The SDK's error in our words. One without a status is no answer of the service. */
  #errorOf(operation: string, error: unknown, pair: Credentials): StoreError {
    const { store, bucket } = this.#options;
    const { name = "", message = "", $metadata } = error as Partial<Error> & SdkFailure;
    const status = $metadata?.httpStatusCode;
    if (status === undefined) {
      return new StoreError("NETWORK", `${operation}: ${message}`, { store }, { cause: error });
    }
    const refusal: Refusal = {
      status,
      code: name,
      message,
      ...($metadata?.requestId === undefined ? {} : { requestId: $metadata.requestId }),
    };
    const secrets = [pair.accessKeySecret, pair.sessionToken ?? ""];
    return refusalError(storeErrorCode(refusal, "bucket"), refusal, { store, bucket, operation, secrets });
  }
}

interface SdkFailure {
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
}
