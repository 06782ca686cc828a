/** Where two values of JSON first differ, as `path (theirs, not mine)`; undefined when they are the same. */
export function firstDifference(mine: unknown, theirs: unknown, path: string): string | undefined {
  if (isRecord(mine) && isRecord(theirs)) {
    for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
      const difference = firstDifference(mine[name], theirs[name], path === "" ? name : `${path}.${name}`);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }
  return mine === theirs ? undefined : `${path} (${JSON.stringify(theirs)}, not ${JSON.stringify(mine)})`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
