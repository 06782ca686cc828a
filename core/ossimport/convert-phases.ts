import { given, type Job } from "./job.ts";
import { isOn } from "./parameter-values.ts";

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
  if (incremental === undefined) return;
  if (isOn(incremental, draft)) {
    draft.set(
      "phases.delta-1.workers",
      WORKERS,
      "isIncremental=true; each round is a phase: delta-1, delta-2, …",
    );
  } else {
    draft.note("isIncremental", "false, so there is one pass; `delta-…` phases would be the rounds");
  }
}
