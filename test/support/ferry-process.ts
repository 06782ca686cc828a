import { type ChildProcess, spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { inject } from "vitest";
import type { EventName } from "../../core/log.ts";
import { DEADLINE_MS, until } from "./until.ts";

/** The runtime that instances get. */
export const NODE = resolve("node_modules/node/bin/node");

/** One line of a worker's log. */
export interface LogEvent {
  readonly event: EventName;
  readonly level: string;
  readonly [field: string]: unknown;
}

/** How a process ended: its exit code or the signal that ended it, and all that it said. */
export interface ProcessEnd {
  readonly code: number | NodeJS.Signals;
  readonly stdout: string;
  readonly stderr: string;
  /** The lines on standard error. */
  readonly errors: readonly string[];
}

export interface ProcessOptions {
  /** The whole environment; nothing is inherited. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where it runs; by default beside the bundles, where nothing else is. */
  readonly directory?: string;
  /** What must never be seen on its output; asked for when it has ended. */
  readonly secrets?: () => readonly string[];
}

/** Starts the bundled worker. */
export function startWorkerProcess(options: ProcessOptions): FerryProcess {
  return new FerryProcess("worker.mjs", [], options);
}

/** Starts the bundled command line. */
export function startCommand(args: readonly string[], options: ProcessOptions): FerryProcess {
  return new FerryProcess("oss-ferry.mjs", args, options);
}

/** A process of the bundled program. Leaving its scope ends it, whatever state it is in. */
export class FerryProcess implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #exited: Promise<number | NodeJS.Signals>;
  readonly #secrets: () => readonly string[];
  #stdout = "";
  #stderr = "";
  #ended = false;

  constructor(bundle: "worker.mjs" | "oss-ferry.mjs", args: readonly string[], options: ProcessOptions) {
    const bundles = inject("bundles");
    const child = spawn(NODE, [join(bundles, bundle), ...args], {
      env: { ...options.environment },
      cwd: options.directory ?? bundles,
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.setEncoding("utf8").on("data", (text: string) => (this.#stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (this.#stderr += text));
    this.#child = child;
    this.#secrets = options.secrets ?? (() => []);
    this.#exited = new Promise((settle, reject) => {
      child.once("error", reject);
      child.once("close", (code, signal) => {
        this.#ended = true;
        settle(code ?? signal ?? 1);
      });
    });
  }

  get stdout(): string {
    return this.#stdout;
  }

  get stderr(): string {
    return this.#stderr;
  }

  /** Its log so far, with the fields that the event is about. */
  events(event?: EventName): readonly LogEvent[] {
    const lines = this.#stdout.split("\n").slice(0, -1);
    const events = lines.map((line) => JSON.parse(line) as LogEvent);
    return event === undefined ? events : events.filter((each) => each.event === event);
  }

  /** Resolves with the first such event; rejects when the process ends without it, or after the deadline. */
  async waitFor(
    event: EventName,
    isMeant: (event: LogEvent) => boolean = () => true,
    deadlineMs = DEADLINE_MS,
  ): Promise<LogEvent> {
    return this.#orSayWhy(
      until(
        `the event ${event}`,
        () => {
          const found = this.events(event).find(isMeant);
          if (found === undefined && this.#ended) throw new Error(`the process ended without ${event}`);
          return found;
        },
        deadlineMs,
      ),
    );
  }

  send(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Ends it with SIGKILL; resolves when it is gone. */
  async kill(): Promise<void> {
    this.send("SIGKILL");
    await this.#exited;
  }

  /** Resolves when it has ended; rejects after the deadline, or when it let a secret be seen. */
  async end(deadlineMs = DEADLINE_MS): Promise<ProcessEnd> {
    await this.#orSayWhy(until("the process ends", () => this.#ended, deadlineMs));
    for (const secret of this.#secrets()) {
      if (`${this.#stdout}${this.#stderr}`.includes(secret)) throw new Error("a secret was printed");
    }
    const errors = this.#stderr.split("\n").filter((line) => line !== "");
    return { code: await this.#exited, stdout: this.#stdout, stderr: this.#stderr, errors };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
  }

  async #orSayWhy<Result>(result: Promise<Result>): Promise<Result> {
    try {
      return await result;
    } catch (error) {
      const said = [...this.#stdout.split("\n").slice(-40), this.#stderr].join("\n");
      throw new Error(`${(error as Error).message}; the process last said:\n${said}`, { cause: error });
    }
  }
}
