/** The head of an HTTP/1.1 response. */
export interface ResponseHead {
  readonly status: number;
  /** Lower-case names; values as Latin-1, that is byte by byte; repeated headers joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** Length of the body, where it was announced. */
  readonly contentLength: number | undefined;
}

export interface ResponseListener {
  head(head: ResponseHead): void;
  /** A piece of the body, without its framing. */
  body(piece: Buffer): void;
}

/** What came is not HTTP/1.1 as this client speaks it. */
export class MalformedResponseError extends Error {}

const MAX_HEAD_BYTES = 64 * 1024;
const MAX_LINE_BYTES = 1024;
const LINE_FEED = 0x0a;

type State = "head" | "length" | "untilClose" | "chunkSize" | "chunkData" | "chunkEnd" | "trailer" | "done";

/** Takes one response apart as its bytes come (RFC 9112 sections 4 to 7); interim 1xx answers are passed over. */
export class ResponseParser {
  readonly #listener: ResponseListener;
  readonly #bodyless: boolean;
  #state: State = "head";
  #head: Buffer | undefined;
  #line = "";
  #remaining = 0;
  #keepAlive = true;
  #chunked = false;

  /** `method` of the request: the answer to HEAD has no body whatever its head says. */
  constructor(method: string, listener: ResponseListener) {
    this.#bodyless = method === "HEAD";
    this.#listener = listener;
  }

  /** Whether the whole response has been seen. */
  get done(): boolean {
    return this.#state === "done";
  }

  /** Whether one chunk of input may hold several pieces of the body. */
  get chunked(): boolean {
    return this.#chunked;
  }

  /** Whether the connection may carry another request once this response is done. */
  get keepAlive(): boolean {
    return this.#keepAlive;
  }

  /** Throws MalformedResponseError on anything this client does not understand. */
  feed(input: Buffer): void {
    let rest = input;
    while (rest.length > 0) {
      if (this.#state === "done") {
        this.#keepAlive = false;
        return;
      }
      rest = this.#step(this.#state, rest);
    }
  }

  /** The connection has ended. Returns whether the response is whole. */
  end(): boolean {
    this.#keepAlive = false;
    if (this.#state === "untilClose") this.#state = "done";
    return this.done;
  }

  #step(state: Exclude<State, "done">, input: Buffer): Buffer {
    switch (state) {
      case "head":
        return this.#readHead(input);
      case "length":
        return this.#readData(input, "done");
      case "untilClose":
        this.#listener.body(input);
        return input.subarray(input.length);
      case "chunkData":
        return this.#readData(input, "chunkEnd");
      case "chunkSize":
      case "chunkEnd":
      case "trailer":
        return this.#readLine(state, input);
    }
  }

  #readHead(input: Buffer): Buffer {
    const seen = this.#head === undefined ? input : Buffer.concat([this.#head, input]);
    const end = seen.indexOf("\r\n\r\n", 0, "latin1");
    if (end === -1) {
      if (seen.length > MAX_HEAD_BYTES) throw new MalformedResponseError("the response head is too long");
      this.#head = Buffer.from(seen);
      return input.subarray(input.length);
    }
    this.#head = undefined;
    this.#startResponse(seen.toString("latin1", 0, end));
    return seen.subarray(end + 4);
  }

  #startResponse(text: string): void {
    const lines = text.split("\r\n");
    const [, minor, status] = /^HTTP\/1\.([01]) ([1-9]\d\d)(?: |$)/u.exec(lines[0] ?? "") ?? [];
    if (status === undefined) throw new MalformedResponseError("the answer does not begin like HTTP/1.1");
    const code = Number(status);
    if (code === 101) throw new MalformedResponseError("the answer is in another protocol");
    if (code < 200) return;
    const headers = parseHeaders(lines);
    const framing = framingOf(headers, this.#bodyless || code === 204 || code === 304);
    this.#state = framing.state;
    this.#remaining = framing.length;
    this.#chunked = framing.state === "chunkSize";
    const connection = headers["connection"]?.toLowerCase() ?? "";
    this.#keepAlive = minor === "1" && framing.state !== "untilClose" && !connection.includes("close");
    this.#listener.head({ status: code, headers, contentLength: contentLengthOf(headers) });
  }

  #readData(input: Buffer, next: State): Buffer {
    const length = Math.min(input.length, this.#remaining);
    this.#remaining -= length;
    if (this.#remaining === 0) this.#state = next;
    this.#listener.body(length === input.length ? input : input.subarray(0, length));
    return input.subarray(length);
  }

  #readLine(state: "chunkSize" | "chunkEnd" | "trailer", input: Buffer): Buffer {
    const end = input.indexOf(LINE_FEED);
    this.#line += input.toString("latin1", 0, end === -1 ? input.length : end);
    if (this.#line.length > MAX_LINE_BYTES) throw new MalformedResponseError("a chunk header is too long");
    if (end === -1) return input.subarray(input.length);
    const line = this.#line.endsWith("\r") ? this.#line.slice(0, -1) : this.#line;
    this.#line = "";
    if (state === "chunkSize") this.#startChunk(line);
    else if (state === "trailer") this.#state = line === "" ? "done" : "trailer";
    else if (line === "") this.#state = "chunkSize";
    else throw new MalformedResponseError("a chunk is longer than its header says");
    return input.subarray(end + 1);
  }

  #startChunk(line: string): void {
    const [size] = /^[0-9a-f]{1,12}(?=$|[;\s])/iu.exec(line) ?? [];
    if (size === undefined) throw new MalformedResponseError("a chunk has no size");
    this.#remaining = Number.parseInt(size, 16);
    this.#state = this.#remaining === 0 ? "trailer" : "chunkData";
  }
}

function parseHeaders(lines: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const colon = line.indexOf(":");
    if (colon < 1) throw new MalformedResponseError("a header line has no name");
    const name = lowerCaseName(line.slice(0, colon));
    const value = line.slice(colon + 1).trim();
    const before = headers[name];
    headers[name] = before === undefined ? value : `${before}, ${value}`;
  }
  return headers;
}

/** Services use the same few names again and again; beyond these many they are those of users' metadata. */
const MAX_KNOWN_NAMES = 256;
const knownNames = new Map<string, string>();

function lowerCaseName(name: string): string {
  const known = knownNames.get(name);
  if (known !== undefined) return known;
  const lower = name.toLowerCase();
  if (knownNames.size < MAX_KNOWN_NAMES) knownNames.set(name, lower);
  return lower;
}

function framingOf(headers: Record<string, string>, bodyless: boolean): { state: State; length: number } {
  if (bodyless) return { state: "done", length: 0 };
  const encoding = headers["transfer-encoding"]?.toLowerCase();
  if (encoding === "chunked") return { state: "chunkSize", length: 0 };
  if (encoding !== undefined && encoding !== "identity") {
    throw new MalformedResponseError(`the transfer encoding ${encoding} is not understood`);
  }
  const length = contentLengthOf(headers);
  if (length === undefined) return { state: "untilClose", length: 0 };
  return { state: length === 0 ? "done" : "length", length };
}

function contentLengthOf(headers: Record<string, string>): number | undefined {
  const text = headers["content-length"];
  if (text === undefined) return undefined;
  const length = Number(text);
  if (!/^\d+$/u.test(text) || !Number.isSafeInteger(length)) {
    throw new MalformedResponseError("the Content-Length is not a number");
  }
  return length;
}
