import { fail, type Finding, type NamedFinding, pass } from "../../checks/finding.ts";
import { find, type PreflightContext, tidyUp, unlessToBeCreated } from "../context.ts";

const FIRST = Buffer.from("first");

/** The control bucket never was versioned, and keeps the promise that the protocol rests on. */
export async function* checkControl(
  context: PreflightContext,
  signal: AbortSignal,
): AsyncGenerator<NamedFinding> {
  const { control, canary, created } = context;
  const key = canary.control;
  const versioning = await find("control versioning", signal, () =>
    unlessToBeCreated(created.control, async () => versioningFinding(await control.versioning(signal))),
  );
  yield versioning;
  if (versioning.verdict !== "pass") return;
  yield find("control list", signal, async () => {
    await control.list({ prefix: key, maxKeys: 1, signal });
    return pass("LIST");
  });
  // Nothing is put where it could not be deleted again.
  const deleting = await find("control delete", signal, async () => {
    await control.delete(key, signal);
    return pass("DELETE");
  });
  yield deleting;
  if (deleting.verdict !== "pass") return;
  try {
    const putting = await find("control put", signal, async () => {
      const first = await control.putIfAbsent(key, FIRST);
      const again = await control.putIfAbsent(key, Buffer.from("second"));
      return first && !again
        ? pass("create-only PUT; a second one is refused")
        : fail(
            "a second create-only PUT was not refused",
            "use a plain OSS bucket without hierarchical namespace or gateway in between",
          );
    });
    yield putting;
    if (putting.verdict !== "pass") return;
    yield find("control get", signal, async () => {
      const found = await control.get(key, signal);
      return found?.body.equals(FIRST) === true
        ? pass("GET gives back what was put")
        : fail("GET does not give back what was put", "look for a gateway or proxy in between");
    });
  } finally {
    await tidyUp(context, "control", key, () => control.delete(key));
  }
}

function versioningFinding(state: Awaited<ReturnType<PreflightContext["control"]["versioning"]>>): Finding {
  if (state === "never") return pass("never versioned");
  return state === "unknown"
    ? fail("cannot tell whether it is versioned", "allow oss:GetBucketVersioning")
    : fail(
        `versioning is ${state}: OSS ignores create-only writes there`,
        "use a new bucket that never was versioned",
      );
}
