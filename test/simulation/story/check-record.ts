import { heldVersionOf, type HeldVersion, type ObjectRecord } from "../../../core/outcome.ts";
import type { RecordCode } from "../../../core/record-codes.ts";
import { holdSame, type Version } from "./site.ts";
import { destinationKeyOf, type StoryJob, type StoryWorld } from "./story-world.ts";

/** What really was the case with one key while a job ran. */
interface Facts {
  readonly record: ObjectRecord;
  readonly base: ObjectRecord | undefined;
  readonly ours: HeldVersion | undefined;
  /** What source and destination held at one moment or another while the job ran. */
  readonly source: readonly Version[];
  readonly destination: readonly Version[];
  readonly destinationKey: string;
  readonly job: StoryJob;
  /** Whether requests failed, and whether workers died, now or ever before. */
  readonly hadTrouble: boolean;
  readonly hadDeaths: boolean;
  readonly pilotTo: number;
}

/** Compares a line of a ledger with what really happened. Returns what is wrong with it, in words. */
export function checkRecord(world: StoryWorld, job: StoryJob, record: ObjectRecord, to: number): string[] {
  const { key } = record;
  const base = job.base.get(key);
  const destinationKey = destinationKeyOf(job.spec, key);
  const facts: Facts = {
    record,
    base,
    ours: base === undefined ? undefined : heldVersionOf(base),
    source: world.source.during(key, job.from, to),
    destination: world.destination.during(destinationKey, job.from, to),
    destinationKey,
    job,
    hadTrouble: world.hadTrouble,
    hadDeaths: world.hadDeaths,
    pilotTo: world.pilotTo,
  };
  const problems = isCarriedOver(facts) ? [] : [...checkReason(facts), ...checkSame(facts)];
  const held = heldVersionOf(record);
  if (held !== undefined && !wasEverHeld(world, key, destinationKey, held)) {
    problems.push(`was never at the destination as ${held.destinationEtag}, nor ${held.sourceEtag} there`);
  }
  return problems.map((problem) => `${describe(record)} ${problem}`);
}

/** A line of the base that a job which follows its base alone only repeats. */
function isCarriedOver({ job, base, record }: Facts): boolean {
  const { kind } = job.spec.work;
  if (base === undefined) return false;
  if (kind === "redrive" && base.outcome !== "failed") return record.code === "NOT_CONCERNED" || isSame();
  if (kind === "prune" && base.code !== "SOURCE_GONE") return record.code === "NOT_CONCERNED" || isSame();
  return false;

  function isSame(): boolean {
    return JSON.stringify(base) === JSON.stringify(record);
  }
}

/** Where a record says that both ends are the same, they were, and the destination lacked nothing of it. */
function checkSame({ record, source, destination, job }: Facts): string[] {
  const isAudit = job.spec.work.kind === "audit";
  const { destinationEtag, sourceEtag, outcome } = record;
  if (destinationEtag === undefined || (outcome !== "copied" && outcome !== "skipped")) return [];
  const there = destination.filter(({ object }) => object?.etag === destinationEtag);
  const here = source.filter(({ object }) => object?.etag === sourceEtag);
  const isSame = there.some(({ object: copy, author, step }) =>
    here.some(({ object }) => {
      if (copy === undefined || object === undefined || !copy.bytes.equals(object.bytes)) return false;
      // Only what somebody put there for himself may have other metadata; an audit compares content.
      const isTheirs = author === "application" || author === "nobody";
      // What was deleted and mirrored while the base ran may be as old as its ledger says.
      const isEarly = author === "mirror" && step <= job.baseTo;
      return isTheirs || isEarly || isAudit || hasMetadata(copy, object);
    }),
  );
  return isSame ? [] : [`but source and destination never held the same then`];
}

function hasMetadata(copy: NonNullable<Version["object"]>, object: NonNullable<Version["object"]>): boolean {
  return Object.entries(object.metadata.user).every(([name, value]) => copy.metadata.user[name] === value);
}

/** What must be so for a record to have a code. */
const REASONS: Partial<Record<RecordCode, (facts: Facts) => boolean>> = {
  UNCHANGED: isInStep,
  SAME_CONTENT: isInStep,
  METADATA_REPAIRED: isInStep,
  AUDIT_SAME: isInStep,
  SOURCE_VANISHED: (facts) => facts.source.some(isAbsent),
  SOURCE_GONE: (facts) => facts.source.some(isAbsent),
  GONE_EVERYWHERE: ({ source, destination }) => source.some(isAbsent) && destination.some(isAbsent),
  DELETED: ({ source, destination }) => source.some(isAbsent) && destination.some(isAbsent),
  SOURCE_BACK: ({ source }) => source.some(isThere),
  SOURCE_ARCHIVED: ({ source }) => source.some(({ object }) => object?.storageClass === "GLACIER"),
  SOURCE_CHANGING: ({ source }) => source.length > 3,
  SOURCE_READ_FAILED: ({ hadTrouble }) => hadTrouble,
  DESTINATION_WRITE_FAILED: ({ hadTrouble }) => hadTrouble,
  DESTINATION_EXISTS: ({ destination, job }) => destination.some(isThere) && job.spec.overwrite === "never",
  DESTINATION_NOT_OLDER: ({ destination, job }) =>
    destination.some(isThere) && job.spec.overwrite === "if-newer",
  DESTINATION_NOT_OURS: (facts) => !isInBase(facts) && isSomebodyElses(facts),
  DESTINATION_TAKEN: isSomebodyElses,
  DESTINATION_CHANGED: (facts) => isInBase(facts) && isSomebodyElses(facts),
  BOTH_CHANGED: (facts) => isInBase(facts) && isSomebodyElses(facts) && isChangedAtSource(facts),
  DESTINATION_DELETED: ({ destination }) => destination.some(isAbsent),
  FILTERED_SIZE: ({ source, job }) =>
    source.some(({ object }) => (object?.bytes.length ?? 0) > (job.spec.filter.maxSizeBytes ?? Infinity)),
  KEY_LEADING_SLASH: ({ destinationKey }) => destinationKey.startsWith("/"),
  KEY_EMPTY: ({ destinationKey }) => destinationKey === "",
  KEY_NOT_UTF8: ({ destinationKey }) => !destinationKey.isWellFormed(),
  AUDIT_SAME_SIZE: ({ source, destination }) =>
    source.some((a) => destination.some((b) => a.object?.bytes.length === b.object?.bytes.length)),
  AUDIT_MISSING: ({ source, destination }) => source.some(isThere) && destination.some(isAbsent),
  // A source that has another version than we copied counts as different, until a delta has looked at it.
  AUDIT_DIFFERENT: (facts) =>
    isChangedAtSource(facts) ||
    facts.source.some((a) => facts.destination.some((b) => isThere(a) && isThere(b) && !holdSame(a, b))),
  AUDIT_EXTRA: ({ source, destination }) => source.some(isAbsent) && destination.some(isThere),
};

function checkReason(facts: Facts): string[] {
  const { outcome, code } = facts.record;
  if (code === undefined) return outcome === "copied" ? [] : ["has no code"];
  const reason = REASONS[code as RecordCode];
  if (reason === undefined) return ["has a code that this story never asked for"];
  return reason(facts) ? [] : ["is not what happened"];
}

function isInStep({ record }: Facts): boolean {
  return record.destinationEtag !== undefined;
}

function isInBase({ ours }: Facts): boolean {
  return ours !== undefined;
}

function isChangedAtSource({ source, ours }: Facts): boolean {
  return (
    ours !== undefined && source.some(({ object }) => object !== undefined && object.etag !== ours.sourceEtag)
  );
}

/**
 * Something that is not as our ledgers know it. It may be a copy of ours all the same, where a worker died before it
 * could be written down, or where the full copy did not see what a pilot had copied or was to let it be.
 */
function isSomebodyElses({ destination, ours, hadDeaths, pilotTo, job }: Facts): boolean {
  const isCareless = job.spec.overwrite === "never" || job.spec.overwrite === "if-newer";
  return destination.some(
    ({ object, author, step }) =>
      object !== undefined &&
      object.etag !== ours?.destinationEtag &&
      (author !== "ferry" || hadDeaths || step <= pilotTo || isCareless),
  );
}

/** Whether the destination once held this version, and with the bytes of the source's version that it stands for. */
function wasEverHeld(world: StoryWorld, key: string, destinationKey: string, held: HeldVersion): boolean {
  const copies = world.destination
    .ever(destinationKey)
    .filter(({ object }) => object?.etag === held.destinationEtag);
  if (held.sourceEtag === "") return copies.length > 0;
  const originals = world.source.ever(key).filter(({ object }) => object?.etag === held.sourceEtag);
  return copies.some((copy) => originals.some((original) => holdSame(copy, original)));
}

function isAbsent({ object }: Version): boolean {
  return object === undefined;
}

function isThere({ object }: Version): boolean {
  return object !== undefined;
}

function describe({ key, outcome, code }: ObjectRecord): string {
  return `${JSON.stringify(key)} ${outcome}${code === undefined ? "" : ` ${code}`}`;
}
