import { describe, expect, it } from "vitest";
import { FerryError, StoreError, storeErrorOf, type StoreErrorCode } from "../../core/errors.ts";

const error = (code: StoreErrorCode): StoreError => new StoreError(code, "it failed", { store: "control" });

describe("what callers may do about a StoreError", () => {
  it.for([
    ["THROTTLED", "send again"],
    ["SERVICE_ERROR", "send again"],
    ["NETWORK", "send again"],
    ["TIMEOUT", "send again"],
    ["CHECKSUM_MISMATCH", "send again"],
    ["BAD_RESPONSE", "send again"],
    ["CREDENTIALS_EXPIRED", "send again, and if that does not help give the store up"],
    ["BUCKET_NOT_FOUND", "give the store up"],
    ["CREDENTIALS_INVALID", "give the store up"],
    ["CLOCK_SKEWED", "give the store up"],
    ["WRONG_REGION", "give the store up"],
    ["VERSIONED", "give the store up"],
    ["STORE_UNAVAILABLE", "give the store up"],
    ["NOT_FOUND", "decide about this object"],
    ["ALREADY_EXISTS", "decide about this object"],
    ["PRECONDITION_FAILED", "decide about this object"],
    ["NO_SUCH_UPLOAD", "decide about this object"],
    ["ARCHIVED", "decide about this object"],
    ["ACCESS_DENIED", "decide about this object"],
    ["INVALID_REQUEST", "decide about this object"],
  ] as const)("%s: %s", ([code, meaning]) => {
    expect(error(code).retryable).toBe(meaning.startsWith("send again"));
    expect(error(code).fatal).toBe(meaning.endsWith("give the store up"));
  });
});

describe("FerryError", () => {
  it("carries its class's name, its code and what lay beneath", () => {
    const cause = new Error("socket hang up");
    const wrapped = new StoreError("NETWORK", "connection lost", { store: "source" }, { cause });
    expect(wrapped).toMatchObject({
      name: "StoreError",
      code: "NETWORK",
      cause,
      detail: { store: "source" },
    });
    expect(new FerryError("LEASE_LOST", "late")).toMatchObject({ name: "FerryError", code: "LEASE_LOST" });
  });

  it("is told apart by code", () => {
    expect(storeErrorOf(error("NETWORK"), "NETWORK")).toBeInstanceOf(StoreError);
    expect(storeErrorOf(error("NETWORK"), "TIMEOUT")).toBeUndefined();
    expect(storeErrorOf(new FerryError("NETWORK", "not a store's"))).toBeUndefined();
  });
});
