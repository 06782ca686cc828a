import type { StoreError } from "../../core/errors.ts";
import { encodePath, encodeQuery } from "../service/percent-encode.ts";
import { type HttpRequest, type HttpResponse, HttpTransport, TRANSPORT_DEFAULTS } from "../http/transport.ts";
import type { Credentials } from "../ports.ts";
import { ServiceClock } from "../service/service-clock.ts";
import { readRefusal, refusalError, storeErrorCode } from "../service/refusal.ts";
import { bucketAddress, type BucketOptions } from "../service/bucket-options.ts";
import { hasOtherPair } from "../service/rotated-pair.ts";
import { OssSigner } from "./sign-v4.ts";

/** A request to the bucket, before it is addressed and signed. */
export interface OssRequest extends Pick<
  HttpRequest,
  "operation" | "method" | "body" | "sizeBytes" | "signal"
> {
  /** Absent for requests about the bucket. */
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Signed requests to one OSS bucket. */
export class OssClient {
  readonly #options: BucketOptions;
  readonly #transport: HttpTransport;
  readonly #basePath: string;
  readonly #signer: OssSigner;
  readonly #clock: ServiceClock;

  constructor(options: BucketOptions) {
    const { origin, basePath } = bucketAddress(options.endpoint, options.bucket);
    this.#options = options;
    this.#basePath = basePath;
    this.#transport = new HttpTransport({ ...TRANSPORT_DEFAULTS, ...options, ...options.transport, origin });
    this.#signer = new OssSigner(options.region.replace(/^oss-/u, ""));
    this.#clock = new ServiceClock(options.clock);
  }

  /** Resolves with a successful answer, whose body is still to be read; refusals reject as StoreError. */
  async send(request: OssRequest): Promise<HttpResponse> {
    const { operation, method, key, query = {}, headers = {}, body, sizeBytes, signal } = request;
    const credentials = await this.#options.credentials.get(signal);
    const queryText = encodeQuery(query, "name-alone-when-empty");
    const response = await this.#transport.request({
      operation,
      method,
      path: `${this.#basePath}${encodePath(key ?? "")}${queryText === "" ? "" : `?${queryText}`}`,
      headers: this.#signer.sign(
        { method, bucket: this.#options.bucket, key, query, headers },
        credentials,
        this.#clock.nowMs(),
      ),
      body,
      sizeBytes,
      signal,
    });
    if (response.status < 300) return response;
    throw await this.#refused(request, response, credentials);
  }

  async close(): Promise<void> {
    this.#transport.close();
  }

  async #refused(request: OssRequest, response: HttpResponse, credentials: Credentials): Promise<StoreError> {
    const refusal = await readRefusal(response, "x-oss-err");
    const context = {
      store: this.#options.store,
      bucket: this.#options.bucket,
      operation: request.operation,
      secrets: [credentials.accessKeySecret, credentials.sessionToken ?? ""],
    };
    const code = storeErrorCode(refusal, request.key === undefined ? "bucket" : "object");
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
    if (refusal.code === "InvalidArgument" && /signing region/iu.test(refusal.message)) {
      const what = `this endpoint does not accept signatures for region ${this.#options.region}`;
      return refusalError("WRONG_REGION", refusal, context, what);
    }
    // The refusal of a bucket of another region is an AccessDenied that names the right endpoint.
    if (code === "WRONG_REGION" || (code === "ACCESS_DENIED" && refusal.rightRegion !== undefined)) {
      const right = refusal.rightRegion ?? "another endpoint";
      return refusalError(
        "WRONG_REGION",
        refusal,
        context,
        `the bucket ${this.#options.bucket} is not in region ${this.#options.region}; it answers at ${right}`,
      );
    }
    return refusalError(code, refusal, context);
  }
}
