import type { ServiceClock } from "../clock.ts";
import type { AccessKey } from "../credentials.ts";

export interface RoleCredentialsOptions {
  /** How long a pair is good for; 6 hours in the real service. */
  readonly lifetimeMs: number;
  /** How long before its end the next pair appears, both being good then; 30 minutes in the real service. */
  readonly overlapMs: number;
}

/** The temporary credentials of an instance's role. A pair that has been replaced stays good until its end. */
export class RoleCredentials {
  readonly #clock: ServiceClock;
  readonly #issue: (expiresAtMs: number) => AccessKey;
  readonly #lifetimeMs: number;
  readonly #overlapMs: number;
  #current:
    | { readonly key: AccessKey; readonly issuedAtMs: number; readonly expiresAtMs: number }
    | undefined;

  constructor(
    clock: ServiceClock,
    issue: (expiresAtMs: number) => AccessKey,
    options: Partial<RoleCredentialsOptions>,
  ) {
    this.#clock = clock;
    this.#issue = issue;
    this.#lifetimeMs = options.lifetimeMs ?? 6 * 3600 * 1000;
    this.#overlapMs = options.overlapMs ?? 30 * 60 * 1000;
  }

  /** The pair the service hands out now; a new one when the last is about to end. */
  current(): AccessKey {
    return this.#fresh().key;
  }

  /** Hands out a new pair from now on. */
  rotate(): AccessKey {
    const issuedAtMs = this.#clock.nowMs();
    const expiresAtMs = issuedAtMs + this.#lifetimeMs;
    this.#current = { key: this.#issue(expiresAtMs), issuedAtMs, expiresAtMs };
    return this.#current.key;
  }

  /** The document of the metadata service. */
  document(): string {
    const { key, issuedAtMs, expiresAtMs } = this.#fresh();
    return JSON.stringify({
      AccessKeyId: key.accessKeyId,
      AccessKeySecret: key.accessKeySecret,
      Expiration: withoutMs(expiresAtMs),
      SecurityToken: key.sessionToken,
      LastUpdated: withoutMs(issuedAtMs),
      Code: "Success",
    });
  }

  #fresh(): { readonly key: AccessKey; readonly issuedAtMs: number; readonly expiresAtMs: number } {
    if (this.#current === undefined || this.#current.expiresAtMs - this.#clock.nowMs() <= this.#overlapMs) {
      this.rotate();
    }
    if (this.#current === undefined) throw new Error("A pair was just made");
    return this.#current;
  }
}

function withoutMs(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, "Z");
}
