import { parseArgs } from "node:util";
import { startLocalCloud } from "./cloud.ts";

const { values } = parseArgs({
  options: {
    "data-dir": { type: "string" },
    region: { type: "string" },
    "source-region": { type: "string" },
    "oss-port": { type: "string" },
    "s3-port": { type: "string" },
    "metadata-port": { type: "string" },
    "admin-port": { type: "string" },
  },
});

const port = (text: string | undefined): number => (text === undefined ? 0 : Number(text));

const cloud = await startLocalCloud({
  ...(values["data-dir"] !== undefined && { dataDirectory: values["data-dir"] }),
  ...(values.region !== undefined && { region: values.region }),
  ...(values["source-region"] !== undefined && { sourceRegion: values["source-region"] }),
  ports: {
    oss: port(values["oss-port"]),
    s3: port(values["s3-port"]),
    metadata: port(values["metadata-port"]),
    admin: port(values["admin-port"]),
  },
});

// Credentials are not printed: POST /credentials on the admin endpoint makes a pair.
const endpoints = Object.fromEntries(
  (["oss", "s3", "metadata", "admin"] as const).map((name) => [name, cloud[name].endpoint]),
);
console.log(JSON.stringify(endpoints));

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    void cloud.close().then(() => process.exit(0));
  });
}
