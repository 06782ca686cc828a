import { join } from "node:path";
import { providerSchema } from "../../schema/provider-schema.ts";
import { writeBindings } from "../bindings.ts";
import { differences, readInstalledSchema } from "./installed-schema.ts";

const installed = await readInstalledSchema(providerSchema, process.env);
for (const difference of differences(providerSchema, installed)) console.error(difference);
await writeBindings(installed, join(import.meta.dirname, "..", "..", "lib"));
