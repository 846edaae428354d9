"""How long the service works on each kind of page over one store, and how heavy the pages are. Printed, and written as JSON.

    python3 Benchmarks/pages.py --store million.sqlite --today 2026-10-01

The store is read and served as it is; give a copy. Each address is asked for once cold, then some times more. A busy machine
makes waits longer and processor time hardly: both are told, the least of the tries and that of the first. What the service makes
beforehand would count as theirs: they are asked for when it has nothing left to do (--opening: at once)."""

import argparse
import glob
import gzip
import json
import os
import re
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "../Tests/Served"))

from served import serve, token, wait

TOWNS = ("Paris", "Lyon", "Strasbourg", "Reims", "Toulouse")
WORDS = ("caces", "cuisinier", "permis b", "grand est", "xyzzy", "a", "conduite d’engins de chantier")


class Service:
    """A running service, its processor time, and what is said to it."""

    def __init__(self, address, process, key=None):
        self.address, self.process, self.key = address, process, key

    def used(self):
        """Milliseconds of processor time of all threads; those of threads that ended are lost."""
        total = 0
        for path in glob.glob("/proc/%d/task/*/schedstat" % self.process):
            try:
                with open(path) as file:
                    total += int(file.read().split()[0])
            except FileNotFoundError:
                pass
        return total / 1e6

    def get(self, path):
        """Status, bytes, milliseconds waited and worked."""
        request = urllib.request.Request(self.address + urllib.parse.quote(path, safe="/?&=%:+,."))
        if self.key:
            request.add_header("Authorization", "Bearer " + self.key)
        else:
            # Whoever asks from this computer is the owner, unless a proxy says that it asks for somebody.
            request.add_header("Via", "1.1 proxy")
        used, start = self.used(), time.perf_counter()
        try:
            with urllib.request.urlopen(request, timeout=600) as answer:
                status, body = answer.status, answer.read()
        except urllib.error.HTTPError as error:
            status, body = error.code, error.read()
        return status, body, (time.perf_counter() - start) * 1000, self.used() - used

    def rest(self, seconds):
        """Waits until the service has worked for less than a twentieth of three seconds."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            used = self.used()
            time.sleep(3)
            if self.used() - used < 150:
                return

    def links(self, page, pattern, limit):
        """The first links of a page that look like this, each once."""
        text = self.get(page)[1].decode()
        found = [link.replace("&amp;", "&") for link in re.findall('href="(%s)"' % pattern, text)]
        return list(dict.fromkeys(found))[:limit]


def addresses(service, each):
    """Addresses of every kind of page, those with the most offers behind them first."""
    kinds = {"home": ["/"]}

    def add(kind, paths):
        kinds.setdefault(kind, []).extend(path for path in paths if path not in kinds.get(kind, []))

    for path in ("territoires", "filieres", "metiers", "competences", "certifications", "candidats", "signaux", "offres",
                 "qualite", "methode", "lexique", "lexique/propositions", "recherche", "fiches", "portefeuilles",
                 "signaux-terrain", "donnees-ouvertes"):
        add("list " + path, ["/" + path])
    for level in ("region", "departement", "bassin", "zone-emploi"):
        add("territory " + level, service.links("/territoires", "/territoires/%s/[^\"?.]+" % level, each))
    for town in TOWNS:
        add("territory commune", service.links("/recherche?q=" + town, r"/territoires/commune/[^\"?.]+", 1))
    plain = r"/%s/[^\"?.]+"
    for kind, page in (("filieres", "/filieres"), ("metiers", "/metiers"), ("competences", "/competences"),
                       ("certifications", "/certifications"), ("candidats", "/candidats")):
        add(kind, service.links(page, plain % kind, each))
    add("competences", service.links("/signaux", plain % "competences", each))
    add("competences", ["/competences?nature=knowledge", "/competences?nature=credential"])
    # Filters of signals, of candidates, of offers.
    facets = service.links("/signaux", r"/signaux\?[^\"]+", 60)
    add("signals filtered", [link for link in facets if "filiere=" in link][:each])
    add("signals filtered", [link for link in facets if "territoire=" in link][:each])
    add("signals filtered", [link for link in facets if "classe=" in link][:each])
    for link in [link for link in facets if "filiere=" in link][:each]:
        add("signals filtered", [l for l in service.links(link, r"/signaux\?[^\"]*territoire=[^\"]+", 20)
                                 if "filiere=" in l][:2])
    add("signals filtered", ["/signaux?page=2"])
    for path in kinds.get("metiers", [])[:2]:
        add("signals filtered", ["/signaux?metier=" + path.split("/")[2]])
    for path in kinds.get("territory bassin", [])[:2] + kinds.get("territory departement", [])[:2]:
        add("signals filtered", ["/signaux?territoire=" + ":".join(path.split("/")[2:])])
    add("candidates filtered", service.links("/candidats", r"/candidats\?[^\"]+", each))
    for page in ("/competences", "/territoires", "/metiers", "/filieres", "/qualite", "/signaux"):
        add("offers", service.links(page, r"/offres\?[^\"]+", each))
    for kind in ("territory region", "territory departement", "territory bassin", "competences", "metiers"):
        for path in kinds.get(kind, [])[:2]:
            add("offers", service.links(path, r"/offres\?[^\"]+", each))
    add("offers", ["/offres?mois=2025-01..2025-12", "/offres?mois=2026-03..2026-03", "/offres?page=2", "/offres?page=20000"])
    for link in list(kinds["offers"])[:6]:
        add("offers", [link + "&mois=2025-10..2026-03", link + "&page=3"])
    add("search", ["/recherche?q=" + word for word in WORDS])
    for kind in ("territoire", "filiere", "certification", "forum"):
        add("sheets", service.links("/fiches", "/fiches/%s/[^\"?.]+" % kind, each))
    add("open data", service.links("/donnees-ouvertes", "/donnees-ouvertes/[^\"]+", 20))
    add("open data", ["/candidats.jsonld", "/territoires.geojson"])
    return kinds


def twins(path):
    """Other forms of a page."""
    parts = urllib.parse.urlsplit(path)
    if parts.path == "/" or parts.path.rsplit(".", 1)[-1] in ("csv", "json", "jsonld", "geojson", "md"):
        return []
    query = "?" + parts.query if parts.query else ""
    return [parts.path + "." + form + query for form in ("json", "csv")]


def measure(service, path, tries):
    status, body, wait_ms, work = service.get(path)
    row = {"path": path, "status": status, "bytes": len(body), "gzip": len(gzip.compress(body, 6)),
           "first_wait": wait_ms, "first_work": work, "wait": wait_ms, "work": work}
    for _ in range(tries - 1):
        _, _, wait_ms, work = service.get(path)
        row["wait"], row["work"] = min(row["wait"], wait_ms), min(row["work"], work)
    return row


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=str(HERE / "../.build/release/miner-daemon"))
    parser.add_argument("--store", required=True)
    parser.add_argument("--today", default="2026-11-21")
    parser.add_argument("--tries", type=int, default=3)
    parser.add_argument("--each", type=int, default=3, help="addresses of a kind that are asked for")
    parser.add_argument("--patience", type=int, default=3600, help="seconds the first analysis may take")
    parser.add_argument("--limit", type=float, default=150, help="milliseconds of work that a page may take")
    parser.add_argument("--heaviest", type=int, default=200_000, help="bytes that a page may weigh")
    parser.add_argument("--opening", action="store_true", help="ask while pages are still made beforehand")
    parser.add_argument("--json", default=None)
    options = parser.parse_args()
    program = str(Path(options.program).resolve())
    key = token(program, options.store, "reviewer")
    start = time.monotonic()
    process, address = serve(program, options.store, options.today, ("rate=0", "backup-hours=0"))
    over, results = [], {}
    try:
        wait(address, options.patience)
        ready = time.monotonic() - start
        idle = None
        if not options.opening:
            Service(address, process.pid).rest(options.patience)
            idle = time.monotonic() - start
        with open("/proc/%d/status" % process.pid) as file:
            memory = int(re.search(r"VmHWM:\s+(\d+)", file.read()).group(1)) // 1024
        print("First analysis published after %.0f s, pages made beforehand after %s, %d MB at most.\n" % (
            ready, "%.0f s" % idle if idle else "(not waited for)", memory), flush=True)
        results = {"ready_s": ready, "idle_s": idle, "memory_mb": memory, "readers": {}}
        for reader, service in (("published", Service(address, process.pid)), ("signed in", Service(address, process.pid, key))):
            kinds = addresses(service, options.each)
            table = results["readers"][reader] = []
            print("| %s | pages | first: work (wait) | again: work (wait) | heaviest (gzip) | slowest |" % reader)
            print("|---|--:|--:|--:|--:|---|", flush=True)
            for kind in kinds:
                for form in ("page", "twins"):
                    paths = kinds[kind] if form == "page" else [twin for path in kinds[kind] for twin in twins(path)]
                    rows = [dict(measure(service, path, options.tries), kind=kind, form=form) for path in paths]
                    rows = [row for row in rows if row["status"] == 200 or form == "page"]
                    if not rows:
                        continue
                    table += rows
                    slow = max(rows, key=lambda row: row["first_work"])
                    heavy = max(rows, key=lambda row: row["bytes"])
                    again = max(rows, key=lambda row: row["work"])
                    print("| %s%s | %d | %.0f ms (%.0f) | %.0f ms (%.0f) | %.0f kB (%.0f) | %s |" % (
                        kind, "" if form == "page" else ", twins", len(rows), slow["first_work"], slow["first_wait"],
                        again["work"], again["wait"], heavy["bytes"] / 1000, heavy["gzip"] / 1000, slow["path"]), flush=True)
                    for row in rows:
                        if row["status"] != 200:
                            over.append("%s answers %d" % (row["path"], row["status"]))
                        if row["first_work"] > options.limit:
                            over.append("%s (%s): %.0f ms at first, %.0f ms again" % (
                                row["path"], reader, row["first_work"], row["work"]))
                        if form == "page" and kind != "open data" and row["bytes"] > options.heaviest:
                            over.append("%s (%s): %d kB, %d kB compressed" % (
                                row["path"], reader, row["bytes"] // 1000, row["gzip"] // 1000))
            print()
    finally:
        process.terminate()
        process.wait(40)
        if options.json:
            Path(options.json).write_text(json.dumps(results, indent=1) + "\n")
    print("%d of these are over %.0f ms or %d kB:" % (len(over), options.limit, options.heaviest // 1000))
    for line in over:
        print("- " + line)
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
