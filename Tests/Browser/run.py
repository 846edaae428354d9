"""Runs the browser tests; see README.md."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import crawl
import edges
import journeys
import look
import validate
import wave


def serve(program, store, today):
    """Starts the server on a free port; returns the process and its address."""
    process = subprocess.Popen(
        [program, "serve", "--store", store, "--port", "0", "--today", today],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    for line in process.stderr:
        for word in line.replace('"', " ").split():
            if word.startswith("http://"):
                return process, word.rstrip("/")
    raise SystemExit("the server did not say where it listens")


def wait(address, seconds=120):
    """Waits until the first analysis is published."""
    for _ in range(seconds * 5):
        try:
            with urllib.request.urlopen(address + "/") as answer:
                if answer.status == 200:
                    return
        except urllib.error.HTTPError as error:
            if error.code != 503:
                raise
        time.sleep(0.2)
    raise SystemExit("no page after %d s" % seconds)


def command(program, *arguments):
    """Runs a command of the program; what it writes."""
    run = subprocess.run([program, *arguments], capture_output=True, text=True)
    if run.returncode != 0:
        raise SystemExit("%s: %s" % (" ".join(arguments[:2]), run.stderr[-500:]))
    return run.stdout


class Served:
    """A server on a store, for as long as it is needed."""

    def __init__(self, program, store, today):
        self.process, self.address = serve(program, store, today)

    def __enter__(self):
        wait(self.address)
        return self.address

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(20)


def demonstration(program, folder, today):
    """The demonstration with a competency that emerges in one bassin."""
    store = os.path.join(folder, "demo.sqlite")
    command(program, "demo", "--store", store, "--report", os.path.join(folder, "demo.html"))
    offers = os.path.join(folder, "vague.jsonl")
    wave.write(offers)
    command(program, "import", "offers", offers, "--store", store, "--source", "vague", "--today", today)
    return store


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=".build/release/miner-daemon")
    parser.add_argument("--today", default="2026-11-21")
    parser.add_argument("--limit", type=int, default=800)
    parser.add_argument("--pictures")
    parser.add_argument("--browser", default=shutil.which("chromium") or shutil.which("chromium-browser"))
    options = parser.parse_args()
    program, today = options.program, options.today
    start = time.monotonic()
    problems = []

    def done(what, found):
        print("%s, %d problems (%d s)" % (what, len(found), time.monotonic() - start), flush=True)
        problems.extend(found)

    with tempfile.TemporaryDirectory() as folder:
        store = demonstration(program, folder, today)
        token = command(program, "token", "create", "--store", store, "--name", "Essai", "--role", "reviewer").split()[0]
        with Served(program, store, today) as address:
            walked, found, state = journeys.walk(address, options.browser, token, options.pictures)
            done("journeys: %d" % walked, found)
            pages, found = crawl.crawl(address, options.limit)
            done("crawler: %d addresses" % len(pages), found)
            forms = look.signed(address, state)
            done("validator: %d pages" % (len(validate.sample(pages)) + len(forms)), validate.validate(pages, forms))
            seen, found = look.look(address, pages, options.browser, options.pictures, state)
            done("browser: %d views" % seen, found)
            found = []
            edges.lost(address, found)
            done("lost addresses", found)
        one, nothing, single = edges.prepare(folder)
        found = []
        with Served(program, nothing, today) as address:
            edges.empty(address, found)
        command(program, "import", "offers", one, "--store", single, "--today", today)
        with Served(program, single, today) as address:
            edges.one(address, found)
        done("empty store, one hostile offer", found)
    for problem in problems[:60]:
        print("- " + problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
