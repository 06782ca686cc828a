import type { Draft } from "./draft.ts";
import type { Parameter } from "./read-parameters.ts";

/** A job of OssImport and what is being made of it. */
export interface Job {
  /** What lines about the whole file begin with. */
  readonly file: string;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly draft: Draft;
}

/** The parameter, if it is there and not empty. OssImport wants lines left empty instead of deleted. */
export function given({ parameters }: Job, name: string): Parameter | undefined {
  const parameter = parameters.get(name);
  return parameter === undefined || parameter.value === "" ? undefined : parameter;
}

/** The same, and a problem when there is none. */
export function needed(job: Job, name: string, meaning: string): Parameter | undefined {
  const parameter = given(job, name);
  if (parameter === undefined) job.draft.missing(job.file, name, meaning);
  return parameter;
}
