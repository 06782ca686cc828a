import { describe, expect, it } from "vitest";
import {
  ALIBABA_VARIABLES,
  AWS_VARIABLES,
  environmentCredentials,
} from "../../../storage/credentials/static.ts";

describe("credentials of the environment", () => {
  it("are a pair, with a token where there is one", async () => {
    const environment = { AWS_ACCESS_KEY_ID: " id ", AWS_SECRET_ACCESS_KEY: "secret", AWS_SESSION_TOKEN: "" };
    const pair = await environmentCredentials(environment, AWS_VARIABLES).get();
    expect(pair).toEqual({ accessKeyId: "id", accessKeySecret: "secret" });
    const temporary = environmentCredentials({ ...environment, AWS_SESSION_TOKEN: "token" }, AWS_VARIABLES);
    expect(await temporary.get()).toMatchObject({ sessionToken: "token" });
  });

  it("name what is missing, and nothing that is there", () => {
    const half = { ALIBABA_CLOUD_ACCESS_KEY_ID: "LTAI-something" };
    expect(() => environmentCredentials(half, ALIBABA_VARIABLES)).toThrow(
      "no credentials: set ALIBABA_CLOUD_ACCESS_KEY_SECRET",
    );
    expect(() => environmentCredentials({}, ALIBABA_VARIABLES)).toThrow(
      "set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET",
    );
  });
});
