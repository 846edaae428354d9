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
import journeys
import look
import validate


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


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=".build/release/miner-daemon")
    parser.add_argument("--store", help="a store made before; by default the demonstration")
    parser.add_argument("--today", default="2026-11-21")
    parser.add_argument("--limit", type=int, default=1500)
    parser.add_argument("--pictures")
    parser.add_argument("--browser", default=shutil.which("chromium") or shutil.which("chromium-browser"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = options.store or os.path.join(folder, "demo.sqlite")
        if not options.store:
            subprocess.run(
                [options.program, "demo", "--store", store, "--report", os.path.join(folder, "demo.html")],
                check=True,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        process, address = serve(options.program, store, options.today)
        try:
            wait(address)
            pages, problems = crawl.crawl(address, options.limit)
            print("crawler: %d addresses, %d problems" % (len(pages), len(problems)))
            found = validate.validate(pages)
            print("validator: %d pages, %d problems" % (len(validate.sample(pages)), len(found)))
            problems += found
            seen, found = look.look(address, pages, options.browser, options.pictures)
            print("browser: %d views, %d problems" % (seen, len(found)))
            problems += found
            walked, found = journeys.walk(address, options.browser)
            print("journeys: %d, %d problems" % (walked, len(found)))
            problems += found
        finally:
            process.terminate()
            process.wait(20)
    for problem in problems[:60]:
        print("- " + problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
