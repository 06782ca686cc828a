import { expect, test } from "vitest";
import { putSourceCredentials } from "../../cli/put-source-credentials.ts";
import { SOURCE_CREDENTIALS_KEY, sourceCredentialsSchema } from "../../core/protocol/source-credentials.ts";
import { MemoryBucket } from "../../storage/memory/bucket.ts";
import { MemoryControl } from "../../storage/memory/control.ts";

const clock = { nowMs: () => Date.parse("2026-11-23T08:00:00Z") };

function arrange(): MemoryControl {
  return new MemoryControl(new MemoryBucket({ nowMs: clock.nowMs }));
}

async function stored(control: MemoryControl): Promise<unknown> {
  const found = await control.get(SOURCE_CREDENTIALS_KEY);
  return found && sourceCredentialsSchema.parse(JSON.parse(found.body.toString()));
}

test("the pair of the environment lies where the workers look for it", async () => {
  const control = arrange();

  await putSourceCredentials(control, { AWS_ACCESS_KEY_ID: "AKIA1", AWS_SECRET_ACCESS_KEY: "s3cret" }, clock);

  expect(await stored(control)).toEqual({
    format: 1,
    accessKeyId: "AKIA1",
    accessKeySecret: "s3cret",
    setAt: "2026-11-23T08:00:00.000Z",
  });
});

test("another pair takes its place", async () => {
  const control = arrange();
  await putSourceCredentials(control, { AWS_ACCESS_KEY_ID: "AKIA1", AWS_SECRET_ACCESS_KEY: "old" }, clock);

  const environment = {
    AWS_ACCESS_KEY_ID: "ASIA2",
    AWS_SECRET_ACCESS_KEY: "new",
    AWS_SESSION_TOKEN: "token",
  };
  await putSourceCredentials(control, environment, clock);

  expect(await stored(control)).toMatchObject({ accessKeyId: "ASIA2", sessionToken: "token" });
});

test("a pair in variables of the source's own comes before that of the AWS tools, whole", async () => {
  const control = arrange();
  const environment = {
    AWS_ACCESS_KEY_ID: "AKIA1",
    AWS_SECRET_ACCESS_KEY: "s3cret",
    AWS_SESSION_TOKEN: "t0ken",
    OSS_FERRY_SOURCE_ACCESS_KEY_ID: "LTAI1",
    OSS_FERRY_SOURCE_ACCESS_KEY_SECRET: "hidden",
  };

  await putSourceCredentials(control, environment, clock);

  const pair = { format: 1, accessKeyId: "LTAI1", accessKeySecret: "hidden" };
  expect(await stored(control)).toEqual({ ...pair, setAt: "2026-11-23T08:00:00.000Z" });
});

test("what it says about the pair holds no secret", async () => {
  const environment = {
    AWS_ACCESS_KEY_ID: "AKIA1",
    AWS_SECRET_ACCESS_KEY: "s3cret",
    AWS_SESSION_TOKEN: "t0ken",
  };

  const said = await putSourceCredentials(arrange(), environment, clock);

  expect(said).toEqual({ accessKeyId: "AKIA1", setAt: "2026-11-23T08:00:00.000Z" });
});

test.each([{}, { AWS_ACCESS_KEY_ID: "AKIA1" }, { AWS_ACCESS_KEY_ID: "", AWS_SECRET_ACCESS_KEY: "s3cret" }])(
  "half a pair or none is refused, and the pair that is there stays: %o",
  async (environment: Readonly<Record<string, string>>) => {
    const control = arrange();
    await putSourceCredentials(control, { AWS_ACCESS_KEY_ID: "AKIA0", AWS_SECRET_ACCESS_KEY: "old" }, clock);

    const refused = putSourceCredentials(control, environment, clock);

    await expect(refused).rejects.toMatchObject({ code: "CONFIGURATION_INVALID" });
    await expect(refused).rejects.not.toThrow(/s3cret/u);
    expect(await stored(control)).toMatchObject({ accessKeyId: "AKIA0" });
  },
);
