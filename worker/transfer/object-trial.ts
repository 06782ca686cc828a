import {
  FerryError,
  StoreError,
  storeErrorOf,
  type StoreErrorCode,
  type StoreRole,
} from "../../core/errors.ts";
import type { Settlement } from "../../core/merge/row.ts";
import type { RecordCode } from "../../core/record-codes.ts";
import { backoffMs } from "../../core/retry.ts";
import type { TransferContext } from "./transfer-context.ts";

/**
 * What to do after an error.
 *
 * - retry: the time to wait is over, try again
 * - changed: the object is no longer the version asked for
 * - vanished: the object is gone
 * - settled: nothing is left to be done, as the destination is
 * - archived: the object must be restored before it can be read
 * - failed: the object cannot be copied; `later` when a second try at the end of the batch is worth it
 */
export type Verdict =
  | { readonly kind: "retry" }
  | { readonly kind: "changed" }
  | { readonly kind: "vanished" }
  | { readonly kind: "settled"; readonly settlement: Settlement }
  | { readonly kind: "archived"; readonly detail: string }
  | { readonly kind: "failed"; readonly code: RecordCode; readonly detail: string; readonly later: boolean };

/** Carries a verdict that has been reached already out through code that would only reach it again. */
export class Judged extends Error {
  readonly verdict: Verdict;

  constructor(verdict: Verdict, cause?: unknown) {
    super(verdict.kind, { cause });
    this.verdict = verdict;
  }
}

/** How often expired credentials are tried again; the drivers ask for new ones each time. */
const CREDENTIAL_RETRIES = 3;

/** The attempts at one object, or at one part: counts them, waits between them and says when it is enough. */
export class ObjectTrial {
  readonly #context: TransferContext;
  readonly #key: string;
  /** Failures for which the object is to blame, as the store answered in between. */
  #counted = 0;
  #failures = 0;
  #credentialFailures = 0;
  readonly #answersSeen = new Map<StoreRole, number>();
  readonly #firstFailureMs = new Map<StoreRole, number>();

  constructor(context: TransferContext, key: string) {
    this.#context = context;
    this.#key = key;
  }

  /** How many attempts have failed. */
  get failures(): number {
    return this.#failures;
  }

  /**
   * Runs `attempt` until it succeeds; throws `Judged` when it is not to be repeated. An error with the code
   * `passOn` is thrown as it is.
   */
  async run<Result>(
    signal: AbortSignal,
    attempt: () => Promise<Result>,
    passOn?: StoreErrorCode,
  ): Promise<Result> {
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (passOn !== undefined && storeErrorOf(error, passOn) !== undefined) throw error;
        const verdict = await this.judge(error, signal);
        if (verdict.kind !== "retry") throw new Judged(verdict, error);
      }
    }
  }

  /**
   * Judges an error, and waits first where the verdict is to retry. Throws the signal's reason when `signal` has
   * aborted, and errors that are no object's fault: fatal ones, STORE_UNAVAILABLE among them, when a store has
   * not answered anybody for too long; refusals of the control bucket; and errors of those who stand above stores.
   */
  async judge(error: unknown, signal: AbortSignal): Promise<Verdict> {
    signal.throwIfAborted();
    if (error instanceof Judged) return error.verdict;
    const storeError = storeErrorOf(error);
    if (storeError === undefined) {
      if (error instanceof FerryError) throw error;
      return { kind: "failed", code: "INTERNAL_ERROR", detail: String(error), later: false };
    }
    if (isTransient(storeError)) return this.#retry(storeError, signal);
    if (storeError.fatal || storeError.detail.store === "control") throw storeError;
    return permanentVerdict(storeError);
  }

  async #retry(error: StoreError, signal: AbortSignal): Promise<Verdict> {
    const { clock, random, options, counters, slots, log } = this.#context;
    const { store } = error.detail;
    const health = this.#context.health(store);
    this.#failures++;
    health.failed();
    if (error.code === "THROTTLED") {
      counters.throttled++;
      slots.throttled();
    }
    if (error.code === "CREDENTIALS_EXPIRED" && ++this.#credentialFailures > CREDENTIAL_RETRIES) throw error;
    if (store !== "control") {
      await health.probe(() => this.#ask(store, signal));
      signal.throwIfAborted();
      if (this.#isObjectToBlame(store, health.answers)) this.#counted++;
      if (this.#counted >= options.attempts) return exhaustedVerdict(error);
    }
    const outageMs = Math.min(health.silentMs, this.#troubledForMs(store));
    if (outageMs > options.outageGiveUpMs) throw unavailable(error, outageMs);
    counters.retries++;
    log.debug("object.retried", { key: this.#key, store, code: error.code, failures: this.#failures });
    await health.budget.spend(signal);
    await clock.sleep(backoffMs(this.#failures, random, error.detail.retryAfterMs), signal);
    return { kind: "retry" };
  }

  /** Whether the store answered anything, to anybody, since this trial's last failure there. */
  #isObjectToBlame(store: StoreRole, answers: number): boolean {
    const seen = this.#answersSeen.get(store) ?? -1;
    this.#answersSeen.set(store, answers);
    return answers > seen;
  }

  #troubledForMs(store: StoreRole): number {
    const nowMs = this.#context.clock.monotonicMs();
    const sinceMs = this.#firstFailureMs.get(store) ?? nowMs;
    this.#firstFailureMs.set(store, sinceMs);
    return nowMs - sinceMs;
  }

  async #ask(store: "source" | "destination", signal: AbortSignal): Promise<unknown> {
    const { source, destination } = this.#context;
    return store === "source"
      ? source.list({ prefix: this.#key, maxKeys: 1, signal })
      : destination.stat({ key: this.#key, signal });
  }
}

function isTransient(error: StoreError): boolean {
  // An upload that is over can be begun again.
  return error.retryable || error.code === "NO_SUCH_UPLOAD";
}

function permanentVerdict(error: StoreError): Verdict {
  const { store } = error.detail;
  if (store === "source") {
    if (error.code === "PRECONDITION_FAILED") return { kind: "changed" };
    if (error.code === "NOT_FOUND") return { kind: "vanished" };
    if (error.code === "ARCHIVED") return { kind: "archived", detail: describe(error) };
  }
  if (error.code === "ACCESS_DENIED") {
    return failed(store === "source" ? "SOURCE_ACCESS_DENIED" : "DESTINATION_ACCESS_DENIED", error);
  }
  return failed(store === "source" ? "SOURCE_REJECTED" : "DESTINATION_REJECTED", error);
}

function exhaustedVerdict(error: StoreError): Verdict {
  const ofSource = error.detail.store === "source";
  const mismatch = ofSource ? "CHECKSUM_MISMATCH_SOURCE" : "CHECKSUM_MISMATCH_DESTINATION";
  const trouble = ofSource ? "SOURCE_READ_FAILED" : "DESTINATION_WRITE_FAILED";
  return { ...failed(error.code === "CHECKSUM_MISMATCH" ? mismatch : trouble, error), later: true };
}

function failed(code: RecordCode, error: StoreError): Verdict & { readonly kind: "failed" } {
  return { kind: "failed", code, detail: describe(error), later: false };
}

function describe(error: StoreError): string {
  const { status, serviceCode, ec, requestId } = error.detail;
  const said: readonly [string, string | number | undefined][] = [
    ["status", status],
    ["code", serviceCode],
    ["EC", ec],
    ["request", requestId],
  ];
  const facts = said.filter(([, value]) => value !== undefined).map(([name, value]) => `${name} ${value}`);
  const code: StoreErrorCode = error.code;
  return `${code}: ${error.message}${facts.length === 0 ? "" : ` (${facts.join(", ")})`}`;
}

function unavailable(error: StoreError, silentMs: number): StoreError {
  const minutes = Math.round(silentMs / 60_000);
  return new StoreError(
    "STORE_UNAVAILABLE",
    `the ${error.detail.store} has not answered for ${minutes} minutes; the last error was ${describe(error)}`,
    error.detail,
    { cause: error },
  );
}
