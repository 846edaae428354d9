"""Holds the running service against its OpenAPI document and against ill-meaning clients; see README.md."""

import argparse
import collections
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request

here = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [here, os.path.join(here, "..", "Served")]

import hostile
from served import Served, demonstration, token

# What a schema cannot say: that a table has the columns it needs, that one period comes before another, that a parameter
# left empty by a form is none.
UNSAID = "positive_data_acceptance,negative_data_rejection"


def fuzz(address, key, folder, options):
    """Lets schemathesis loose; whether every answer was as described."""
    program = os.path.join(os.path.dirname(os.path.abspath(sys.executable)), "schemathesis")
    return subprocess.run([
        program, "run", address + "/api/v1/openapi.json", "--header", "Authorization: Bearer " + key,
        "--exclude-checks", UNSAID, "--phases", "examples,coverage,fuzzing,stateful",
        "--max-examples", str(options.examples), "--seed", str(options.seed), "--request-timeout", "60",
        "--continue-on-failure", "--no-shrink", "--generation-database", "none", "--warnings", "off",
    ], cwd=folder).returncode == 0


def statuses(address, key):
    """How many requests the service says it answered, by status."""
    request = urllib.request.Request(address + "/metrics", headers={"Authorization": "Bearer " + key})
    with urllib.request.urlopen(request) as answer:
        text = answer.read().decode()
    counts = collections.Counter()
    for status, count in re.findall(r'skillminer_requests_total\{[^}]*status="(\d+)"\} (\d+)', text):
        counts[int(status)] += int(count)
    return counts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=".build/release/miner-daemon")
    parser.add_argument("--today", default="2026-11-21")
    parser.add_argument("--examples", type=int, default=25)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        store = demonstration(options.program, folder)
        key = token(options.program, store, "administrator")
        settings = ("rate=0", "require-token=oui", "backup-hours=0")
        server = Served(options.program, store, options.today, settings)
        with server as address:
            tried, found = hostile.attack(address, key, server.process.pid)
            print("%d attempts, %d of them with another outcome than described" % (len(tried), len(found)), flush=True)
            isTrue = fuzz(address, key, folder, options)
            counts = statuses(address, key)
    told = ", ".join("%d: %d" % pair for pair in sorted(counts.items()))
    print("%d requests answered (%s) in %d s" % (sum(counts.values()), told, time.monotonic() - start))
    # 503 tells that something is not ready, 507 that the disk is full: both are described.
    broken = sum(n for status, n in counts.items() if status >= 500 and status not in (503, 507))
    for problem in found:
        print("- " + problem)
    return 0 if isTrue and not found and not broken else 1


if __name__ == "__main__":
    sys.exit(main())
