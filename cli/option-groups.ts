import type { VariableName } from "../core/protocol/environment.ts";

/** Headings of the help, each with how the names below it begin behind `OSS_FERRY_`; the first that fits holds. */
const GROUPS: readonly (readonly [heading: string, beginnings: RegExp])[] = [
  ["The source", /^SOURCE_/u],
  ["The destination and the control bucket", /^(?:DESTINATION|CONTROL|OSS)_/u],
  ["What is copied", /^(?:SRC_|DEST_|OVERWRITE|INCLUDE|EXCLUDE|MIN_|MAX_|IMPORT_|MODIFIED_|SAMPLE_|ALLOW_)/u],
  ["How it arrives", /^(?:TAGS|STORAGE_|UNMAPPABLE_|ARCHIVED|RESTORE_|SERVER_)/u],
  ["This worker", /^(?:WORKER_|DRAIN_|GIVE_|LOG_)/u],
];

/** The heading below which the help shows a setting. */
export function groupOf(variable: VariableName): string {
  const name = variable.slice("OSS_FERRY_".length);
  return `${GROUPS.find(([, beginnings]) => beginnings.test(name))?.[0] ?? "The job"}:`;
}

/** What the help calls a value, by how the names of settings end. */
const VALUES: readonly (readonly [string, RegExp])[] = [
  ["id", /_JOB_ID$/u],
  ["bucket", /_BUCKET$/u],
  ["region", /_REGION$/u],
  ["url", /_ENDPOINT$/u],
  ["prefix", /_PREFIX$/u],
  ["globs", /_(?:IN|EX)CLUDE$/u],
  ["size", /_(?:SIZE|SIZE_LIMIT|BYTES|BYTES_IN_FLIGHT|THROUGHPUT)$/u],
  ["time", /_(?:IMPORT_SINCE|MODIFIED_BEFORE|UNTIL)$/u],
  ["seconds", /_SECONDS$/u],
  ["days", /_DAYS$/u],
  ["count", /_(?:OBJECTS|COUNT_LIMIT|THREAD_NUM|SMALL_ENOUGH|DELETES)$/u],
];

/** What the help calls the value of a setting, for instance `bucket`; `name` where one of a few words is meant. */
export function valueOf(variable: VariableName): string {
  return VALUES.find(([, endings]) => endings.test(variable))?.[0] ?? "name";
}
