import type { Clock, Random } from "../../core/clock.ts";
import { StoreError } from "../../core/errors.ts";
import type { CredentialProvider, Credentials } from "../ports.ts";
import { type EcsMetadata, isOutOfReach } from "./ecs-metadata.ts";
import { RefreshingCredentials } from "./refreshing.ts";

const ROLE_PATH = "meta-data/ram/security-credentials/";
/** "CreateRole" of the RAM API. */
const ROLE_NAME = /^[\w.-]{1,64}$/u;
const POLL_MS = 2_000;

export interface EcsRoleOptions {
  readonly metadata: EcsMetadata;
  readonly clock: Clock;
  readonly random: Random;
}

/** The temporary credentials of the RAM role that is attached to this instance. */
export class EcsRoleCredentials implements CredentialProvider {
  readonly #options: EcsRoleOptions;
  readonly #refreshing: RefreshingCredentials;

  constructor(options: EcsRoleOptions) {
    this.#options = options;
    this.#refreshing = new RefreshingCredentials({ ...options, load: () => this.#load() });
  }

  /** CREDENTIALS_INVALID when no role is attached, NETWORK or TIMEOUT when the metadata service is out of reach. */
  get(signal?: AbortSignal): Promise<Credentials> {
    return this.#refreshing.get(signal);
  }

  reject(credentials: Credentials): void {
    this.#refreshing.reject(credentials);
  }

  /**
   * Resolves once the role is there: it is attached to an instance only after the instance has begun to boot.
   * After `deadlineMs` rejects with what stood in the way last; STORE_UNAVAILABLE when it was the metadata service.
   */
  async waitForRole(deadlineMs: number, signal?: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    const startMs = clock.monotonicMs();
    for (;;) {
      try {
        await this.get(signal);
        return;
      } catch (error) {
        const mayPass = isOutOfReach(error) || isNoRole(error);
        const isOver = clock.monotonicMs() - startMs + POLL_MS > deadlineMs;
        if (isOver && isOutOfReach(error)) throw outOfReach(error);
        if (!mayPass || isOver) throw error;
      }
      await clock.sleep(POLL_MS, signal);
    }
  }

  async #load(): Promise<Credentials> {
    const { metadata } = this.#options;
    const role = (await metadata.get(ROLE_PATH))?.trim();
    if (role !== undefined && !ROLE_NAME.test(role)) {
      throw noRole("what answers as the metadata service does not give the name of a RAM role");
    }
    const document = role === undefined ? undefined : await metadata.get(`${ROLE_PATH}${role}`);
    if (role === undefined || document === undefined)
      throw noRole("no RAM role is attached to this instance; attach the worker's role to it");
    return parseCredentials(role, document);
  }
}

function parseCredentials(role: string, document: string): Credentials {
  let fields: Record<string, unknown>;
  try {
    fields = JSON.parse(document) as Record<string, unknown>;
  } catch (error) {
    throw noRole(`the metadata service gave no JSON for the RAM role ${role}`, error);
  }
  const text = (name: string): string => (typeof fields[name] === "string" ? fields[name] : "");
  const expiresAtMs = Date.parse(text("Expiration"));
  const accessKeyId = text("AccessKeyId");
  const accessKeySecret = text("AccessKeySecret");
  const sessionToken = text("SecurityToken");
  if (text("Code") !== "Success" || [accessKeyId, accessKeySecret, sessionToken].includes("")) {
    throw noRole(`the metadata service has no credentials for the RAM role ${role} (${text("Code")})`);
  }
  return {
    accessKeyId,
    accessKeySecret,
    sessionToken,
    ...(Number.isNaN(expiresAtMs) ? {} : { expiresAtMs }),
  };
}

function noRole(what: string, cause?: unknown): StoreError {
  return new StoreError(
    "CREDENTIALS_INVALID",
    what,
    { store: "control" },
    cause === undefined ? {} : { cause },
  );
}

function outOfReach(error: unknown): StoreError {
  const why = error instanceof Error ? error.message : String(error);
  const what = `the ECS metadata service is out of reach (${why}); outside of ECS take the keys from the environment`;
  return new StoreError("STORE_UNAVAILABLE", what, { store: "control" }, { cause: error });
}

function isNoRole(error: unknown): boolean {
  return error instanceof StoreError && error.code === "CREDENTIALS_INVALID";
}
