import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readMigration } from "../../../core/config/read-migration.ts";
import { convertJob, KNOWN_PARAMETERS, type OssImportFile } from "../../../core/ossimport/convert-job.ts";
import { SECRETS } from "../../../core/ossimport/without-counterpart.ts";

function sample(file: string): OssImportFile {
  const name = file.includes(".") ? file : `${file}.cfg`;
  return { name, text: readFileSync(new URL(`jobs/${name}`, import.meta.url), "utf8") };
}

/** A sample with parameters of another value; one that it does not have is added at its end. */
function changed(file: string, parameters: Readonly<Record<string, string>>): OssImportFile {
  const lines = sample(file).text.split("\n");
  for (const [name, value] of Object.entries(parameters)) {
    const index = lines.findIndex((line) => line.startsWith(`${name}=`));
    if (index < 0) lines.push(`${name}=${value}`);
    else lines[index] = `${name}=${value}`;
  }
  return { name: "job.cfg", text: lines.join("\n") };
}

function converted(job: OssImportFile, system?: OssImportFile): { text: string; settings: unknown } {
  const conversion = convertJob(job, system);
  if (!conversion.ok) throw new Error(conversion.problems.join("\n"));
  return { text: conversion.text, settings: parse(conversion.text) };
}

function problemsOf(job: OssImportFile): readonly string[] {
  const conversion = convertJob(job);
  return conversion.ok ? [] : conversion.problems;
}

describe("a job of each source type that is a bucket becomes a migration", () => {
  const sources: Readonly<Record<string, unknown>> = {
    s3: { kind: "s3", bucket: "mybucket", region: "ap-northeast-1" },
    oss: { kind: "oss", bucket: "mybucket", region: "cn-hangzhou" },
    qiniu: { kind: "s3", preset: "qiniu", bucket: "mybucket", region: "cn-east-1" },
    bos: { kind: "s3", preset: "bos", bucket: "mybucket", region: "bj" },
    ks3: { kind: "s3", preset: "ks3", bucket: "mybucket", region: "cn-beijing" },
    cos: { kind: "s3", preset: "cos", bucket: "mybucket-1252883280", region: "ap-shanghai" },
    youpai: { kind: "s3", preset: "youpai", bucket: "mybucket", region: "us-east-1" },
  };

  test.each(Object.entries(sources))("%s", (type, source) => {
    const { text, settings } = converted(sample(type), sample("sys.properties"));

    expect(readMigration(text, "migration.yaml")).toMatchObject({ ok: true });
    expect(settings).toMatchObject({
      source,
      region: "cn-hongkong",
      destination: { bucket: "photos-hongkong", existing: true },
      worker: { taskThreadNum: 60, maxThroughput: "12500 KB" },
    });
  });
});

test.each([
  [
    "local",
    "local.cfg:5: srcType local is not converted: instances have no files of yours; upload them with",
  ],
  ["http", "http.cfg:5: srcType http is not converted: oss-ferry copies what a bucket lists, and a list of"],
  [
    "azure",
    "azure.cfg:5: srcType azure is not converted: Azure Blob does not speak S3; use Data Online Migration",
  ],
])("a source that is no bucket of S3 or OSS is one line that says why not: %s", (type, line) => {
  expect(problemsOf(sample(type))).toEqual([expect.stringContaining(line)]);
});

test("a job becomes what it did: what is skipped, how much a task holds, encryption, and and its rounds", () => {
  const { settings } = converted(sample("s3"));

  expect(settings).toMatchObject({
    name: "photos-2025",
    srcPrefix: "docs/",
    destPrefix: "docs/",
    copy: {
      importSince: "2025-11-25T08:00:00Z",
      overwrite: "if-different",
      taskObjectCountLimit: 10_000,
      taskObjectSizeLimit: "1 GB",
      serverSideEncryption: "AES256",
    },
    phases: { full: { workers: 2 }, "delta-1": { workers: 2, repeat: { every: "1 d" } } },
  });
});

test.each([
  ["900", "15 min"],
  ["3600", "1 h"],
  ["5400", "90 min"],
  ["86400", "1 d"],
  ["100", "100 s"],
  ["", "1 d"],
])("rounds of OssImport's interval %j are repeated every %s", (incrementalModeInterval, every) => {
  const { text, settings } = converted(changed("s3", { incrementalModeInterval }));

  expect(settings).toHaveProperty(["phases", "delta-1", "repeat"], { every });
  expect(readMigration(text, "migration.yaml")).toMatchObject({ ok: true });
});

test("an interval without isIncremental is no setting", () => {
  const { text, settings } = converted(changed("s3", { isIncremental: "false" }));

  expect(settings).toHaveProperty("phases", { full: { workers: 2 } });
  expect(text).toContain("# incrementalModeInterval: without isIncremental there are no rounds");
});

test("what OssImport did without being asked is asked for: everything, once, over whatever is there", () => {
  const { settings } = converted(sample("oss"));

  expect(settings).toHaveProperty("copy.overwrite", "always");
  expect(settings).not.toHaveProperty("copy.importSince");
  expect(settings).not.toHaveProperty("copy.serverSideEncryption");
  expect(settings).toHaveProperty("phases", { full: { workers: 2 } });
});

test("jobType=audit becomes an audit and nothing else, of the bytes where OssImport promised them", () => {
  const { text, settings } = converted(sample("audit"));

  expect(settings).toHaveProperty("phases", { audit: { workers: 2, content: true } });
  expect(settings).not.toHaveProperty("copy.overwrite");
  expect(readMigration(text, "migration.yaml")).toMatchObject({ ok: true });
});

test("each parameter that OssImport has is somewhere in the text, with a setting or with what became of it", () => {
  const everything = KNOWN_PARAMETERS.filter((name) => !/^(?:src|dest)(?:Type|Domain|Bucket)$/u.test(name));
  const values = Object.fromEntries(everything.map((name) => [name, valueOf(name)]));

  const { text } = converted(changed("s3", values));

  expect(KNOWN_PARAMETERS.filter((name) => !text.includes(name))).toEqual([]);
});

test("so is each one that is empty, as OssImport wants lines that are not needed", () => {
  const place = /^(?:src|dest)(?:Type|Domain|Bucket)$/u;
  const values = Object.fromEntries(
    KNOWN_PARAMETERS.filter((name) => !place.test(name)).map((name) => [name, ""]),
  );

  const { text } = converted(changed("s3", values));

  expect(KNOWN_PARAMETERS.filter((name) => !text.includes(name))).toEqual([]);
  expect(readMigration(text, "migration.yaml")).toMatchObject({ ok: true });
});

function valueOf(name: string): string {
  if (/Limit|Since|Num|Throughput|Interval/u.test(name)) return "1000";
  if (/^is(?:Skip|Incremental|Server)/u.test(name)) return "true";
  return name === "jobType" ? "import" : "some-value";
}

test("no secret is in the text, nor in any warning or problem", () => {
  const secret = "s3cr3t-0f-the-sample";
  const secrets = Object.fromEntries(
    [...Object.keys(SECRETS), "proxyPassword"].map((name) => [name, secret]),
  );
  const good = changed("s3", secrets);
  const bad = { ...good, text: `${good.text}\n${secret}\nimportSince=never\n` };

  const said = [convertJob(good, sample("sys.properties")), convertJob(bad)];

  expect(said.map(({ ok }) => ok)).toEqual([true, false]);
  expect(JSON.stringify(said)).not.toContain(secret);
  expect(JSON.stringify(said)).not.toContain("worker-password");
});

test("an unknown parameter is flagged in the text and in a line of its own", () => {
  const conversion = convertJob(changed("s3", { isSkipExistFiles: "true" }));

  expect(conversion).toMatchObject({
    ok: true,
    text: expect.stringContaining("# isSkipExistFiles: UNKNOWN: ") as unknown,
    warnings: [
      expect.stringMatching(
        /^job\.cfg:\d+: isSkipExistFiles is not a known parameter of OssImport; did you mean isSkipExistFile\?$/u,
      ),
    ],
  });
});

test("of a parameter that is there twice the last one counts, and the text says so", () => {
  const job = sample("oss");

  const { text, settings } = converted({ ...job, text: `${job.text}destPrefix=other/\n` });

  expect(settings).toMatchObject({ destPrefix: "other/" });
  expect(text).toContain("# destPrefix: is there more than once; the last one counts");
});

describe("each mistake is one line that says where it is, what it is and what to do", () => {
  const mistakes: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
    [
      "no source type",
      { srcType: "" },
      ["job.cfg: srcType is missing: the kind of store that the objects are in"],
    ],
    [
      "a source type in capitals",
      { srcType: "S3" },
      ["job.cfg:5: srcType must be a source type of OssImport; did you mean s3?"],
    ],
    [
      "no buckets",
      { srcBucket: "", destBucket: "" },
      [
        "job.cfg: srcBucket is missing: the bucket to copy from",
        "job.cfg: destBucket is missing: the bucket to copy to",
      ],
    ],
    [
      "endpoints of no region",
      { srcDomain: "https://cdn.example.com", destDomain: "photos.example.com" },
      [
        "job.cfg:8: srcDomain must be an endpoint of S3 with its region, for instance http://s3.ap-northeast-1.amazonaws.com",
        "job.cfg:14: destDomain must be the endpoint of a region, without the bucket, for instance http://oss-cn-hongkong.aliyuncs.com",
      ],
    ],
    [
      "a prefix that no key can have",
      { destPrefix: "/docs/" },
      ["job.cfg:16: destPrefix must not begin with / or \\, as OSS refuses such keys"],
    ],
    [
      "numbers that are none",
      { importSince: "yesterday", taskObjectCountLimit: "-1" },
      [
        "job.cfg:27: importSince must be a whole number",
        "job.cfg:30: taskObjectCountLimit must be a whole number",
      ],
    ],
    [
      "milliseconds for seconds",
      { importSince: "1764057600000" },
      ["job.cfg:27: importSince must be a time in seconds since 1970"],
    ],
    [
      "rounds without a pause",
      { incrementalModeInterval: "0" },
      ["job.cfg:3: incrementalModeInterval must be at least 1 second"],
    ],
    [
      "a flag that is none",
      { isSkipExistFile: "yes" },
      ["job.cfg:29: isSkipExistFile must be true or false"],
    ],
    ["a job type that is none", { jobType: "export" }, ["job.cfg:26: jobType must be import or audit"]],
  ];

  test.each(mistakes)("%s", (_, parameters, expected) => {
    expect(problemsOf(changed("s3", parameters))).toEqual(expected);
  });

  test("a line that is no parameter", () => {
    const { text } = sample("s3");

    expect(problemsOf({ name: "job.cfg", text: `just words\n${text}` })).toEqual([
      "job.cfg:1: is not a parameter; each line is name=value, a comment after #, or empty",
    ]);
  });
});

describe("endpoints of every age name their region", () => {
  test.each([
    ["s3", "http://s3.amazonaws.com", "us-east-1"],
    ["s3", "s3-us-west-2.amazonaws.com", "us-west-2"],
    ["s3", "https://s3.dualstack.eu-west-1.amazonaws.com/", "eu-west-1"],
    ["s3", "http://s3.cn-north-1.amazonaws.com.cn", "cn-north-1"],
    ["oss", "http://oss-cn-beijing-internal.aliyuncs.com", "cn-beijing"],
    ["oss", "oss-ap-southeast-1.aliyuncs.com", "ap-southeast-1"],
    ["ks3", "http://kss.ksyun.com", "cn-hangzhou"],
    ["cos", "ap-guangzhou", "ap-guangzhou"],
  ])("%s: %s is %s", (type, srcDomain, region) => {
    expect(converted(changed(type, { srcDomain })).settings).toMatchObject({ source: { region } });
  });
});
