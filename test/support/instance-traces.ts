import { readdirSync, readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The texts of all files below a directory whose path fits, by their paths in it. */
export async function filesBelow(directory: string, fits: RegExp): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const texts = new Map<string, string>();
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !fits.test(path)) continue;
    texts.set(path.slice(directory.length + 1), await readFile(path, "latin1"));
  }
  return texts;
}

/** Command line and environment of every process of a group; none where there is no /proc. */
export function processesOf(group: number): ReadonlyMap<string, readonly string[]> {
  if (process.platform !== "linux") return new Map();
  const ids = readdirSync("/proc").filter((name) => /^\d+$/u.test(name));
  return new Map(ids.flatMap((id) => describeProcess(id, group)));
}

function describeProcess(id: string, group: number): readonly (readonly [string, readonly string[]])[] {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, "utf8");
    // Behind the command's name, which may hold anything: state, parent, group.
    const [, , itsGroup] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (Number(itsGroup) !== group) return [];
    const [command = [], environment = []] = ["cmdline", "environ"].map((name) =>
      readFileSync(`/proc/${id}/${name}`, "utf8").split("\0").filter(Boolean),
    );
    return [[command.join(" "), [...command, ...environment]]];
  } catch {
    // It has ended since /proc was listed.
    return [];
  }
}
