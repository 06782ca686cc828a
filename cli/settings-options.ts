import { Option } from "commander";
import { EXIT } from "../core/exit-codes.ts";
import {
  ENVIRONMENT,
  flag,
  readSettings,
  type Settings,
  type VariableName,
} from "../core/protocol/environment.ts";
import { groupOf, valueOf } from "./option-groups.ts";
import { CliEnd, type CliSurroundings } from "./surroundings.ts";

const PREFIX = "OSS_FERRY_";

/** Settings that only a machine of a fleet has use for. */
const FLEET_ONLY: ReadonlySet<string> = new Set(["OSS_FERRY_METADATA_ENDPOINT"]);

/** `OSS_FERRY_SOURCE_BUCKET` as an option: `--source-bucket`. */
function optionName(variable: VariableName): string {
  return `--${variable.slice(PREFIX.length).toLowerCase().replaceAll("_", "-")}`;
}

/** How options are shown. */
interface OptionsHelp {
  /** Behind the meaning, instead of `(required)` or the default. */
  readonly notes?: Readonly<Partial<Record<VariableName, string>>>;
  /** Whether there are so many of them that they need headings. */
  readonly grouped?: boolean;
}

/**
 * One option for each setting of the worker, from the same table, so that the two can't drift apart. `defaults`
 * replaces the worker's own defaults where a single machine wants others. A flag needs no value.
 */
export function settingsOptions(
  names: readonly VariableName[],
  defaults: Readonly<Partial<Record<VariableName, string>>>,
  { notes = {}, grouped = false }: OptionsHelp = {},
): Option[] {
  return names
    .filter((name) => !FLEET_ONLY.has(name))
    .map((name) => {
      const variable: { readonly meaning: string; readonly schema: unknown; readonly defaultText?: string } =
        ENVIRONMENT[name];
      const text = defaults[name] ?? variable.defaultText;
      const value = variable.schema === flag ? "[true|false]" : `<${valueOf(name)}>`;
      const option = new Option(
        `${optionName(name)} ${value}`,
        `${variable.meaning}${notes[name] ?? noteOf(name, text)}`,
      );
      return grouped ? option.helpGroup(groupOf(name)) : option;
    });
}

function noteOf(name: VariableName, text: string | undefined): string {
  if (text === undefined) return ENVIRONMENT[name].required ? " (required)" : "";
  return text === "" ? "" : ` (default: ${text})`;
}

/** All variables of the table, in its order. */
export const ALL_VARIABLES = Object.keys(ENVIRONMENT) as VariableName[];

/** Under which name the option of a setting is found: `sourceBucket`. */
export function optionKey(variable: VariableName): string {
  return optionName(variable)
    .slice(2)
    .replaceAll(/-([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());
}

/**
 * Settings from the options given and, for what they leave out, from the environment. Ends the program with one
 * line for each mistake, in the words of the option.
 */
export function settingsFrom(
  options: Readonly<Record<string, unknown>>,
  defaults: Readonly<Partial<Record<VariableName, string>>>,
  surroundings: CliSurroundings,
): Settings {
  const environment: Record<string, string | undefined> = { ...defaults };
  for (const [name, value] of Object.entries(surroundings.environment)) {
    if (name.startsWith(PREFIX) && value !== undefined && value !== "") environment[name] = value;
  }
  for (const name of ALL_VARIABLES) {
    const value = options[optionKey(name)];
    if (value === true) environment[name] = "true";
    if (typeof value === "string") environment[name] = value;
  }
  const read = readSettings(environment);
  if (read.ok) return read.settings;
  for (const problem of read.problems) surroundings.stderr.write(`${inOptionWords(problem)}\n`);
  throw new CliEnd(EXIT.usage);
}

function inOptionWords(problem: string): string {
  return problem.replace(/OSS_FERRY_[A-Z_]+/gu, (name) =>
    name in ENVIRONMENT ? `${optionName(name as VariableName)} (${name})` : name,
  );
}
