import type { NamedFinding } from "../checks/finding.ts";
import { findingOf } from "../checks/finding.ts";
import type { CutoverContext, Gate } from "./gate.ts";
import { canary } from "./gates/canary.ts";
import { lifecycle, overwriteProtection, versioning } from "./gates/destination-settings.ts";
import { failures, foreignWrites } from "./gates/outcomes.ts";
import { lastJob, recent, small } from "./gates/last-job.ts";
import { deletes, headAndList, mirrorLimits, mirrorRules } from "./gates/mirror-rules.ts";
import { lateWriters, openUploads } from "./gates/late-writers.ts";

/**
 * The gates between the last delta and the switch, in the order in which they are told. Each file in `gates/` has
 * the gates of one subject; docs/migration-guide.md says which hazard each of them stands against.
 */
const GATES: readonly Gate[] = [
  lastJob,
  small,
  recent,
  failures,
  foreignWrites,
  mirrorRules,
  canary,
  mirrorLimits,
  headAndList,
  deletes,
  versioning,
  lifecycle,
  overwriteProtection,
  openUploads,
  lateWriters,
];

/**
 * Goes through all gates. It is a go when none of them fails. Nothing is written anywhere, except that a canary is
 * fetched by the rule as any reader's GET would make it be. Rejects where no gate could be asked at all.
 */
export async function checkCutover(
  context: CutoverContext,
  signal: AbortSignal,
): Promise<{ readonly go: boolean; readonly findings: readonly NamedFinding[] }> {
  const findings: NamedFinding[] = [];
  for (const { name, ask } of GATES) {
    signal.throwIfAborted();
    const answer = await ask(context, signal).catch((error: unknown) => {
      signal.throwIfAborted();
      return findingOf(error, "warn");
    });
    if (answer !== undefined) findings.push({ name, ...answer });
  }
  return { go: findings.every(({ verdict }) => verdict !== "fail"), findings };
}
