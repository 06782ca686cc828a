import type { Job } from "./job.ts";
import { isOn, wholeNumber } from "./parameter-values.ts";
import type { Parameter } from "./read-parameters.ts";

/** Most objects in a partition. */
const MOST_OBJECTS = 50_000;
const MOST_THREADS = 1024;
/** The end of the year 9999; whoever writes more means milliseconds. */
const LAST_SECOND = 253_402_300_799;

/** Parameters that become settings, or say which setting they would be. */
export const CONVERTERS: Readonly<Record<string, (given: Parameter, job: Job) => void>> = {
  importSince: (given, { draft }) => {
    const seconds = wholeNumber(given, draft);
    if (seconds === undefined || seconds === 0) draft.note(given.name, "0, so everything is copied");
    else if (seconds > LAST_SECOND) draft.refuse(given, "must be a time in seconds since 1970");
    else draft.set("copy.importSince", utcTime(seconds), "importSince; every phase goes by it");
  },
  isSkipExistFile: (given, { draft, parameters }) => {
    if (parameters.get("jobType")?.value === "audit") {
      draft.note(given.name, "an audit changes nothing");
    } else if (isOn(given, draft)) {
      draft.set("copy.overwrite", "if-different", "isSkipExistFile=true");
    } else {
      draft.set(
        "copy.overwrite",
        "always",
        "isSkipExistFile=false; if-different copies less. A delta never replaces what others wrote, either way",
      );
    }
  },
  taskObjectCountLimit: (given, { draft }) => {
    const limit = wholeNumber(given, draft);
    if (limit === undefined || limit === 0) draft.note(given.name, "the default, 10,000");
    else {
      draft.set(
        "copy.taskObjectCountLimit",
        Math.min(limit, MOST_OBJECTS),
        limit > MOST_OBJECTS ? `taskObjectCountLimit, and ${MOST_OBJECTS} at most` : "taskObjectCountLimit",
      );
    }
  },
  taskObjectSizeLimit: (given, { draft }) => {
    const limit = wholeNumber(given, draft);
    if (limit === undefined || limit === 0) draft.note(given.name, "the default, 1 GiB");
    else draft.set("copy.taskObjectSizeLimit", sizeOf(limit), "taskObjectSizeLimit");
  },
  isServerSideEncryption: (given, { draft }) => {
    if (isOn(given, draft)) draft.set("copy.serverSideEncryption", "AES256", "isServerSideEncryption=true");
    else draft.note(given.name, "false, so the destination bucket's own setting holds");
  },
  workerTaskThreadNum: (given, { draft }) => {
    const threads = wholeNumber(given, draft);
    if (threads === undefined || threads === 0) draft.note(given.name, "the default, 128");
    else {
      draft.set(
        "worker.taskThreadNum",
        Math.min(threads, MOST_THREADS),
        "workerTaskThreadNum; an upper bound, the worker finds the right number below it",
      );
    }
  },
  "workerMaxThroughput(KB/s)": (given, { draft }) => {
    const kilobytes = wholeNumber(given, draft);
    if (kilobytes === undefined || kilobytes === 0) draft.note(given.name, "0, so a worker has no limit");
    else draft.set("worker.maxThroughput", sizeOf(kilobytes * 1000), given.name);
  },
};

function utcTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/u, "Z");
}

/** The largest unit that leaves a whole number. */
function sizeOf(bytes: number): string {
  const units = ["B", "KB", "MB", "GB", "TB"];
  let unit = 0;
  let amount = bytes;
  while (amount % 1000 === 0 && unit < units.length - 1) {
    amount /= 1000;
    unit++;
  }
  return `${amount} ${units[unit]}`;
}
