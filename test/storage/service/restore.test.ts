import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { systemClock } from "../../../core/clock.ts";
import { staticCredentials } from "../../../storage/credentials/static.ts";
import { OssSource } from "../../../storage/oss/source.ts";
import type { SourceStore } from "../../../storage/ports.ts";
import { S3Source } from "../../../storage/s3/source.ts";
import { readRequest, startScriptedServer } from "../support/scripted-server.ts";

type Service = "s3" | "oss";
type Asked = Pick<Parameters<SourceStore["restore"]>[0], "storageClass" | "tier">;

function answer(status: number, code?: string): string {
  const body = code === undefined ? "" : `<Error><Code>${code}</Code><Message>no</Message></Error>`;
  return `HTTP/1.1 ${status} X\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}

/** Has an object restored by a service that answers this; what the driver says, and what it sent. */
async function restore(
  service: Service,
  said: string,
  asked: Asked,
): Promise<{ readonly state: unknown; readonly head: string; readonly body: Buffer }> {
  let received = { head: "", body: Buffer.alloc(0) as Buffer };
  await using server = await startScriptedServer(async (socket) => {
    received = await readRequest(socket);
    socket.write(said);
  });
  const options = {
    store: "source",
    endpoint: `http://127.0.0.1:${server.port}`,
    region: "r",
    bucket: "bucket",
    credentials: staticCredentials({ accessKeyId: "id", accessKeySecret: "secret" }),
    clock: systemClock,
  } as const;
  const source = service === "s3" ? new S3Source(options) : new OssSource(options);
  const request = { key: "a b", days: 5, ...asked };
  const state = await source.restore(request).catch((error: unknown) => error);
  await source.close();
  return { state, ...received };
}

const S3_COLD: Asked = { storageClass: "GLACIER", tier: "Bulk" };
const OSS_COLD: Asked = { storageClass: "ColdArchive", tier: "Bulk" };

describe("a restore", () => {
  it("of S3 names days and tier, and is signed with its body", async () => {
    const { head, body } = await restore("s3", answer(202), S3_COLD);
    expect(head).toMatch(/^POST \/bucket\/a%20b\?restore= /u);
    expect(body.toString()).toBe(
      '<RestoreRequest xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Days>5</Days>' +
        "<GlacierJobParameters><Tier>Bulk</Tier></GlacierJobParameters></RestoreRequest>",
    );
    const digest = createHash("sha256").update(body).digest("hex");
    expect(head.toLowerCase()).toContain(`x-amz-content-sha256: ${digest}`);
  });

  it("of an archive tier of INTELLIGENT_TIERING has no days, for it stays", async () => {
    const { body } = await restore("s3", answer(202), { ...S3_COLD, storageClass: "INTELLIGENT_TIERING" });
    expect(body.toString()).not.toContain("Days");
  });

  it("of OSS names days, and a tier where the class has several", async () => {
    const cold = await restore("oss", answer(202), OSS_COLD);
    expect(cold.head).toMatch(/^POST \/bucket\/a%20b\?restore /u);
    expect(cold.body.toString()).toBe(
      "<RestoreRequest><Days>5</Days><JobParameters><Tier>Bulk</Tier></JobParameters></RestoreRequest>",
    );
    const archive = await restore("oss", answer(202), { ...OSS_COLD, storageClass: "Archive" });
    expect(archive.body.toString()).toBe("<RestoreRequest><Days>5</Days></RestoreRequest>");
  });

  it.for<[Service, string, unknown]>([
    ["s3", answer(202), "restoring"],
    ["s3", answer(200), "restored"],
    ["s3", answer(409, "RestoreAlreadyInProgress"), "restoring"],
    ["oss", answer(202), "restoring"],
    ["oss", answer(200), "restored"],
    ["oss", answer(409, "RestoreAlreadyInProgress"), "restoring"],
  ])("of %s that is answered with %j is said to be %s", async ([service, said, expected]) => {
    const { state } = await restore(service, said, service === "s3" ? S3_COLD : OSS_COLD);
    expect(state).toBe(expected);
  });

  it.for<[Service, string, string]>([
    ["s3", answer(403, "AccessDenied"), "ACCESS_DENIED"],
    ["oss", answer(403, "AccessDenied"), "ACCESS_DENIED"],
    ["oss", answer(400, "OperationNotSupported"), "INVALID_REQUEST"],
    ["s3", answer(404, "NoSuchKey"), "NOT_FOUND"],
    ["s3", answer(503, "GlacierExpeditedRetrievalNotAvailable"), "THROTTLED"],
  ])("of %s that is refused with %j is %s", async ([service, said, code]) => {
    const { state } = await restore(service, said, service === "s3" ? S3_COLD : OSS_COLD);
    expect(state).toMatchObject({ code });
  });
});
