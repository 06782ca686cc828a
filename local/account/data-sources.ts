import { type Attributes, textOf } from "./attributes.ts";
import type { World } from "./kind.ts";

/** Stock images, newest first within a family. */
const IMAGES = [
  {
    id: "aliyun_3_x64_20G_alibase_20251030.vhd",
    os: "Alibaba Cloud Linux  3.2104 LTS 64 bit",
    created: "2025-11-05T02:42:31Z",
  },
  {
    id: "aliyun_3_x64_20G_alibase_20250629.vhd",
    os: "Alibaba Cloud Linux  3.2104 LTS 64 bit",
    created: "2025-07-04T02:11:12Z",
  },
  {
    id: "debian_12_12_x64_20G_alibase_20251030.vhd",
    os: "Debian  12.12 64 bit",
    created: "2025-11-03T06:20:10Z",
  },
  {
    id: "ubuntu_24_04_x64_20G_alibase_20251102.vhd",
    os: "Ubuntu  24.04 64 bit",
    created: "2025-11-06T09:31:00Z",
  },
] as const;

/** What the provider's data sources answer; the zones and images are those of an account without anything special. */
export function readDataSource(world: World, type: string, config: Attributes): Attributes {
  switch (type) {
    case "alicloud_account":
      return { id: world.accountId };
    case "alicloud_zones":
      return zones(world);
    case "alicloud_images":
      return images(config);
    default:
      throw new Error(`The local account has no data source ${type}`);
  }
}

function zones(world: World): Attributes {
  const ids = ["b", "c", "d"].map((letter) => `${world.region}-${letter}`);
  const all = ids.map((id) => ({
    id,
    local_name: id,
    available_disk_categories: ["cloud_essd", "cloud_efficiency"],
    available_instance_types: ["ecs.c7.large", "ecs.g7.large"],
    available_resource_creation: ["VSwitch", "Instance", "Disk"],
  }));
  return { id: `zones-${world.region}`, ids, zones: all };
}

function images(config: Attributes): Attributes {
  const name = new RegExp(textOf(config, "name_regex") ?? "", "u");
  const id = textOf(config, "image_id");
  const owner = textOf(config, "owners") ?? "system";
  const found = IMAGES.filter(
    (image) => owner === "system" && name.test(image.id) && (id ?? image.id) === image.id,
  )
    .toSorted((a, b) => (a.created < b.created ? 1 : -1))
    .slice(0, config["most_recent"] === true ? 1 : undefined)
    .map((image) => ({
      architecture: "x86_64",
      creation_time: image.created,
      description: "",
      id: image.id,
      image_id: image.id,
      image_version: "",
      name: image.id,
      os_name: image.os,
      os_type: "linux",
      platform: image.os.split("  ")[0] ?? "",
      size: 20,
      status: "Available",
    }));
  return { id: `images-${found.length}`, ids: found.map((image) => image.id), images: found };
}
