/** One line of `job.cfg` or `sys.properties`. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
  /** Where it stands, for people: `job.cfg:12`. */
  readonly place: string;
}

/** The parameters of one file, in its order; of a name that is there twice, the last counts, as for OssImport. */
export interface ParameterFile {
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** Names that are there more than once. */
  readonly repeated: readonly Parameter[];
  /** Lines that are no parameters. They are named by their place alone, for they might hold a key. */
  readonly problems: readonly string[];
}

/** Reads `name=value` lines; `#` and `!` begin comments. `file` is what the places call it. */
export function readParameters(text: string, file: string): ParameterFile {
  const parameters = new Map<string, Parameter>();
  const repeated: Parameter[] = [];
  const problems: string[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/u, "")
    .split(/\r\n|\r|\n/u)
    .entries()) {
    const place = `${file}:${index + 1}`;
    const trimmed = line.trim();
    if (trimmed === "" || /^[#!]/u.test(trimmed)) continue;
    const equals = trimmed.indexOf("=");
    if (equals < 1) {
      problems.push(`${place}: is not a parameter; each line is name=value, a comment after #, or empty`);
      continue;
    }
    const parameter = {
      name: trimmed.slice(0, equals).trim(),
      value: trimmed.slice(equals + 1).trim(),
      place,
    };
    if (parameters.has(parameter.name)) repeated.push(parameter);
    parameters.set(parameter.name, parameter);
  }
  return { parameters, repeated, problems };
}
