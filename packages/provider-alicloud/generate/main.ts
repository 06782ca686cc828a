import { join } from "node:path";
import { providerSchema } from "../schema/provider-schema.ts";
import { writeBindings } from "./bindings.ts";

await writeBindings(providerSchema, join(import.meta.dirname, "..", "lib"));
