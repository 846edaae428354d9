"""Runs the browser tests; see README.md."""

import argparse
import os
import shutil
import sys
import tempfile
import time

here = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [here, os.path.join(here, "..", "Served")]

import crawl
import edges
import journeys
import look
import validate
import wave
from served import Served, command, demonstration, token


def wave_of(program, folder, today):
    """The demonstration with a competency that emerges in one bassin."""
    store = demonstration(program, folder)
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
        store = wave_of(program, folder, today)
        key = token(program, store, "reviewer")
        with Served(program, store, today) as address:
            walked, found, state = journeys.walk(address, options.browser, key, options.pictures)
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
