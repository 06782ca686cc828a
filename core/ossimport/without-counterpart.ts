/** Parameters that have no setting to become, and why they need none. */
export const WITHOUT_COUNTERPART: Readonly<Record<string, string>> = {
  isDownloadFromCdn: "objects are read from the bucket itself, in the version that was listed",
  cdnDomain: "objects are read from the bucket itself, in the version that was listed",
  httpListFilePath: "only for srcType=http, which is not converted",
  httpPrefixColumn: "only for srcType=http, which is not converted",
  relativePathColumn: "only for srcType=http, which is not converted",
  lastModify:
    "each copy is verified against the version that was read, so nothing need be left out for having changed",
  scanThreadCount: "listing spreads over the fleet by itself, however the keys are distributed",
  maxMultiThreadScanDepth: "the key space is cut by what is found in it, not by the depth of folders",
  parallelImport: "every fleet works in parallel; `workers` says how many instances",
  uploadThreadNumPerLargeFile: "parts of large objects share the worker's transfers with everything else",
  multipartUploadThreshold: "the way an object is copied follows from its size",
  multipartUploadPartSize: "the size of parts follows from the object's, so that any object fits into 10,000",
  isAllowSymbolicLink: "buckets have no symbolic links; only for srcType=local",
  getObjectMetaMode: "metadata comes with the object in the same answer, without a request of its own",
  isAuditAfterImport: "every copy is verified as it is made; this cannot be switched off",
  isUseExpressTunnel: "instances reach the source through the Internet, by the bandwidth of `instances`",
  expressTunnelProxyHost: "there is no proxy on the way",
  expressTunnelProxyType: "there is no proxy on the way",
  expressTunnelProxyUser: "there is no proxy on the way",
  expressTunnelProxyDest: "there is no proxy on the way",
  workingDir: "workers keep nothing on disk; the state of a job is in the control bucket",
  workerUser: "nobody logs in to an instance: no SSH, no passwords",
  workerUserName: "nobody logs in to an instance: no SSH, no passwords",
  privateKeyFile: "nobody logs in to an instance: no SSH, no keys",
  sshPort: "nobody logs in to an instance: its security group has no inbound rule",
  dispatcherThreadNum: "there is no master that hands out tasks; workers claim them",
  workerAbortWhenUncatchedException:
    "an object that fails is recorded with a code and the others go on; a store that fails ends the worker, not the job",
  workerRecordMd5:
    "ledgers keep ETag and CRC-64 of every object; the users' metadata is copied and not added to",
  javaHeapMaxSize: "there is no Java; `worker.maxBytesInFlight` bounds the memory for object bytes",
};

/** Parameters that are secrets or belong to one, and where they go instead. Their values are never shown. */
export const SECRETS: Readonly<Record<string, string>> = {
  srcAccessKey: "give it to the fleets with `oss-ferry credentials set`",
  srcSecretKey: "give it to the fleets with `oss-ferry credentials set`",
  destAccessKey: "not needed: instances have a RAM role. Revoke the key if nothing else uses it",
  destSecretKey: "not needed: instances have a RAM role. Revoke the key if nothing else uses it",
  workerPassword: "not needed: nobody logs in to an instance",
  expressTunnelAuthToken: "not needed: there is no proxy on the way",
};
