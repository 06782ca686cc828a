import { describe, expect, it } from "vitest";
import type { BodyWriter } from "../../../storage/ports.ts";
import { patternBytes } from "../../contract/bytes.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { failureOf, GET, OK, textOf, until, untilStill } from "../support/requests.ts";
import { readRequest, startScriptedServer } from "../support/scripted-server.ts";

describe("time-outs", () => {
  it("ends a request whose answer does not come", async () => {
    const clock = new FakeClock();
    await using server = await startScriptedServer(() => undefined);
    const request = textOf(server.transport({ clock, idleTimeoutMs: 60_000 }));
    const failure = failureOf(request);
    await until(() => server.sockets.length === 1);
    await clock.advance(61_000);
    expect(await failure).toMatchObject({ code: "TIMEOUT" });
  });

  it("ends a body that stalls", async () => {
    const clock = new FakeClock();
    await using server = await startScriptedServer(async (socket) => {
      await readRequest(socket);
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
    });
    const response = await server.transport({ clock, idleTimeoutMs: 60_000 }).request(GET);
    const failure = failureOf(response.readAll(100));
    await clock.advance(62_000);
    expect(await failure).toMatchObject({ code: "TIMEOUT" });
  });

  it("ends a body that only trickles, though it never stalls", async () => {
    const clock = new FakeClock();
    await using server = await startScriptedServer(async (socket) => {
      await readRequest(socket);
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
    });
    const minimumRate = { bytesPerSecond: 1_000, windowMs: 30_000 };
    const transport = server.transport({ clock, idleTimeoutMs: 60_000, minimumRate });
    const response = await transport.request(GET);
    let received = 0;
    const failure = failureOf(
      response.read((chunk) => {
        received += chunk.length;
      }),
    );
    for (let second = 1; second <= 31; second++) {
      server.sockets[0]?.write("x".repeat(100));
      await until(() => received === second * 100 || second === 31);
      await clock.advance(1_000);
    }
    expect(await failure).toMatchObject({ code: "TIMEOUT" });
  });

  it("does not blame the connection for a slow sink or a slow source of the body", async () => {
    const clock = new FakeClock();
    const body = patternBytes(300_000);
    await using server = await startScriptedServer(async (socket) => {
      const { head } = await readRequest(socket);
      if (head.startsWith("PUT")) socket.write(OK);
      else
        socket.write(Buffer.concat([Buffer.from("HTTP/1.1 200 OK\r\nContent-Length: 300000\r\n\r\n"), body]));
    });
    const transport = server.transport({
      clock,
      idleTimeoutMs: 1_000,
      minimumRate: { bytesPerSecond: 1_000_000, windowMs: 1_000 },
    });
    const response = await transport.request(GET);
    await clock.advance(10_000);
    let received = 0;
    await response.read(async (chunk) => {
      await clock.advance(10_000);
      received += chunk.length;
    });
    expect(received).toBe(300_000);
    const writer: BodyWriter = async (write) => {
      for (let offset = 0; offset < body.length; offset += 100_000) {
        await clock.advance(10_000);
        await write(body.subarray(offset, offset + 100_000));
      }
    };
    const put = { method: "PUT", body: writer, sizeBytes: body.length } as const;
    expect(await textOf(transport, put)).toBe("ok");
  });

  it("ends a body that the service does not take", async () => {
    const clock = new FakeClock();
    await using server = await startScriptedServer((socket) => {
      socket.pause();
    });
    const transport = server.transport({ clock, idleTimeoutMs: 60_000 });
    const chunk = Buffer.alloc(1_000_000);
    let written = 0;
    const request = textOf(transport, {
      method: "PUT",
      sizeBytes: 1_000_000_000,
      body: async (write) => {
        for (;;) {
          await write(chunk);
          written += chunk.length;
        }
      },
    });
    const failure = failureOf(request);
    await untilStill(() => written);
    await clock.advance(62_000);
    expect(await failure).toMatchObject({ code: "TIMEOUT" });
    expect(written).toBeLessThan(100_000_000);
  });
});
