import type { ByteRange, SourceBody } from "../../storage/ports.ts";
import type { CopyAttempt } from "./copy-attempt.ts";
import { openVersion } from "./open-version.ts";
import { relayBody, type Relay, type RelayChecks } from "./relay-body.ts";

/** An opened source whose body is to be passed on. */
export interface OpenRelay {
  readonly source: SourceBody;
  /** Sets the body going once its reader asks for it; call at most once. */
  readonly relay: (checks: RelayChecks) => Relay;
}

/**
 * Lends two blocks, opens the attempt's version or a range of it, and lets `use` pass the body on. When `use` has
 * failed, the source's connection is closed, and nothing reads from it any more when this rejects.
 */
export async function withRelay<Result>(
  attempt: CopyAttempt,
  signal: AbortSignal,
  range: ByteRange | undefined,
  use: (open: OpenRelay) => Promise<Result>,
): Promise<Result> {
  const { memory, options } = attempt.run.context;
  const sizeBytes = range === undefined ? attempt.version.sizeBytes : range.end - range.start + 1;
  const blockBytes = Math.min(options.blockBytes, sizeBytes);
  const loan = await memory.lend([blockBytes, blockBytes], signal);
  const stop = new AbortController();
  let relay: Relay | undefined;
  try {
    const source = await openVersion(attempt, AbortSignal.any([signal, stop.signal]), range);
    try {
      return await use({
        source,
        relay: (checks) => (relay = relayBody(source, sizeBytes, loan.buffers, checks)),
      });
    } catch (error) {
      if (relay?.ended === undefined) source.discard();
      stop.abort(error);
      await relay?.ended?.catch(() => undefined);
      throw error;
    }
  } finally {
    loan.giveBack();
  }
}
