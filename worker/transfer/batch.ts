import type { ObjectRecord } from "../../core/outcome.ts";
import type { CopyScope, ObjectTask } from "../copy-engine.ts";
import type { CopyAttempt } from "./copy-attempt.ts";

/** One task of a batch, to be begun now. */
export interface BatchTask {
  readonly batch: Batch;
  readonly index: number;
  readonly task: ObjectTask;
  /** What the first pass left; only in the second one. */
  readonly unfinished?: CopyAttempt;
}

/**
 * The tasks of one call and their records. Those that failed in a way that may pass are tried once more when
 * all others are through. `records` settles only when nothing of the batch is under way any more.
 */
export class Batch {
  readonly scope: CopyScope;
  /** Aborts with the scope, and when the batch is given up for an error that concerns all objects. */
  readonly signal: AbortSignal;
  /** One for each task, in the order given; rejects with the reason of `signal`. */
  readonly records: Promise<ObjectRecord[]>;
  readonly #tasks: readonly ObjectTask[];
  readonly #finished: (ObjectRecord | undefined)[];
  readonly #givenUp = new AbortController();
  readonly #settle: PromiseWithResolvers<ObjectRecord[]>;
  /** Collected during the first pass, worked off in the second. */
  readonly #again: { readonly index: number; readonly unfinished: CopyAttempt }[] = [];
  readonly #onAbort = (): void => this.#settleIfOver();
  #secondPass = false;
  #next = 0;
  #underWay = 0;

  constructor(tasks: readonly ObjectTask[], scope: CopyScope) {
    this.scope = scope;
    this.signal = AbortSignal.any([scope.signal, this.#givenUp.signal]);
    this.#tasks = tasks;
    this.#finished = Array.from({ length: tasks.length });
    this.#settle = Promise.withResolvers();
    this.records = this.#settle.promise;
    this.signal.addEventListener("abort", this.#onAbort, { once: true });
  }

  /** How many tasks could be started now. */
  get queued(): number {
    if (this.signal.aborted) return 0;
    return this.#secondPass ? this.#again.length : this.#tasks.length - this.#next;
  }

  /** The next task, which must then be finished or failed. */
  next(): BatchTask | undefined {
    if (this.queued === 0) return undefined;
    const task = this.#takeNext();
    if (task !== undefined) this.#underWay++;
    return task;
  }

  /** Takes a task's record, or what a second pass needs. */
  finish(index: number, record: ObjectRecord, unfinished: CopyAttempt | undefined): void {
    this.#underWay--;
    if (unfinished === undefined) this.#finished[index] = record;
    else this.#again.push({ index, unfinished });
    this.#settleIfOver();
  }

  /** Gives the whole batch up. */
  fail(error: unknown): void {
    this.#underWay--;
    this.#givenUp.abort(error);
    this.#settleIfOver();
  }

  #takeNext(): BatchTask | undefined {
    const task = this.#tasks[this.#next];
    if (task !== undefined) return { batch: this, index: this.#next++, task };
    const again = this.#again.shift();
    const known = again === undefined ? undefined : this.#tasks[again.index];
    return again === undefined || known === undefined ? undefined : { batch: this, task: known, ...again };
  }

  #settleIfOver(): void {
    if (this.#underWay > 0) return;
    if (this.signal.aborted) this.#settle.reject(this.signal.reason as Error);
    else if (this.#next < this.#tasks.length) return;
    else if (this.#again.length > 0) this.#secondPass = true;
    else {
      // As long as somebody listens, a combined signal lives as long as its sources, and the batch with it.
      this.signal.removeEventListener("abort", this.#onAbort);
      this.#settle.resolve(this.#finished.filter((record) => record !== undefined));
    }
  }
}
