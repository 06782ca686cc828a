import { Document, isCollection, isNode } from "yaml";
import type { Parameter } from "./read-parameters.ts";

type Value = string | number | boolean | readonly string[];

interface Setting {
  readonly path: readonly string[];
  readonly value: Value;
  readonly remark: string;
}

/** The order of `migration.yaml`. */
const SECTIONS = [
  "name",
  "region",
  "source",
  "destination",
  "control",
  "srcPrefix",
  "destPrefix",
  "copy",
  "worker",
  "network",
  "instances",
  "phases",
];

/** A `migration.yaml` that is being written: settings, what is to be said about the rest, and what is wrong. */
export class Draft {
  readonly #settings: Setting[] = [];
  readonly #notes: string[] = [];
  readonly #problems: string[] = [];

  get problems(): readonly string[] {
    return this.#problems;
  }

  /** A setting, and where it comes from or what to know about it. */
  set(path: string, value: Value, remark: string): void {
    this.#settings.push({ path: path.split("."), value, remark });
  }

  /** What became of a parameter that is no setting. */
  note(name: string, sentence: string): void {
    this.#notes.push(`${name}: ${sentence}`);
  }

  /** A parameter that cannot be converted. */
  refuse({ place, name }: Parameter, sentence: string): void {
    this.#problems.push(`${place}: ${name} ${sentence}`);
  }

  /** A parameter that is not there. */
  missing(file: string, name: string, sentence: string): void {
    this.#problems.push(`${file}: ${name} is missing: ${sentence}`);
  }

  /** The text of the file, `head` above it. */
  text(head: string): string {
    const ordered = SECTIONS.flatMap((section) => this.#settings.filter(({ path }) => path[0] === section));
    const document = new Document({});
    for (const { path, value, remark } of ordered) {
      document.setIn(path, document.createNode(value));
      const node = document.getIn(path, true);
      if (!isNode(node)) continue;
      node.comment = ` ${remark}`;
      if (isCollection(node)) node.flow = true;
    }
    document.commentBefore = lines(head);
    document.comment = lines(
      ["What is not a setting, each parameter with what became of it:", "", ...this.#notes].join("\n"),
    );
    return document.toString({ lineWidth: 0 });
  }
}

function lines(text: string): string {
  return text.replaceAll(/^(?=.)/gmu, " ");
}
