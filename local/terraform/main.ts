import { providerSchema } from "../../packages/provider-alicloud/schema/provider-schema.ts";
import { AccountClient } from "./account-client.ts";
import { refusal, servePlugin } from "./plugin.ts";
import { createProvider } from "./provider.ts";

const { env: environment } = process;
const reason = refusal(environment);
if (reason !== undefined) {
  console.error(reason);
  process.exit(1);
}
const endpoint = environment["FERRY_LOCAL_CLOUD"];
const account = endpoint === undefined || endpoint === "" ? undefined : new AccountClient(endpoint);
const provider = createProvider(providerSchema, () => account);
const plugin = await servePlugin(provider, environment["PLUGIN_CLIENT_CERT"] ?? "");
// An interrupt reaches the whole process group; Terraform says itself when a plugin shall stop.
process.on("SIGINT", () => {});
process.stdout.write(`${plugin.handshake}\n`);
await plugin.ended;
// The answer to Shutdown must leave first.
setTimeout(() => process.exit(0), 20);
