import { Bag, type Slot } from "./bag.ts";

type OnAbort = () => void;

const watched = new WeakMap<AbortSignal, Bag<OnAbort>>();

/**
 * Calls `onAbort` when `signal` aborts, until the returned function is called. All requests of a batch share one
 * signal; one listener on it serves them all, for adding and removing one each costs more than the request.
 */
export function watchAbort(signal: AbortSignal, onAbort: OnAbort): () => void {
  let bag = watched.get(signal);
  if (bag === undefined) {
    const calls = new Bag<OnAbort>();
    signal.addEventListener("abort", () => calls.items().forEach((call) => call()), { once: true });
    watched.set(signal, calls);
    bag = calls;
  }
  const calls = bag;
  let slot: Slot<OnAbort> | undefined = calls.add(onAbort);
  return () => {
    if (slot !== undefined) calls.remove(slot);
    slot = undefined;
  };
}
