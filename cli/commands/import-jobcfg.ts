import { readFile, writeFile } from "node:fs/promises";
import { Command } from "commander";
import { FerryError } from "../../core/errors.ts";
import { EXIT } from "../../core/exit-codes.ts";
import { convertJob, type OssImportFile } from "../../core/ossimport/convert-job.ts";
import { CliEnd, type CliSurroundings } from "../surroundings.ts";

interface ImportOptions {
  readonly sysProperties?: string;
  readonly output?: string;
}

const EXAMPLES = `
Examples:
  oss-ferry import-jobcfg conf/local_job.cfg                          look at it
  oss-ferry import-jobcfg job.cfg --sys-properties conf/sys.properties --output migration.yaml`;

/** `oss-ferry import-jobcfg`: the way from OssImport to a `migration.yaml`. */
export function importJobcfgCommand({ stdout, stderr }: CliSurroundings): Command {
  return new Command("import-jobcfg")
    .description(
      "Turn a job.cfg of OssImport into a migration.yaml that says for each parameter what became of it. " +
        "Keys are never copied; docs/ossimport.md has every parameter.",
    )
    .argument("<file>", "job.cfg or local_job.cfg")
    .option("--sys-properties <file>", "OssImport's sys.properties, for what it says about workers")
    .option("--output <file>", "write this file instead of standard output; it must not be there yet")
    .addHelpText("after", EXAMPLES)
    .action(async (file: string, { sysProperties, output }: ImportOptions) => {
      const job = await readOssImportFile(file);
      const system = sysProperties === undefined ? undefined : await readOssImportFile(sysProperties);
      const conversion = convertJob(job, system);
      const said = conversion.ok ? conversion.warnings : conversion.problems;
      for (const line of said) stderr.write(`${line}\n`);
      if (!conversion.ok) throw new CliEnd(EXIT.usage);
      if (output === undefined) stdout.write(conversion.text);
      else await writeNew(output, conversion.text);
      stderr.write("No key was copied: give the source's to the fleets with `oss-ferry credentials set`.\n");
    });
}

async function readOssImportFile(name: string): Promise<OssImportFile> {
  try {
    return { name, text: await readFile(name, "utf8") };
  } catch (error) {
    throw new FerryError("USAGE", `${name}: cannot be read (${reasonOf(error)}); name a file of OssImport`);
  }
}

async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: "wx" });
  } catch (error) {
    const reason = reasonOf(error);
    const what = reason === "EEXIST" ? "is there already" : `cannot be written (${reason})`;
    throw new FerryError("USAGE", `--output: ${file} ${what}; name another file`);
  }
}

function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
