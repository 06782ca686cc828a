import type { Random } from "../../core/clock.ts";
import type { RequestFate } from "./control-bucket.ts";
import type { SimWorker } from "./sim-worker.ts";

/** How a request goes, and whether the worker is suspended as soon as it knows. */
export interface RequestStory {
  readonly fate: RequestFate;
  readonly thenSuspendMs?: number;
}

/** Steps of the protocol at which something may befall a worker: operation and the kind of object. */
const STEPS = [
  "create job.json",
  "create manifest",
  "create claims",
  "create splits",
  "create shared",
  "get shared",
  "create done",
  "create summary.json",
  "put open",
  "put workers",
  "put ledger",
  "delete open",
  "get done",
  "get manifest",
  "list claims",
  "list open",
  "list source",
] as const;

/**
 * What befalls a worker at a step.
 *
 * - crash-before, crash-after: it dies just before or just after its request takes effect
 * - drain: it is told to stop
 * - zombie: the request fails, and while it waits to try again the worker is suspended until it counts as dead and
 *   another has just taken one of its partitions over
 */
const BEFALLS = ["crash-before", "crash-after", "drain", "zombie"] as const;
type Befall = (typeof BEFALLS)[number];

interface Trap {
  readonly step: string;
  readonly befall: Befall;
  left: number;
}

/** Misfortunes that wait for a worker at chosen steps of the protocol, so that rare moments are not rare. */
export class Traps {
  readonly #traps: Trap[] = [];
  readonly #random: Random;
  readonly #longestSuspensionMs: number;
  readonly #zombies = new Set<SimWorker>();

  constructor(random: Random, longestSuspensionMs: number) {
    this.#random = random;
    this.#longestSuspensionMs = longestSuspensionMs;
    // Half of all zombies lie in wait at the step where a late write would do most harm.
    for (let count = Math.floor(random() * 5); count > 0; count--) {
      const befall = pick(BEFALLS, random);
      const step = befall === "zombie" && random() < 0.5 ? "create done" : pick(STEPS, random);
      this.#traps.push({ step, befall, left: 1 + Math.floor(random() * 3) });
    }
  }

  /** Decides how a request goes that would go as `fate` otherwise. */
  spring(worker: SimWorker, operation: string, key: string, fate: RequestFate): RequestStory {
    const step = `${operation} ${key.split("/")[2] ?? key}`;
    const trap = this.#traps.find((each) => each.step === step && each.left > 0);
    if (trap === undefined || this.#random() < 0.5) return { fate };
    trap.left--;
    switch (trap.befall) {
      case "crash-before":
        worker.crash();
        return { fate: "lost-before" };
      case "crash-after":
        worker.crash();
        return { fate: "answered" };
      case "drain":
        worker.drain();
        return { fate };
      case "zombie":
        this.#zombies.add(worker);
        return { fate: "throttled", thenSuspendMs: this.#longestSuspensionMs };
    }
  }

  /** Wakes the zombies whose partition was just taken over. */
  tookOver(from: string): void {
    for (const zombie of this.#zombies) {
      if (from.startsWith(`${zombie.name}-`) && zombie.resume()) this.#zombies.delete(zombie);
    }
  }
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)] as Item;
}
