import { isMap, isNode, isScalar, LineCounter, type Document, parseDocument } from "yaml";
import { type Migration, migrationSchema } from "./migration-schema.ts";
import { describeIssue, type Problem } from "./describe-issue.ts";

/** A migration, or what is wrong with it: one line for each mistake, with file and line. */
export type ReadMigration =
  | { readonly ok: true; readonly migration: Migration }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the text of a `migration.yaml`; `file` is what the lines call it. */
export function readMigration(text: string, file: string): ReadMigration {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): string => `${file}:${lines.linePos(offset).line}`;
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ pos, message }) => `${at(pos[0])}: ${firstLine(message)}`);
    return { ok: false, problems };
  }
  const value: unknown = document.toJS();
  if (!isMap(document.contents)) {
    return {
      ok: false,
      problems: [`${file}:1: must be a map of settings; examples/ has some to begin with`],
    };
  }
  const parsed = migrationSchema.safeParse(value);
  if (parsed.success) return { ok: true, migration: parsed.data };
  const problems = parsed.error.issues
    .flatMap((issue) => describeIssue(issue, value))
    .map((problem) => ({ offset: offsetOf(document, problem), problem }))
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, problem }) => `${at(offset)}: ${label(problem)}`);
  return { ok: false, problems };
}

function label({ path, sentence }: Problem): string {
  return path.length === 0 ? sentence : `${path.map(String).join(".")} ${sentence}`;
}

/** Where the setting begins: its key, else the innermost map around the place where it should be. */
function offsetOf(document: Document, { path }: Problem): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
    const name = path[depth - 1];
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(name))
      : undefined;
    const node = pair?.key ?? document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? text;
}
