import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  MalformedResponseError,
  type ResponseHead,
  ResponseParser,
} from "../../../storage/http/response-parser.ts";

interface Seen {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly done: boolean;
  readonly keepAlive: boolean;
}

/** Feeds the bytes in pieces that end at `cuts`. */
function parse(bytes: string, cuts: readonly number[] = [], method = "GET"): Seen {
  let head: ResponseHead | undefined;
  let body = "";
  const parser = new ResponseParser(method, {
    head: (seen) => {
      head = seen;
    },
    body: (piece) => {
      body += piece.toString("latin1");
    },
  });
  const edges = [0, ...[...cuts].sort((a, b) => a - b), bytes.length];
  for (const [index, start] of edges.entries()) {
    const piece = Buffer.from(bytes.slice(start, edges[index + 1] ?? bytes.length), "latin1");
    parser.feed(piece);
    // The memory of a chunk is the connection's: it is overwritten by the next.
    piece.fill(0xff);
  }
  const { done, keepAlive } = parser;
  return { status: head?.status, headers: { ...head?.headers }, body, done, keepAlive };
}

const LENGTH = 'HTTP/1.1 200 OK\r\nContent-Length: 11\r\nETag: "a"\r\nX-A: 1\r\nx-a:2\r\n\r\nhello world';
const CHUNKED =
  "HTTP/1.1 206 Partial\r\nTransfer-Encoding: chunked\r\nDate: now\r\n\r\n5;ext=1\r\nhello\r\n006\r\n world\r\n0\r\nTrailer: x\r\n\r\n";
const INTERIM = `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n${LENGTH}`;

describe("a response", () => {
  it("is read by its length", () => {
    expect(parse(LENGTH)).toEqual({
      status: 200,
      headers: { "content-length": "11", etag: '"a"', "x-a": "1, 2" },
      body: "hello world",
      done: true,
      keepAlive: true,
    });
  });

  it("is read by its chunks", () => {
    expect(parse(CHUNKED)).toMatchObject({ status: 206, body: "hello world", done: true, keepAlive: true });
  });

  it("begins after interim answers", () => {
    expect(parse(INTERIM)).toEqual(parse(LENGTH));
  });

  it("is the same however its bytes are cut", () => {
    const responses = fc.constantFrom(LENGTH, CHUNKED, INTERIM);
    const anyCuts = fc.array(fc.nat({ max: 200 }), { maxLength: 20 });
    fc.assert(
      fc.property(responses, anyCuts, (bytes, cuts) => {
        const within = cuts.map((cut) => Math.min(cut, bytes.length));
        expect(parse(bytes, within)).toEqual(parse(bytes));
      }),
    );
  });

  it("has no body after HEAD, 204 and 304, whatever its length says", () => {
    expect(parse("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", [], "HEAD")).toMatchObject({
      done: true,
      body: "",
    });
    expect(parse("HTTP/1.1 204 No Content\r\n\r\n")).toMatchObject({ done: true, keepAlive: true });
    expect(parse("HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n")).toMatchObject({ done: true });
  });

  it("without length or chunks ends with the connection", () => {
    const seen = parse("HTTP/1.1 200 OK\r\n\r\nhello");
    expect(seen).toMatchObject({ body: "hello", done: false, keepAlive: false });
    const parser = new ResponseParser("GET", { head: () => undefined, body: () => undefined });
    parser.feed(Buffer.from("HTTP/1.1 200 OK\r\n\r\nhello"));
    expect(parser.end()).toBe(true);
  });

  it("is not whole when the connection ends before its length or its last chunk", () => {
    for (const bytes of [LENGTH.slice(0, -1), CHUNKED.slice(0, -2), "HTTP/1.1 200"]) {
      const parser = new ResponseParser("GET", { head: () => undefined, body: () => undefined });
      parser.feed(Buffer.from(bytes));
      expect(parser.end()).toBe(false);
    }
  });

  it("says when its connection is not to be used again", () => {
    expect(parse("HTTP/1.1 200 OK\r\nConnection: Close\r\nContent-Length: 0\r\n\r\n").keepAlive).toBe(false);
    expect(parse("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n").keepAlive).toBe(false);
    expect(parse("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nsurplus").keepAlive).toBe(false);
  });

  it.each([
    ["no status line", "hello\r\n\r\n"],
    ["another protocol", "HTTP/2 200\r\n\r\n"],
    ["a change of protocol", "HTTP/1.1 101 Switching Protocols\r\n\r\n"],
    ["a header without a name", "HTTP/1.1 200 OK\r\n: x\r\n\r\n"],
    ["a folded header", "HTTP/1.1 200 OK\r\nA: x\r\n y\r\n\r\n"],
    ["a length that is no number", "HTTP/1.1 200 OK\r\nContent-Length: 5x\r\n\r\n"],
    ["two lengths that differ", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n"],
    ["an unknown encoding", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n"],
    ["a chunk without a size", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n"],
    ["a chunk longer than it says", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nxx\r\n"],
    ["a head without an end", `HTTP/1.1 200 OK\r\nA: ${"x".repeat(70_000)}`],
  ])("is not understood with %s", (_, bytes) => {
    expect(() => parse(bytes)).toThrow(MalformedResponseError);
  });
});
