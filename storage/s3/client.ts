import type { StoreError } from "../../core/errors.ts";
import { encodePath, encodeQuery } from "../service/percent-encode.ts";
import { type HttpRequest, type HttpResponse, HttpTransport, TRANSPORT_DEFAULTS } from "../http/transport.ts";
import type { Credentials } from "../ports.ts";
import { ServiceClock } from "../service/service-clock.ts";
import { readRefusal, type Refusal, refusalError, storeErrorCode } from "../service/refusal.ts";
import { bucketAddress, type BucketOptions } from "../service/bucket-options.ts";
import { hasOtherPair } from "../service/rotated-pair.ts";
import { S3Signer } from "./sign-v4.ts";

export interface S3Options extends BucketOptions {
  /** `https://host/bucket/key` instead of `https://bucket.host/key`; always so for IP addresses. */
  readonly pathStyle?: boolean;
  /** How pages of a listing are asked for; 2 where absent. */
  readonly listVersion?: 1 | 2;
  /** Whether keys are asked for percent-encoded; `true` where absent. */
  readonly encodesListings?: boolean;
  /** Whether listings say which archived objects are restored, so that they also say which are not; `false` where absent. */
  readonly listsRestoreStatus?: boolean;
  /** The caller pays for requests and traffic of a bucket of somebody else. */
  readonly requesterPays?: boolean;
}

/** A request to the bucket, before it is addressed and signed: all of them read, but for POST with a body, which restores. */
export interface S3Request extends Pick<HttpRequest, "operation" | "signal"> {
  readonly method: "GET" | "HEAD" | "POST";
  readonly body?: Uint8Array;
  /** Absent for requests about the bucket. */
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Signed requests to one bucket of S3 or of a service that speaks S3. */
export class S3Client {
  readonly #options: S3Options;
  readonly #transport: HttpTransport;
  readonly #basePath: string;
  readonly #signer: S3Signer;
  readonly #clock: ServiceClock;

  constructor(options: S3Options) {
    const { origin, basePath } = bucketAddress(options.endpoint, options.bucket, options.pathStyle);
    this.#options = options;
    this.#basePath = basePath;
    this.#transport = new HttpTransport({ ...TRANSPORT_DEFAULTS, ...options, ...options.transport, origin });
    this.#signer = new S3Signer(options.region, origin.startsWith("https:"));
    this.#clock = new ServiceClock(options.clock);
  }

  /** Resolves with a successful answer, whose body is still to be read; refusals reject as StoreError. */
  async send(request: S3Request): Promise<HttpResponse> {
    const { operation, method, key = "", query = {}, body, signal } = request;
    const credentials = await this.#options.credentials.get(signal);
    const path = this.#basePath + encodePath(key);
    const queryText = encodeQuery(query, "always-equals-sign");
    const headers = {
      ...request.headers,
      ...(this.#options.requesterPays === true ? { "x-amz-request-payer": "requester" } : {}),
    };
    const response = await this.#transport.request({
      operation,
      method,
      path: queryText === "" ? path : `${path}?${queryText}`,
      headers: this.#signer.sign(
        { method, host: this.#transport.host, path, query: queryText, headers, body },
        credentials,
        this.#clock.nowMs(),
      ),
      body,
      signal,
    });
    if (response.status < 300) return response;
    throw await this.#refused(request, response, credentials);
  }

  async close(): Promise<void> {
    this.#transport.close();
  }

  async #refused(request: S3Request, response: HttpResponse, credentials: Credentials): Promise<StoreError> {
    const refusal = await readRefusal(response);
    const context = {
      store: this.#options.store,
      bucket: this.#options.bucket,
      operation: request.operation,
      secrets: [credentials.accessKeySecret, credentials.sessionToken ?? ""],
    };
    const code = this.#isWrongRegion(refusal)
      ? "WRONG_REGION"
      : storeErrorCode(refusal, request.key === undefined ? "bucket" : "object");
    if (code === "CREDENTIALS_EXPIRED" || code === "CREDENTIALS_INVALID") {
      const provider = this.#options.credentials;
      provider.reject(credentials);
      const isRotated =
        code === "CREDENTIALS_INVALID" && (await hasOtherPair(provider, credentials, request.signal));
      if (isRotated) return refusalError("CREDENTIALS_EXPIRED", refusal, context);
    }
    if (code === "CLOCK_SKEWED" && refusal.dateMs !== undefined) {
      const trouble = this.#clock.learn(refusal.dateMs);
      return refusalError(trouble === undefined ? "SERVICE_ERROR" : code, refusal, context, trouble);
    }
    if (code === "WRONG_REGION") {
      const { bucket, region } = this.#options;
      const right = refusal.rightRegion === undefined ? "another region" : `region ${refusal.rightRegion}`;
      return refusalError(code, refusal, context, `the bucket ${bucket} is in ${right}, not in ${region}`);
    }
    return refusalError(code, refusal, context);
  }

  /** HEAD has no body to say so; the region of the bucket is in a header then. */
  #isWrongRegion(refusal: Refusal): boolean {
    const named = refusal.rightRegion;
    return named !== undefined && named !== this.#options.region && [301, 307, 400].includes(refusal.status);
  }
}
