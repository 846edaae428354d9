"""How the service answers under load: wrk on loopback, then an import with readers beside it. Printed, and written as JSON."""

import argparse
import gzip
import itertools
import json
import os
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "../Tests/Served"))

from served import Served, command, demonstration, token

# Requests a second that all readers together make while an import runs. A region has a few hundred professionals and
# their programs: one request a second is a busy hour, so these are many times what it has.
RATES = (25, 100)
UNITS = {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}


def offer_text():
    """Title and text of one offer of the demonstration corpus."""
    with gzip.open(HERE / "../corpora/offres-demo.jsonl.gz", "rt", encoding="utf-8") as file:
        offer = json.loads(file.readline())
    return {"title": offer["title"], "description": offer["description"]}


def script(folder, name, path, key, connections, rate=None, body=None):
    """A program for wrk: one path, as who has a token, no faster than a rate."""
    lines = ['wrk.headers["Authorization"] = "Bearer %s"' % key]
    if body:
        lines += ['wrk.method = "POST"', 'wrk.headers["Content-Type"] = "application/json"',
                  "wrk.body = %s" % lua(json.dumps(body))]
    lines.append("function request() return wrk.format(nil, %s) end" % lua(path))
    if rate:
        lines.append("function delay() return %d end" % (1000 * connections // rate))
    file_name = os.path.join(folder, name + ".lua")
    with open(file_name, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    return file_name


def lua(text):
    return '"' + "".join("\\%03d" % byte if byte in b'"\\\n' or byte > 126 else chr(byte) for byte in text.encode()) + '"'


def wrk(address, program, connections, seconds):
    """Latencies in milliseconds, requests a second, and what was no answer of 200."""
    text = subprocess.run(
        ["wrk", "-t1", "-c%d" % connections, "-d%ds" % seconds, "--timeout", "10s", "--latency", "-s", program, address],
        check=True, capture_output=True, text=True).stdout
    return read(text)


def processor(process):
    """Seconds of processor time a process has used."""
    with open("/proc/%d/stat" % process) as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def read(text):
    def latency(share):
        value, unit = re.search(r"%d%%\s+([\d.]+)(us|ms|s|m)\b" % share, text).groups()
        return round(float(value) * UNITS[unit], 2)

    failed = sum(int(n) for n in re.findall(r"Non-2xx or 3xx responses: (\d+)", text))
    for errors in re.findall(r"Socket errors: (.*)", text):
        failed += sum(int(n) for n in re.findall(r"\d+", errors))
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))
    return {
        "p50_ms": latency(50), "p99_ms": latency(99), "requests_s": round(rate, 1), "failed": failed,
        "requests": int(re.search(r"(\d+) requests in", text).group(1)),
    }


class Imports:
    """Files of offers that are imported one after the other."""

    def __init__(self, address, key, process, files):
        self.address, self.key, self.process, self.files = address, key, process, list(files)
        # Processor time of the service during each import.
        self.used = []

    def ask(self, method, path, body=None):
        request = urllib.request.Request(self.address + path, body, {"Authorization": "Bearer " + self.key}, method=method)
        with urllib.request.urlopen(request, timeout=600) as answer:
            return json.loads(answer.read())

    def next(self):
        """Seconds from the acknowledgement of a file to the end of its import."""
        path = self.files.pop(0)
        used = processor(self.process)
        with open(path, "rb") as file:
            job = self.ask("POST", "/api/v1/offers?name=" + os.path.basename(path), file.read())
        start = time.monotonic()
        while job["state"] in ("queued", "running"):
            time.sleep(0.05)
            job = self.ask("GET", "/api/v1/jobs/%d" % job["id"])
        if job["state"] != "done":
            raise SystemExit("the import failed: %s" % job["message"])
        self.used.append(round(processor(self.process) - used, 2))
        return time.monotonic() - start

    def analyses(self):
        """Analyses published so far."""
        with urllib.request.urlopen(self.address + "/metrics", timeout=60) as answer:
            text = answer.read().decode()
        found = re.search(r'^skillminer_analyses_total\{state="done"\} (\d+)', text, re.M)
        return int(found.group(1)) if found else 0

    def settle(self):
        """Waits until no work is left and the analysis of it is served: the service has nothing to do any more. What
        that took."""
        quiet, first, start, analyses = 0, processor(self.process), time.monotonic(), self.analyses()
        end = start
        while quiet < 10:
            used = processor(self.process)
            time.sleep(0.5)
            waiting = sum(len(self.ask("GET", "/api/v1/jobs?state=" + state)["items"]) for state in ("queued", "running"))
            quiet = 0 if waiting or processor(self.process) - used > 0.1 else quiet + 1
            if not quiet:
                end = time.monotonic()
        return {
            "seconds": round(end - start, 1), "processor_s": round(processor(self.process) - first, 1),
            "analyses": self.analyses() - analyses,
        }


class Readers:
    """Readers of every route beside something else: at a rate, or as fast as they are answered."""

    def __init__(self, folder, address, key, routes, rate=None, connections=None):
        self.running = []
        for name, (path, body) in routes.items():
            count = connections or 2
            lines = script(folder, "beside-" + name.replace(" ", "-"), path, key, count, rate and rate / len(routes), body)
            self.running.append((name, subprocess.Popen(
                ["wrk", "-t1", "-c%d" % count, "-d600s", "--timeout", "10s", "--latency", "-s", lines, address],
                stdout=subprocess.PIPE, text=True)))

    def stop(self):
        """What each route was answered with."""
        for _, process in self.running:
            process.send_signal(2)
        return {name: read(process.communicate()[0]) for name, process in self.running}


def generated(folder, generator, count, seed):
    """A file of made-up offers whose identifiers no other file has."""
    path = os.path.join(folder, "offres-%d.jsonl" % seed)
    subprocess.run(
        [generator, "--offers", str(count), "--seed", str(seed), "--output", path, "--truth", os.path.join(folder, "truth.json")],
        check=True, capture_output=True, cwd=HERE / "..")
    with open(path, encoding="utf-8") as file:
        offers = [json.loads(line) for line in file]
    with open(path, "w", encoding="utf-8") as file:
        for offer in offers:
            offer["id"] = "%d-%s" % (seed, offer["id"])
            file.write(json.dumps(offer, ensure_ascii=False) + "\n")
    return path


def portions(folder, path, count, parts):
    """The first offers of a file as files of as many each."""
    with open(path, encoding="utf-8") as file:
        lines = list(itertools.islice(file, count * parts))
    if len(lines) < count * parts:
        sys.exit(
            "%s holds %d offers, and %d imports of %d take %d: give a longer file, or --imported %d at most"
            % (path, len(lines), parts, count, count * parts, len(lines) // parts)
        )
    paths = []
    for part in range(parts):
        paths.append(os.path.join(folder, "offres-%d.jsonl" % part))
        with open(paths[-1], "w", encoding="utf-8") as file:
            file.writelines(lines[part * count : (part + 1) * count])
    return paths


def copied(program, folder, path, today):
    """A copy of a store, with the certifications of the program so that there is something to propose."""
    store = os.path.join(folder, "copy.sqlite")
    subprocess.run(["cp", "--reflink=auto", path, store], check=True)
    command(program, "import", "referential", "taxonomy-data/certifications", "--store", store, "--today", today)
    return store


def memory(process):
    """Resident memory of a process in MiB, now and at most."""
    with open("/proc/%d/status" % process) as file:
        sizes = dict(re.findall(r"(VmRSS|VmHWM):\s+(\d+) kB", file.read()))
    return int(sizes["VmRSS"]) >> 10, int(sizes["VmHWM"]) >> 10


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=str(HERE / "../.build/release/miner-daemon"))
    parser.add_argument("--generator", default=str(HERE / "../.build/release/corpus-generator"))
    parser.add_argument("--offers", type=int, default=0, help="made-up offers added to the demonstration")
    parser.add_argument("--store", help="a store to measure a copy of, instead of the demonstration")
    parser.add_argument("--month", help="file the imported offers are taken from, instead of made-up ones")
    parser.add_argument("--folder", help="where copies lie while they are measured")
    parser.add_argument("--imported", type=int, default=5000, help="offers of each import that is timed")
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument(
        "--rates", type=lambda text: [int(part) for part in text.split(",")], default=list(RATES),
        help="requests a second beside an import, one import each")
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--today", default="2026-11-21")
    parser.add_argument("--json", default=None)
    options = parser.parse_args()
    given = {name: path and str(Path(path).resolve()) for name, path in vars(options).items() if name in ("store", "month")}
    program, connections = str(Path(options.program).resolve()), options.connections
    generator = str(Path(options.generator).resolve())
    os.chdir(HERE / "..")
    results = {"connections": connections, "seconds": options.seconds}
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        if given["store"]:
            store = copied(program, folder, given["store"], options.today)
        else:
            store = demonstration(program, folder)
        if options.offers:
            path = generated(folder, generator, options.offers, 1)
            command(program, "import", "offers", path, "--store", store, "--today", options.today)
        key = token(program, store, "administrator")
        if given["month"]:
            files = portions(folder, given["month"], options.imported, len(options.rates) + 3)
        else:
            files = [
                generated(folder, generator, options.imported, seed) for seed in range(11, 14 + len(options.rates))]
        with sqlite3.connect("file:%s?mode=ro" % store, uri=True) as rows:
            results["offers"], = rows.execute("SELECT count(*) FROM offer").fetchone()
        started = time.monotonic()
        server = Served(program, store, options.today, ("rate=0", "backup-hours=0"))
        with server as address:
            results["start"] = {
                "seconds": round(time.monotonic() - started, 1), "processor_s": round(processor(server.process.pid), 1),
                "memory_mib": memory(server.process.pid),
            }
            print("First analysis served after %(seconds)s s (%(processor_s)s s of processor time)." % results["start"])
            imports = Imports(address, key, server.process.pid, files)
            routes = {
                "signals": ("/api/v1/signals", None), "candidates": ("/api/v1/candidates", None),
                "one offer": ("/api/v1/offers/1", None), "extract": ("/api/v1/extract", offer_text()),
                "home page": ("/", None),
            }
            # The first analysis is served before its pages are made.
            imports.settle()
            print("%d offers, %d connections, %d s a row\n" % (results["offers"], connections, options.seconds))
            print("| asked for | p50 | p99 | requests a second | processor time of one | failed |")
            print("|---|---|---|---|---|---|", flush=True)
            results["routes"] = {}
            for name, (path, body) in routes.items():
                lines = script(folder, name.replace(" ", "-"), path, key, connections, body=body)
                wrk(address, lines, connections, 2)
                used = processor(server.process.pid)
                row = results["routes"][name] = wrk(address, lines, connections, options.seconds)
                row["processor_ms"] = round(1000 * (processor(server.process.pid) - used) / max(1, row["requests"]), 2)
                print("| %s | %s ms | %s ms | %s | %s ms | %d |" % (
                    name, row["p50_ms"], row["p99_ms"], row["requests_s"], row["processor_ms"], row["failed"]), flush=True)
            beside = [("alone", None), *(("%d requests a second" % rate, rate) for rate in options.rates),
                      ("readers that never wait", 0), ("alone again", None)]
            rows = results["imports"] = []
            print("\n| import of %d offers beside | seconds | slower by | processor time | analysis after it |" % options.imported)
            print("|---|---|---|---|---|", flush=True)
            for name, rate in beside:
                readers = None if rate is None else Readers(
                    folder, address, key, routes, rate=rate or None, connections=None if rate else 1)
                seconds = imports.next()
                row = {"beside": name, "seconds": round(seconds, 2), "processor_s": imports.used[-1]}
                row["readers"] = readers.stop() if readers else {}
                row["analysis"] = imports.settle()
                rows.append(row)
                alone = statistics.mean(row["seconds"] for row in rows if not row["readers"])
                row["slower_percent"] = round(100 * (seconds / alone - 1), 1) if readers else None
                print("| %s | %.1f | %s | %.1f s | %.0f s, %.0f s of processor time (%d) |" % (
                    name, seconds, "%.0f %%" % row["slower_percent"] if readers else "", row["processor_s"],
                    row["analysis"]["seconds"], row["analysis"]["processor_s"], row["analysis"]["analyses"]), flush=True)
                for route, answered in row["readers"].items():
                    print("|   %s | p50 %s ms | p99 %s ms | %s requests a second | %d failed |" % (
                        route, answered["p50_ms"], answered["p99_ms"], answered["requests_s"], answered["failed"]), flush=True)
            results["memory_mib"] = memory(server.process.pid)
        print("\nMemory of the service: %d MiB, at most %d MiB." % results["memory_mib"])
    if options.json:
        Path(options.json).write_text(json.dumps(results, indent=2) + "\n")


if __name__ == "__main__":
    main()
