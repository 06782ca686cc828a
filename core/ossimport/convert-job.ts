import { closestName } from "../closest-name.ts";
import { convertPhases } from "./convert-phases.ts";
import { convertPlace } from "./convert-place.ts";
import { CONVERTERS } from "./convert-settings.ts";
import { Draft } from "./draft.ts";
import type { Job } from "./job.ts";
import { type Parameter, readParameters } from "./read-parameters.ts";
import { SECRETS, WITHOUT_COUNTERPART } from "./without-counterpart.ts";

/** A file of OssImport: what it is called, and its text. */
export interface OssImportFile {
  readonly name: string;
  readonly text: string;
}

/** The `migration.yaml` that does what a job of OssImport did, or one line for each reason why there is none. */
export type Conversion =
  | {
      readonly ok: true;
      readonly text: string;
      /** One line for each parameter that OssImport does not know either. */
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Parameters that are converted together with others. */
const JOINTLY: ReadonlySet<string> = new Set([
  "jobName",
  "jobType",
  "isIncremental",
  "incrementalModeInterval",
  "auditMode",
  "srcType",
  "srcDomain",
  "srcBucket",
  "srcPrefix",
  "appId",
  "destDomain",
  "destBucket",
  "destPrefix",
]);

/** Every parameter of OssImport: those of its files, its documentation and its samples. */
export const KNOWN_PARAMETERS: readonly string[] = [
  ...JOINTLY,
  ...Object.keys(CONVERTERS),
  ...Object.keys(WITHOUT_COUNTERPART),
  ...Object.keys(SECRETS),
];

/**
 * Converts `job.cfg` and, if there is one, `sys.properties`. The text says for each parameter what became of it;
 * no key, password or token is in it, nor in any warning or problem.
 */
export function convertJob(jobFile: OssImportFile, systemFile?: OssImportFile): Conversion {
  const files = [jobFile, ...(systemFile === undefined ? [] : [systemFile])].map(({ text, name }) =>
    readParameters(text, name),
  );
  const problems = files.flatMap((file) => file.problems);
  if (problems.length > 0) return { ok: false, problems };
  const parameters = new Map(files.flatMap((file) => [...file.parameters]));
  const job: Job = { file: jobFile.name, parameters, draft: new Draft() };
  convertPlace(job);
  convertPhases(job);
  const warnings = [...parameters.values()].flatMap((given) => convertOne(given, job));
  for (const { name, place } of files.flatMap((file) => file.repeated)) {
    job.draft.note(name, `is there more than once; the last one counts, as it did for OssImport (${place})`);
  }
  if (job.draft.problems.length > 0) return { ok: false, problems: job.draft.problems };
  return { ok: true, text: job.draft.text(head(jobFile, systemFile)), warnings };
}

function head(jobFile: OssImportFile, systemFile: OssImportFile | undefined): string {
  const from = systemFile === undefined ? jobFile.name : `${jobFile.name} and ${systemFile.name}`;
  return [
    `Made from ${from} by oss-ferry import-jobcfg.`,
    "What says CHOOSE is nothing that OssImport knew. docs/migration.md has every setting, docs/ossimport.md every",
    "parameter of OssImport.",
    "No key is in this file: `oss-ferry credentials set` gives the source's keys to the fleets.",
  ].join("\n");
}

/** What becomes of one parameter; the line of a warning when it is none of OssImport's. */
function convertOne(given: Parameter, job: Job): readonly string[] {
  const { name, place } = given;
  const { draft } = job;
  if (JOINTLY.has(name)) {
    if (given.value === "") draft.note(name, "empty, so the default holds");
    return [];
  }
  const convert = Object.hasOwn(CONVERTERS, name) ? CONVERTERS[name] : undefined;
  const why = Object.hasOwn(WITHOUT_COUNTERPART, name) ? WITHOUT_COUNTERPART[name] : undefined;
  const instead = Object.hasOwn(SECRETS, name) ? SECRETS[name] : undefined;
  if (convert !== undefined) convert(given, job);
  else if (why !== undefined) draft.note(name, `no counterpart: ${why}`);
  else if (instead !== undefined) draft.note(name, `not copied; ${instead}`);
  else {
    draft.note(name, `UNKNOWN: not a parameter of OssImport that oss-ferry knows (${place})`);
    const meant = closestName(name, KNOWN_PARAMETERS, Math.ceil(name.length / 3));
    return [
      `${place}: ${name} is not a known parameter of OssImport${meant === undefined ? "" : `; did you mean ${meant}?`}`,
    ];
  }
  return [];
}
