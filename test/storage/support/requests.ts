import type { Socket } from "node:net";
import type { HttpRequest, HttpTransport } from "../../../storage/http/transport.ts";
import { readRequest } from "./scripted-server.ts";

export const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
export const GET: HttpRequest = { operation: "GetObject", method: "GET", path: "/key", headers: {} };

/** Sends the request and gives the body of the answer. */
export async function textOf(transport: HttpTransport, request: Partial<HttpRequest> = {}): Promise<string> {
  const response = await transport.request({ ...GET, ...request });
  return (await response.readAll(1_000_000)).toString("latin1");
}

/** Answers every request on the connection the same way. */
export function always(answer: string | Buffer): (socket: Socket) => Promise<void> {
  return async (socket) => {
    while ((await readRequest(socket)).head !== "") socket.write(answer);
  };
}

/** Waits for something that real sockets are about to do; the test's own time limit bounds it. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(setImmediate);
}

/** Waits until a number has stopped growing. */
export async function untilStill(value: () => number): Promise<void> {
  for (let still = 0, last = -1; still < 50; still++) {
    if (value() !== last) still = 0;
    last = value();
    await new Promise((resolve) => {
      setTimeout(resolve, 2);
    });
  }
}

/** What the promise rejects with; taken hold of at once, so that it can be looked at later. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("it succeeded");
}
