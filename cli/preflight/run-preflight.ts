import type { NamedFinding } from "../checks/finding.ts";
import { checkClocks } from "./checks/clocks.ts";
import { checkControl } from "./checks/control.ts";
import { checkDestination } from "./checks/destination.ts";
import { checkPlan } from "./checks/plan.ts";
import { checkSource } from "./checks/source.ts";
import type { PreflightContext } from "./context.ts";

/**
 * Tries everything that a migration needs, one thing after the other, and gives each finding as soon as it is made.
 * What it writes it deletes again, also when `signal` aborts in the middle; then it rejects with the signal's reason.
 * Nothing is written where it could not be deleted, and nothing at all at the source.
 */
export async function* runPreflight(
  context: PreflightContext,
  signal: AbortSignal,
): AsyncGenerator<NamedFinding> {
  yield* checkSource(context, signal);
  yield* checkControl(context, signal);
  yield* checkDestination(context, signal);
  yield* checkClocks(context, signal);
  yield checkPlan(context);
}
