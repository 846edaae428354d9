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
import figures
import journeys
import look
import many
import outlines
import sheets
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
            found = []
            followed = figures.follow(address, edges.get, pages, found)
            done("numbers of offers: %d" % followed, found)
            forms = look.signed(address, state)
            done("validator: %d pages" % (len(validate.sample(pages)) + len(forms)), validate.validate(pages, forms))
            seen, found = look.look(address, pages, options.browser, options.pictures, state)
            done("browser: %d views" % seen, found)
            found = []
            printed = sheets.print_all(address, options.browser, found)
            done("sheets: %d" % printed, found)
            found = []
            edges.lost(address, found)
            done("lost addresses", found)
        found = []
        # Nothing on the search path: no WeasyPrint.
        with Served(program, store, today, environment={"PATH": folder}) as address:
            edges.without_press(address, found)
        outlines.refused(program, store, today, folder, found)
        with Served(program, store, today, ("department-outlines=" + outlines.write(folder),)) as address:
            outlines.drawn(address, edges.get, found, options.browser, options.pictures)
        done("no WeasyPrint, outlines", found)
        one, nothing, single = edges.prepare(folder)
        found = []
        served = Served(program, nothing, today)
        # A store that is not there is furnished first: the analysis takes its time.
        edges.running(served.address, found)
        with served as address:
            edges.empty(address, found)
        command(program, "import", "offers", one, "--store", single, "--today", today)
        with Served(program, single, today) as address:
            edges.one(address, found)
        done("an analysis running, empty store, one hostile offer", found)
        found = []
        os.makedirs(os.path.join(folder, "rome"))
        plenty, wishes = os.path.join(folder, "many.sqlite"), os.path.join(folder, "many.jsonl")
        many.offers(wishes)
        command(program, "import", "taxonomy", many.release(os.path.join(folder, "rome")), "--store", plenty, "--today", today)
        command(program, "import", "offers", wishes, "--store", plenty, "--today", today)
        with Served(program, plenty, today) as address:
            many.look(address, edges.get, crawl.HEAVIEST, found)
        done("ten thousand competencies", found)
    for problem in problems[:60]:
        print("- " + problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
