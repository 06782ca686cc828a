import { startLocalCloud } from "../../../local/cloud.ts";
import { OssControl } from "../../../storage/oss/control.ts";
import { OssDestination } from "../../../storage/oss/destination.ts";
import { describeControlStore } from "../../contract/control-store.ts";
import { describeDestinationStore } from "../../contract/destination-store.ts";
import { ossOptions, storedContent } from "../support/local-stores.ts";

describeDestinationStore("OSS", async () => {
  const cloud = await startLocalCloud();
  cloud.oss.createBucket("destination");
  const destination = new OssDestination(ossOptions(cloud, "destination"));
  return {
    destination,
    read: async (key) => storedContent(cloud, "destination", key),
    close: async () => {
      await destination.close();
      await cloud.close();
    },
  };
});

describeControlStore("OSS", async () => {
  const cloud = await startLocalCloud();
  const bucket = cloud.oss.createBucket("control");
  const control = new OssControl(ossOptions(cloud, "control", { store: "control" }));
  return {
    control,
    setVersioning: async (state) => {
      bucket.versioning = ({ never: "never", enabled: "Enabled", suspended: "Suspended" } as const)[state];
    },
    close: async () => {
      await control.close();
      await cloud.close();
    },
  };
});
