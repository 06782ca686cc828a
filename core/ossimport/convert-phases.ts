import { given, type Job } from "./job.ts";
import { isOn, wholeNumber } from "./parameter-values.ts";

const WORKERS = 2;
const WORKERS_REMARK = "CHOOSE: OssImport's conf/workers has one line for each; or volume and days";

/** What the migration is called, and the phases that do what the job did. */
export function convertPhases(job: Job): void {
  const { draft } = job;
  convertName(job);
  const type = given(job, "jobType");
  if (type !== undefined && type.value !== "import" && type.value !== "audit") {
    draft.refuse(type, "must be import or audit");
  } else if (type?.value === "audit") {
    addAudit(job);
  } else {
    addCopy(job, type === undefined ? "" : "jobType=import; ");
  }
}

function convertName(job: Job): void {
  const name = given(job, "jobName")?.value ?? "migration";
  const short = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replace(/^[^a-z]+/u, "")
    .slice(0, 24)
    .replace(/-+$/u, "");
  const isSame = short === name;
  const remark = isSame ? "jobName" : `jobName was ${JSON.stringify(name)}`;
  job.draft.set("name", short.length < 2 ? "migration" : short, remark);
}

function addAudit(job: Job): void {
  const { draft } = job;
  draft.set("phases.audit.workers", WORKERS, `jobType=audit; ${WORKERS_REMARK}`);
  const mode = given(job, "auditMode");
  if (mode?.value === "detailed") draft.set("phases.audit.content", true, "auditMode=detailed");
  else if (mode !== undefined) {
    draft.note("auditMode", "sizes and checksums are compared; phases.audit.content reads the bytes, too");
  }
  if (given(job, "isIncremental") !== undefined) {
    draft.note("isIncremental", "an audit has no rounds; run it again whenever you like");
  }
  if (given(job, "incrementalModeInterval") !== undefined) {
    draft.note("incrementalModeInterval", "an audit has no rounds");
  }
}

function addCopy(job: Job, from: string): void {
  const { draft } = job;
  draft.set("phases.full.workers", WORKERS, `${from}${WORKERS_REMARK}`);
  if (given(job, "auditMode") !== undefined) {
    draft.note(
      "auditMode",
      "every copy is verified by size and checksum; an `audit` phase compares both sides",
    );
  }
  const incremental = given(job, "isIncremental");
  if (incremental !== undefined && isOn(incremental, draft)) {
    addRounds(job);
    return;
  }
  if (incremental !== undefined) {
    draft.note(
      "isIncremental",
      "false, so there is one pass; a `delta-…` phase with `repeat` would have rounds",
    );
  }
  if (given(job, "incrementalModeInterval") !== undefined) {
    draft.note("incrementalModeInterval", "without isIncremental there are no rounds");
  }
}

/** The rounds after the first pass, which OssImport repeated until it was stopped. */
function addRounds(job: Job): void {
  const { draft } = job;
  draft.set("phases.delta-1.workers", WORKERS, "isIncremental=true; one fleet for all rounds");
  const interval = given(job, "incrementalModeInterval");
  const seconds = interval === undefined ? SAMPLE_INTERVAL : wholeNumber(interval, draft);
  if (interval !== undefined && seconds === 0) draft.refuse(interval, "must be at least 1 second");
  draft.set(
    "phases.delta-1.repeat.every",
    spanOf(seconds ?? SAMPLE_INTERVAL),
    `${interval === undefined ? "isIncremental without an interval, so that of OssImport's sample" : "incrementalModeInterval"}; CHOOSE until or smallEnough, or it goes on until it is destroyed`,
  );
}

/** The largest unit that leaves a whole number. */
function spanOf(seconds: number): string {
  const unit = UNITS.find(([, length]) => seconds % length === 0) ?? ["s", 1];
  return `${seconds / unit[1]} ${unit[0]}`;
}

/** What `incrementalModeInterval` is in OssImport's own files: a day. */
const SAMPLE_INTERVAL = 86_400;

const UNITS: readonly (readonly [string, number])[] = [
  ["d", 86_400],
  ["h", 3_600],
  ["min", 60],
  ["s", 1],
];
