import type { ListedObject } from "../../core/object.ts";
import type { CopyAttempt } from "./copy-attempt.ts";
import { Judged, type Verdict } from "./object-trial.ts";

export type CurrentVersion =
  | { readonly kind: "found"; readonly version: ListedObject }
  | Extract<Verdict, { readonly kind: "vanished" | "failed" }>;

/**
 * Lists the attempt's object again, for it is no longer what it was. A listing, not a HEAD: it gives the same
 * fields as the first one, in the same precision.
 */
export async function findCurrentVersion(attempt: CopyAttempt): Promise<CurrentVersion> {
  const { run, trial, version } = attempt;
  try {
    const found = await trial.run(run.signal, () => listOne(attempt));
    return found === undefined ? { kind: "vanished" } : { kind: "found", version: found };
  } catch (error) {
    if (error instanceof Judged && error.verdict.kind === "failed") return error.verdict;
    if (error instanceof Judged) return { kind: "vanished" };
    throw error;
  }

  async function listOne({ run }: CopyAttempt): Promise<ListedObject | undefined> {
    await run.context.rate.mayBegin(1, run.signal);
    let continuationToken: string | undefined;
    do {
      const page = await run.context.source.list({
        prefix: version.key,
        maxKeys: 1,
        signal: run.signal,
        ...(continuationToken === undefined ? {} : { continuationToken }),
      });
      const first = page.objects[0];
      // The key itself comes before every other key that begins with it.
      if (first !== undefined) return first.key === version.key ? first : undefined;
      continuationToken = page.nextToken;
    } while (continuationToken !== undefined);
    return undefined;
  }
}
