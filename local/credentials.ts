import { randomBytes } from "node:crypto";

/** A key pair as a service knows it; with a session token it is temporary. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly sessionToken?: string;
  /** By the service's clock. */
  readonly expiresAtMs?: number;
  /** Who it is to policies and rules. */
  readonly principal?: string;
}

/** The key pairs that one service accepts. */
export class AccessKeys {
  readonly #keys = new Map<string, AccessKey>();
  readonly #prefix: { readonly permanent: string; readonly temporary: string };

  constructor(prefix: { readonly permanent: string; readonly temporary: string }) {
    this.#prefix = prefix;
  }

  /** Makes and registers a permanent pair. */
  create(principal?: string): AccessKey {
    return this.register({
      ...(principal !== undefined && { principal }),
      accessKeyId: this.#prefix.permanent + randomBytes(8).toString("hex").toUpperCase(),
      accessKeySecret: randomBytes(20).toString("base64url"),
    });
  }

  /** Makes and registers a temporary pair, good until `expiresAtMs` and only with its token. */
  createTemporary(expiresAtMs: number, principal?: string): AccessKey {
    return this.register({
      ...(principal !== undefined && { principal }),
      accessKeyId: this.#prefix.temporary + randomBytes(12).toString("hex").toUpperCase(),
      accessKeySecret: randomBytes(32).toString("base64url"),
      sessionToken: randomBytes(96).toString("base64"),
      expiresAtMs,
    });
  }

  register(key: AccessKey): AccessKey {
    this.#keys.set(key.accessKeyId, key);
    return key;
  }

  find(accessKeyId: string): AccessKey | undefined {
    return this.#keys.get(accessKeyId);
  }

  /** Ends a temporary pair before its time. */
  expire(accessKeyId: string): void {
    const key = this.#keys.get(accessKeyId);
    if (key?.sessionToken !== undefined) this.#keys.set(accessKeyId, { ...key, expiresAtMs: 0 });
  }

  /** Forgets a pair: the service answers that it never knew it. */
  remove(accessKeyId: string): void {
    this.#keys.delete(accessKeyId);
  }
}
