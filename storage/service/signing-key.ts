import { createHmac } from "node:crypto";
import type { Credentials } from "../ports.ts";
import { HmacKey } from "./hmac-key.ts";

/**
 * The key that signs the requests of one day: a chain of HMACs over date, region, service and terminator. Kept
 * until day, region or secret change, since every request of a day needs the same one.
 */
export class SigningKeys {
  readonly #prefix: string;
  readonly #scope: readonly string[];
  #cached: { readonly secret: string; readonly date: string; readonly key: HmacKey } | undefined;

  /** `prefix` goes before the secret; `scope` is region, service and terminator. */
  constructor(prefix: string, scope: readonly string[]) {
    this.#prefix = prefix;
    this.#scope = scope;
  }

  /** Hex signature of `stringToSign` by the key of `date` (yyyymmdd). */
  sign(credentials: Credentials, date: string, stringToSign: string): string {
    return this.#keyOf(credentials.accessKeySecret, date).sign(stringToSign);
  }

  #keyOf(secret: string, date: string): HmacKey {
    if (this.#cached?.secret !== secret || this.#cached.date !== date) {
      let key = Buffer.from(this.#prefix + secret, "utf8");
      for (const text of [date, ...this.#scope]) key = createHmac("sha256", key).update(text).digest();
      this.#cached = { secret, date, key: new HmacKey(key) };
    }
    return this.#cached.key;
  }
}

let lastSecond = { second: Number.NaN, text: "" };

/** `20261123T070300Z`; most requests come within the same second as the one before. */
export function basicIsoTime(ms: number): string {
  const second = Math.floor(ms / 1000);
  if (second !== lastSecond.second) {
    const text = new Date(ms).toISOString().replaceAll(/[-:]|\.\d{3}/gu, "");
    lastSecond = { second, text };
  }
  return lastSecond.text;
}
