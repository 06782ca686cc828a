"""Brings an instance from a stock image to a running worker; docs/deployment.md tells how it boots.

install  set the machine up: hand over to systemd, or, where there is none, do it all in the foreground
boot     fetch and check what the worker needs, then start it
stopped  report how the worker's process ended (systemd runs this after it)

Python 3.6 and its standard library are all that this may use. The user data carries it without comments, see
stacks/user-data.ts. OSS_FERRY_ROOT, _METADATA_ENDPOINT, _OSS_ENDPOINT and _BOOT_SECOND
move it elsewhere and let its time run faster.
"""
import datetime
import hashlib
import hmac
import http.client
import json
import os
import random
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

ROOT = os.environ.get("OSS_FERRY_ROOT", "/")
METADATA = os.environ.get("OSS_FERRY_METADATA_ENDPOINT", "http://100.100.100.200")
SECOND = float(os.environ.get("OSS_FERRY_BOOT_SECOND", "1"))
TRIES = 5
BROKEN = (OSError, http.client.HTTPException)
# The metadata service and the intranet endpoint are never behind a proxy.
OPEN = urllib.request.build_opener(urllib.request.ProxyHandler({})).open


class BootError(Exception):
    def __init__(self, code, reason, passing=False):
        Exception.__init__(self, reason)
        self.code = code
        self.passing = passing  # whether it may pass by itself within a minute


def at(path):
    return os.path.join(ROOT, path.lstrip("/"))


def say(text):
    print("oss-ferry boot: " + text, flush=True)


def utc_now():
    return datetime.datetime.now(datetime.timezone.utc)


def wait(seconds):
    time.sleep(SECOND * seconds * (0.5 + random.random() / 2))


class Metadata:
    """The metadata service in hardened mode."""

    def __init__(self):
        self.token = None

    def get(self, path):
        """The value, or None where there is none."""
        if self.token is None:
            ttl = {"X-aliyun-ecs-metadata-token-ttl-seconds": "21600"}
            ask = urllib.request.Request(METADATA + "/latest/api/token", headers=ttl, method="PUT")
            self.token = OPEN(ask, timeout=5).read().decode()
        headers = {"X-aliyun-ecs-metadata-token": self.token}
        try:
            ask = urllib.request.Request(METADATA + "/latest/meta-data/" + path, headers=headers)
            return OPEN(ask, timeout=5).read().decode().strip()
        except urllib.error.HTTPError as error:
            if error.code == 404:
                return None
            self.token = None
            raise

    def credentials(self):
        """The role's key pair, or None while no role is attached."""
        role = self.get("ram/security-credentials/")
        answer = role and self.get("ram/security-credentials/" + role.split("\n")[0])
        pair = json.loads(answer) if answer else None
        return pair if pair and pair.get("Code") == "Success" else None

    def wait_for_role(self):
        """Terraform attaches the role only after the instance runs."""
        until = time.time() + 900 * SECOND
        trouble = "the instance has no RAM role"
        say("waiting for the role")
        while True:
            try:
                if self.credentials():
                    return
            except BROKEN + (ValueError,) as error:
                trouble = "the metadata service does not answer: %s" % error
            if time.time() > until:
                raise BootError("ROLE_MISSING", trouble)
            wait(4)


class ControlBucket:
    """Requests to the control bucket, signed with V4."""

    def __init__(self, config, metadata):
        self.bucket, self.region, self.metadata = config["controlBucket"], config["region"], metadata
        endpoint = os.environ.get("OSS_FERRY_OSS_ENDPOINT") or config.get("ossEndpoint")
        url = urllib.parse.urlsplit(endpoint or "https://oss-%s-internal.aliyuncs.com" % self.region)
        bare = re.match(r"(\d+\.){3}\d+$|localhost$", url.hostname)
        host = "%s/%s" % (url.netloc, self.bucket) if bare else "%s.%s" % (self.bucket, url.netloc)
        self.address = "%s://%s/" % (url.scheme, host)

    def request(self, method, key, body=None):
        path = urllib.parse.quote(key)
        headers = self.sign(method, path, {} if body is None else {"content-type": "application/json"})
        ask = urllib.request.Request(self.address + path, data=body, headers=headers, method=method)
        try:
            return OPEN(ask, timeout=60)
        except urllib.error.HTTPError as error:
            raise self.refusal(error, method, key)
        except BROKEN as error:
            reason = getattr(error, "reason", error)
            raise BootError("NETWORK", "%s does not answer: %s" % (self.address, reason), True)

    def refusal(self, error, method, key):
        body = error.read(4096).decode("utf-8", "replace")
        service_code = (re.search(r"<Code>(\w+)</Code>", body) or [None, str(error.code)])[1]
        what = "%s oss://%s/%s: %s (HTTP %d)" % (method, self.bucket, key, service_code, error.code)
        if error.code == 404:
            return BootError("OBJECT_MISSING", what + "; deploy the foundation stack again")
        if service_code == "RequestTimeTooSkewed":
            return BootError("CLOCK_SKEWED", what + "; the instance's clock is wrong", True)
        if error.code == 403:
            # A policy that was just attached takes a moment to hold.
            return BootError("ACCESS_DENIED", what + "; the worker's role may not do this", True)
        return BootError("SERVICE_ERROR", what, error.code >= 500 or error.code == 429)

    def sign(self, method, path, headers):
        pair = self.metadata.credentials()
        if pair is None:
            raise BootError("ROLE_MISSING", "the instance has lost its RAM role")
        stamp = utc_now().strftime("%Y%m%dT%H%M%SZ")
        scope = "%s/%s/oss/aliyun_v4_request" % (stamp[:8], self.region)
        signed = dict(headers)
        signed["x-oss-content-sha256"] = "UNSIGNED-PAYLOAD"
        signed["x-oss-date"] = stamp
        signed["x-oss-security-token"] = pair["SecurityToken"]
        lines = "".join("%s:%s\n" % line for line in sorted(signed.items()))
        canonical = [method, "/%s/%s" % (self.bucket, path), "", lines, "", "UNSIGNED-PAYLOAD"]
        digest = hashlib.sha256("\n".join(canonical).encode()).hexdigest()
        key = ("aliyun_v4" + pair["AccessKeySecret"]).encode()
        for part in scope.split("/") + ["\n".join(["OSS4-HMAC-SHA256", stamp, scope, digest])]:
            key = hmac.new(key, part.encode(), hashlib.sha256).digest()
        signed["Authorization"] = "OSS4-HMAC-SHA256 Credential=%s/%s,Signature=%s" % (
            pair["AccessKeyId"], scope, key.hex())
        return signed


class Boot:
    def __init__(self):
        with open(at("/etc/oss-ferry/bootstrap.json")) as file:
            self.config = json.load(file)
        self.metadata = Metadata()
        self.control = ControlBucket(self.config, self.metadata)

    def report(self, stage, **details):
        """Puts a boot event where the operator sees it; a boot does not fail because of that."""
        say(" ".join([stage] + ["%s=%s" % item for item in sorted(details.items()) if item[0] != "log"]))
        try:
            instance = self.metadata.get("instance-id")
            event = {"format": 1, "stage": stage, "instanceId": instance, "worker": self.config["worker"]}
            event["at"] = utc_now().strftime("%Y-%m-%dT%H:%M:%SZ")
            event.update(details)
            key = "jobs/%s/boot/%s/%s.json" % (self.config["jobId"], instance, stage)
            self.control.request("PUT", key, json.dumps(event).encode()).close()
        except BROKEN + (ValueError, BootError) as error:
            say("cannot report %s: %s" % (stage, error))

    def prepare(self):
        begun = time.time()
        self.metadata.wait_for_role()
        self.report("started")
        self.report("credentials", seconds=round(time.time() - begun, 1))
        begun = time.time()
        fetched = [self.fetch(artifact) for artifact in self.config["artifacts"]]
        self.report("downloaded", seconds=round(time.time() - begun, 1), bytes=sum(fetched))
        self.check_runtime()
        self.write_environment()
        self.report("verified")

    def fetch(self, artifact):
        """Makes sure that the artifact is there, bit for bit; gives the number of bytes it took."""
        if digest_of(at(artifact["path"])) == artifact["sha256"]:
            return 0
        for number in range(TRIES):
            try:
                return self.download(artifact)
            except BootError as error:
                if not error.passing or number == TRIES - 1:
                    raise
                say("%s; trying again" % error)
                wait(2 ** (number + 1))

    def download(self, artifact):
        path, size = at(artifact["path"]), 0
        os.makedirs(os.path.dirname(path), exist_ok=True)
        digest = hashlib.sha256()
        with self.control.request("GET", artifact["key"]) as answer, open(path + ".part", "wb") as file:
            try:
                for chunk in iter(lambda: answer.read(1 << 20), b""):
                    file.write(chunk)
                    digest.update(chunk)
                    size += len(chunk)
            except BROKEN as error:
                raise BootError("NETWORK", "%s broke off after %d bytes: %s" % (artifact["key"], size, error), True)
        if digest.hexdigest() != artifact["sha256"]:
            os.remove(path + ".part")
            raise BootError("DIGEST_MISMATCH", "%s has SHA-256 %s (%d bytes), not %s" % (
                artifact["key"], digest.hexdigest(), size, artifact["sha256"]), True)
        os.chmod(path + ".part", artifact["mode"])
        os.replace(path + ".part", path)
        return size

    def check_runtime(self):
        try:
            node = [at(self.config["command"][0]), "--version"]
            subprocess.run(node, check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        except (OSError, subprocess.CalledProcessError) as error:
            said = (getattr(error, "output", None) or b"").decode("utf-8", "replace").strip()
            raise BootError("RUNTIME_UNUSABLE", "the runtime does not run on this image: %s %s" % (error, said))

    def environment(self):
        environment = dict(self.config["environment"])
        for name in ("OSS_FERRY_METADATA_ENDPOINT", "OSS_FERRY_OSS_ENDPOINT"):
            if name in os.environ:
                environment[name] = os.environ[name]
        return environment

    def write_environment(self):
        lines = ['%s="%s"\n' % (name, re.sub(r'(["\\`$])', r"\\\1", value))
                 for name, value in sorted(self.environment().items())]
        with open(at("/etc/oss-ferry/worker.env"), "w") as file:
            file.writelines(lines)

    def run_worker(self):
        """What systemd does where it is there: start the worker, and again when it fails, until told to stop."""
        stopping = []
        environment = dict(self.environment(), PATH=os.environ.get("PATH", ""))
        command = [at(part) if part.startswith("/") else part for part in self.config["command"]]
        running = []

        def stop(number, _frame):
            stopping.append(number)
            for worker in running:
                worker.send_signal(signal.SIGTERM)

        # Before there is a worker: a signal that came between the two would end us and leave it alone.
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, stop)
        while not stopping:
            worker = subprocess.Popen(command, env=environment)
            running[:] = [worker]
            if stopping:
                worker.send_signal(signal.SIGTERM)
            code = worker.wait()
            self.report("stopped", exit=code if code >= 0 else signal.Signals(-code).name)
            for _ in range(100):
                if stopping or code in self.config["finalExitCodes"]:
                    return max(code, 0)
                wait(0.1)
        return 0


def digest_of(path):
    digest = hashlib.sha256()
    try:
        with open(path, "rb") as file:
            for chunk in iter(lambda: file.read(1 << 20), b""):
                digest.update(chunk)
    except FileNotFoundError:
        return None
    return digest.hexdigest()


def log_tail():
    show = ["journalctl", "--unit=oss-ferry-worker", "--lines=5", "--output=cat", "--no-pager"]
    try:
        return subprocess.check_output(show, stderr=subprocess.DEVNULL).decode("utf-8", "replace").splitlines()
    except (OSError, subprocess.CalledProcessError):
        return []


def systemctl(*arguments):
    subprocess.run(("systemctl",) + arguments, check=True)


def main(action):
    has_systemd = ROOT == "/" and os.path.isdir("/run/systemd/system")
    if action == "install" and has_systemd:
        systemctl("daemon-reload")
        systemctl("enable", "--now", "--no-block", "oss-ferry-boot.service")
        return 0
    boot = Boot()
    if action == "stopped":
        status = os.environ.get("EXIT_STATUS", "")
        boot.report("stopped", exit=int(status) if status.isdigit() else status, log=log_tail())
        return 0
    try:
        boot.prepare()
    except BootError as error:
        boot.report("failed", code=error.code, reason=str(error))
        return 1
    except Exception as error:  # whatever it is, the operator shall see it
        boot.report("failed", code="UNEXPECTED", reason="%s: %s" % (type(error).__name__, error))
        return 1
    if not has_systemd:
        return boot.run_worker()
    systemctl("restart", "--no-block", "oss-ferry-worker.service")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
