import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

/** Satisfies the constraint of the bindings, and no release of the real provider has it. */
export const LOCAL_PROVIDER_VERSION = "1.999.0";

const ADDRESS = "registry.terraform.io/aliyun/alicloud";
const OPERATING_SYSTEMS: Readonly<Record<string, string>> = { win32: "windows" };
const ARCHITECTURES: Readonly<Record<string, string>> = { x64: "amd64", ia32: "386" };

export interface LocalProvider {
  /** What `terraform` and `cdktf` need in their environment to use the local provider, and only that. */
  readonly environment: Readonly<Record<string, string>>;
  readonly mirror: string;
}

export interface LocalProviderOptions {
  /** The admin endpoint of the local cloud whose account is managed. */
  readonly cloudEndpoint: string;
  /** The platform Terraform runs on; default: this process's. */
  readonly platform?: { readonly system: string; readonly architecture: string };
}

/**
 * Lays out, below `directory`, a mirror with nothing but the local provider and a Terraform CLI configuration
 * that installs from it and from nowhere else. Writes nothing anywhere else, and neither do Terraform and the
 * CDKTF CLI outside their working directory, given the environment: no registry, no checkpoint, no shared
 * plugin cache. Installing again gives the same bytes, so that lock files keep fitting.
 */
export async function installLocalProvider(
  directory: string,
  { cloudEndpoint, platform }: LocalProviderOptions,
): Promise<LocalProvider> {
  const { system, architecture } = platform ?? { system: process.platform, architecture: process.arch };
  const target = `${OPERATING_SYSTEMS[system] ?? system}_${ARCHITECTURES[architecture] ?? architecture}`;
  const mirror = resolve(directory, "mirror");
  const folder = join(mirror, ADDRESS, LOCAL_PROVIDER_VERSION, target);
  // Whatever an older one has left would change the checksum.
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const executable = join(folder, `terraform-provider-alicloud_v${LOCAL_PROVIDER_VERSION}`);
  await writeFile(executable, launcher(resolve(directory, "compile-cache")));
  await chmod(executable, 0o755);
  const configuration = resolve(directory, "terraform.rc");
  await writeFile(configuration, cliConfiguration(mirror));
  return {
    mirror,
    environment: {
      FERRY_LOCAL_CLOUD: cloudEndpoint,
      TF_CLI_CONFIG_FILE: configuration,
      TF_IN_AUTOMATION: "1",
      CHECKPOINT_DISABLE: "1",
      CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1",
      DISABLE_VERSION_CHECK: "1",
      // Terraform takes an empty value for none: what the user has set must not apply here.
      TF_PLUGIN_CACHE_DIR: "",
      TF_REATTACH_PROVIDERS: "",
    },
  };
}

/** Terraform starts the plugin several times for each command: with the cache that takes a third of the time. */
function launcher(compileCache: string): string {
  const [node, plugin, cache] = [process.execPath, join(import.meta.dirname, "main.ts"), compileCache].map(
    quote,
  );
  return `#!/bin/sh\nNODE_COMPILE_CACHE=${cache ?? ""} exec ${node ?? ""} ${plugin ?? ""}\n`;
}

function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

function cliConfiguration(mirror: string): string {
  return `disable_checkpoint = true
provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(mirror)}
    include = ["registry.terraform.io/*/*"]
  }
}
`;
}
