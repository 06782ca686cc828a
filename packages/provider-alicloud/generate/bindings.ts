import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { PROVIDER_ADDRESS, type ProviderSchema, VERSION_CONSTRAINT } from "../schema/provider-schema.ts";

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/**
 * Writes the typed bindings of the schema into `directory`, as a prebuilt provider ships them: `<resource>/index.js`
 * and `.d.ts`. What was there is replaced. The same schema gives the same bytes.
 */
export async function writeBindings(schema: ProviderSchema, directory: string): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), "bindings-"));
  try {
    await generateSources(schema, work);
    const compiled = await compile(work);
    await rm(directory, { recursive: true, force: true });
    await cp(compiled, directory, { recursive: true });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function generateSources(schema: ProviderSchema, work: string): Promise<void> {
  const {
    CodeMaker,
    TerraformProviderGenerator,
    ConstructsMakerProviderTarget,
    TerraformProviderConstraint,
  } = loadGenerator();
  const code = new CodeMaker();
  const generator = new TerraformProviderGenerator(code, {
    format_version: "1.0",
    // A copy, for the generator adds to it. No version: stacks would pin that one instead of the constraint.
    provider_schemas: { [PROVIDER_ADDRESS]: structuredClone(schema) },
  });
  const constraint = new TerraformProviderConstraint(`aliyun/alicloud@${VERSION_CONSTRAINT}`);
  generator.generate(new ConstructsMakerProviderTarget(constraint, "typescript"));
  await code.save(work);
}

async function compile(work: string): Promise<string> {
  const output = join(work, "lib");
  // The sources import cdktf and constructs, which are here and not there.
  await symlink(join(rootDirectory(), "node_modules"), join(work, "node_modules"));
  await writeFile(join(work, "package.json"), "{}");
  const options = {
    compilerOptions: {
      target: "es2022",
      module: "node20",
      declaration: true,
      strict: true,
      types: ["node"],
      skipLibCheck: true,
      rootDir: "providers/alicloud",
      outDir: output,
    },
    include: ["providers/alicloud/*/**/*.ts"],
  };
  await writeFile(join(work, "tsconfig.json"), JSON.stringify(options));
  await run(join(rootDirectory(), "node_modules", ".bin", "tsc"), ["-p", work]);
  // The bindings are CommonJS, as of a prebuilt provider; this package's own files are not.
  await writeFile(join(output, "package.json"), '{ "type": "commonjs" }\n');
  return output;
}

function rootDirectory(): string {
  return join(import.meta.dirname, "..", "..", "..");
}

/** Every file below the directory with its content, to compare two sets of bindings. */
export async function readBindings(directory: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(
    paths
      .sort()
      .map(async (path) => [path.slice(directory.length + 1), await readFile(path, "utf8")] as const),
  );
  return new Map(contents);
}

interface Generator {
  readonly CodeMaker: new () => { save(directory: string): Promise<unknown> };
  readonly TerraformProviderGenerator: new (
    code: unknown,
    schema: unknown,
  ) => { generate(target: unknown): void };
  readonly ConstructsMakerProviderTarget: new (constraint: unknown, language: "typescript") => unknown;
  readonly TerraformProviderConstraint: new (item: string) => unknown;
}

/** Past the package's entry point, which needs packages that it does not declare. */
function loadGenerator(): Generator {
  const path = "@cdktf/provider-generator/lib/get/generator/provider-generator";
  return {
    ...(require("codemaker") as Pick<Generator, "CodeMaker">),
    ...(require(path) as Pick<Generator, "TerraformProviderGenerator">),
    ...(require("@cdktf/commons") as Pick<
      Generator,
      "ConstructsMakerProviderTarget" | "TerraformProviderConstraint"
    >),
  };
}
