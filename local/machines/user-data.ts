import { gunzipSync } from "node:zlib";
import { parse } from "yaml";

/** A command as cloud-config has it: a line for the shell, or words to be quoted. */
export type Command = string | readonly string[];

interface FileToWrite {
  readonly path: string;
  readonly content: Buffer;
  readonly mode: number;
  readonly append: boolean;
}

/** The part of a cloud-config that an instance without cloud-init can do. */
export interface UserData {
  /** Run at every boot, before the files are written. */
  readonly bootCommands: readonly Command[];
  readonly files: readonly FileToWrite[];
  /** Run once, at the end of the first boot. */
  readonly runCommands: readonly Command[];
  /** Sections that are there and are not done. */
  readonly ignored: readonly string[];
}

export class UserDataError extends Error {
  override readonly name = "UserDataError";
}

/** The bytes that ECS gets: what is not Base64 is taken for the text itself, as by the real provider. */
export function userDataBytes(given: string): Buffer {
  const isBase64 = given.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/u.test(given);
  return Buffer.from(given, isBase64 ? "base64" : "utf8");
}

/** The text as the instance reads it: gzip off. */
export function userDataText(given: string): string {
  const bytes = userDataBytes(given);
  const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (zipped ? gunzipSync(bytes) : bytes).toString("utf8");
}

/** Understands `#cloud-config` and scripts (`#!`), like cloud-init; throws `UserDataError`. */
export function parseUserData(text: string): UserData {
  const none = { bootCommands: [], files: [], runCommands: [], ignored: [] };
  if (text.startsWith("#!")) {
    const path = "/var/lib/cloud/instance/scripts/part-001";
    const file = { path, content: Buffer.from(text), mode: 0o700, append: false };
    return { ...none, files: [file], runCommands: [[path]] };
  }
  if (!text.startsWith("#cloud-config")) {
    throw new UserDataError("User data begins neither with #cloud-config nor with #!");
  }
  const document: unknown = parse(text);
  if (document === null) return none;
  if (typeof document !== "object" || Array.isArray(document)) {
    throw new UserDataError("The cloud-config is not a mapping");
  }
  const { bootcmd = [], write_files = [], runcmd = [], ...others } = document as Record<string, unknown>;
  return {
    bootCommands: commandsOf("bootcmd", bootcmd),
    files: listOf("write_files", write_files).map(fileOf),
    runCommands: commandsOf("runcmd", runcmd),
    ignored: Object.keys(others),
  };
}

/**
 * A shell script that is to the commands what init is to a machine: runs them in order, one that fails does not
 * stop the next one, and stays when they have ended. SIGTERM goes on to the command that runs, once and to nothing
 * below it, as systemd does it; then the script ends.
 */
export function initScript(commands: readonly Command[]): string {
  const lines = commands.map((command) => {
    const words = typeof command === "string" ? ["sh", "-c", command] : command;
    return `run ${words.map(quote).join(" ")}`;
  });
  return `#!/bin/sh
current=
trap 'stopping=1; [ -z "$current" ] || kill -TERM "$current"' TERM
run() {
  [ -z "$stopping" ] || return 0
  "$@" &
  current=$!
  wait "$current"
  # A signal has ended the waiting, not the command.
  [ -z "$stopping" ] || wait "$current"
  current=
}
${lines.join("\n")}
run sleep 2147483647
`;
}

function commandsOf(section: string, value: unknown): readonly Command[] {
  return listOf(section, value).map((command) => {
    if (typeof command === "string") return command;
    return listOf(section, command).map(String);
  });
}

function listOf(section: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new UserDataError(`${section} is not a list`);
}

function fileOf(value: unknown): FileToWrite {
  const {
    path,
    content = "",
    encoding,
    permissions = "0644",
    append = false,
  } = value as Record<string, unknown>;
  if (typeof path !== "string" || !path.startsWith("/")) {
    throw new UserDataError(`write_files needs an absolute path, got ${JSON.stringify(path)}`);
  }
  if (typeof permissions !== "string") {
    // YAML reads 0755 without quotes as a number, and not the one that was meant.
    throw new UserDataError(`The permissions of ${path} need quotes`);
  }
  return {
    path,
    content: contentOf(String(content), typeof encoding === "string" ? encoding : "text/plain"),
    mode: Number.parseInt(permissions, 8),
    append: append === true,
  };
}

function contentOf(content: string, encoding: string): Buffer {
  switch (encoding) {
    case "text/plain":
      return Buffer.from(content, "utf8");
    case "b64":
    case "base64":
      return Buffer.from(content, "base64");
    case "gz+b64":
    case "gz+base64":
    case "gzip+b64":
    case "gzip+base64":
      return gunzipSync(Buffer.from(content, "base64"));
    default:
      throw new UserDataError(`write_files does not know the encoding ${encoding}`);
  }
}

function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
