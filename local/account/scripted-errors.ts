import { ApiError } from "./api-error.ts";

/** An error that the account answers by script, instead of doing what it was asked. */
export interface ScriptedError {
  /** Which API operation, for example `RunInstances`; absent: any. */
  readonly operation?: string;
  /** Which type of resource, for example `alicloud_instance`; absent: any. */
  readonly type?: string;
  readonly code: string;
  readonly message: string;
  /** How often; absent: until it is cleared. */
  readonly times?: number;
  /** Lets so many matching calls pass first. */
  readonly after?: number;
}

export class ScriptedErrors {
  #scripts: { readonly script: ScriptedError; seen: number }[] = [];

  add(script: ScriptedError): void {
    this.#scripts.push({ script, seen: 0 });
  }

  clear(): void {
    this.#scripts = [];
  }

  /** Throws the error that is scripted for this call, if any. */
  befall(type: string, operation: string): void {
    for (const entry of this.#scripts) {
      const { script } = entry;
      if ((script.operation ?? operation) !== operation || (script.type ?? type) !== type) continue;
      const turn = entry.seen++ - (script.after ?? 0);
      if (turn >= 0 && turn < (script.times ?? Number.POSITIVE_INFINITY)) {
        throw new ApiError(script.code, script.message);
      }
    }
  }
}
