import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import type { Credentials } from "../ports.ts";

/**
 * The key that signs the requests of one day: a chain of HMACs over date, region, service and terminator. Kept
 * until day, region or secret change, since every request of a day needs the same one.
 */
export class SigningKeys {
  readonly #prefix: string;
  readonly #scope: readonly string[];
  #cached: { readonly secret: string; readonly date: string; readonly key: KeyObject } | undefined;

  /** `prefix` goes before the secret; `scope` is region, service and terminator. */
  constructor(prefix: string, scope: readonly string[]) {
    this.#prefix = prefix;
    this.#scope = scope;
  }

  /** Hex signature of `stringToSign` by the key of `date` (yyyymmdd). */
  sign(credentials: Credentials, date: string, stringToSign: string): string {
    return createHmac("sha256", this.#keyOf(credentials.accessKeySecret, date))
      .update(stringToSign)
      .digest("hex");
  }

  #keyOf(secret: string, date: string): KeyObject {
    if (this.#cached?.secret !== secret || this.#cached.date !== date) {
      let key = Buffer.from(this.#prefix + secret, "utf8");
      for (const text of [date, ...this.#scope]) key = createHmac("sha256", key).update(text).digest();
      // As a key object: Node prepares one anew for each HMAC by a buffer, at several times the cost.
      this.#cached = { secret, date, key: createSecretKey(key) };
    }
    return this.#cached.key;
  }
}

/** `20261123T070300Z` */
export function basicIsoTime(ms: number): string {
  return new Date(ms).toISOString().replaceAll(/[-:]|\.\d{3}/gu, "");
}
