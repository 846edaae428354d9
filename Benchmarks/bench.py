"""Runs engines side by side, interleaved pass by pass, and prints what each does to the same texts.

Only the standard library; `setup.sh` has built what the engines need. See README.md for what the columns mean.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
LUCENE = "/usr/share/java/lucene-core-4.10.4.jar:/usr/share/java/lucene-analyzers-common-4.10.4.jar"

# Documents of the first pass: it warms up, and what it finds is compared with the expected counts.
CHECKED = 400
OURS = "full job: analyse and match"


class Engine:
    """A process that answers `run STAGE LIMIT` with one timed pass."""

    def __init__(self, command):
        self.process = subprocess.Popen(
            [str(part) for part in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=HERE
        )
        self.ready = self.answer()

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.process.args[0]} ended; its message is above")
        reply = json.loads(line)
        if "error" in reply:
            raise RuntimeError(reply["error"])
        return reply

    def run(self, stage, limit):
        self.process.stdin.write(f"run {stage} {limit}\n")
        self.process.stdin.flush()
        return self.answer()

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def catalogue(scratch, stages):
    """Rows in the order of the table: title, command, stage, what kind of spans it gives."""
    python = scratch / "venv/bin/python"
    rust = scratch / "rust/target/release/rust-matchers"
    c = [scratch / "icu_words", scratch]
    rows = [
        ("segment", stages, "segment", "segments"),
        ("segment, fold, elide, stem, key", stages, "tokens", "tokens"),
        (OURS, stages, "match-forms", "exact"),
        ("extract --exact: forms and grammars", stages, "exact", "exact mentions"),
        ("extract with linker (product lexicon)", stages, "extract", "mentions"),
        ("C: ICU ubrk over UTF-8", c, "ubrk-utf8", "segments"),
        ("C: to UTF-16, ICU ubrk", c, "ubrk-utf16", "segments"),
        ("C: ICU normalisation", c, "normalise", "icu-words"),
        ("C: ICU normalisation, ICU asked for ASCII too", c, "normalise-asked", "icu-words"),
    ]
    for name, title in (("daachorse", "Rust daachorse"), ("nfa", "Rust aho-corasick NFA"), ("dfa", "Rust aho-corasick DFA")):
        rows.append((title + ", normalised text", [rust, scratch, name], name, "exact"))
    # pyahocorasick's iter_long is not quite leftmost-longest, flashtext2 and spaCy cut words their own way.
    for name, title, kind in (
        ("daachorse", "Python daachorse, normalised text", "exact"),
        ("ahocorasick_rs", "Python ahocorasick_rs, normalised text", "exact"),
        ("pyahocorasick", "Python pyahocorasick, normalised text", "pyahocorasick"),
        ("flashtext2", "Python flashtext2, normalised text", "flashtext2"),
        ("spacy", "spaCy PhraseMatcher, raw text", "spacy"),
    ):
        rows.append((title, [python, HERE / "Engines/python/engine.py", scratch, name], name, kind))
    java = ["java", "-Xss64m", "-Xmx2g", "-XX:+UseSerialGC", "-cp", f"{scratch}/java:{LUCENE}", "LuceneFrench", scratch]
    rows.append(("Lucene French chain, synonyms, raw text", java, "lucene", "lucene"))
    return rows


def is_set_up(row, scratch):
    """Whether `setup.sh` has made what a row needs; says so when not."""
    title, command, _, _ = row
    needed = scratch / "java/LuceneFrench.class" if command[0] == "java" else Path(command[0])
    if not needed.exists():
        print(f"skipped, not set up: {title}", file=sys.stderr)
    return needed.exists()


class Texts:
    """Bytes of the first so many documents, as given to those who read raw text."""

    def __init__(self, scratch):
        self.sums = [0]
        for record in (scratch / "texts").read_bytes().split(b"\0")[:-1]:
            self.sums.append(self.sums[-1] + len(record))
        self.count = len(self.sums) - 1

    def bytes(self, limit):
        return self.sums[min(limit or self.count, self.count)]


def measure(rows, texts, rounds, seconds):
    """One turn of every row a round, so that a slow minute of the machine is shared by all."""
    engines, results = {}, {}
    for title, command, stage, kind in rows:
        key = json.dumps([str(part) for part in command])
        if key not in engines:
            engines[key] = Engine(command)
        engine = engines[key]
        first = engine.run(stage, CHECKED)
        # The first pass is cold; a second one says how many documents fill the time.
        second = engine.run(stage, CHECKED)
        share = min(CHECKED, texts.count)
        fitting = share * seconds / max(second["cpu"], 1e-6)
        limit = min(texts.count, max(share, int(fitting)))
        # Who reads all texts in less reads them again, so that every turn is as long and none is mostly a cold start.
        turns = max(1, round(fitting / limit))
        results[title] = {
            "engine": engine, "stage": stage, "kind": kind, "limit": limit, "turns": turns, "passes": [],
            "found": {"count": first["count"], "sum": first["sum"]},
            "build": engine.ready.get("build", first.get("build", 0)),
        }
    for number in range(rounds):
        for title, row in results.items():
            turns = [row["engine"].run(row["stage"], row["limit"]) for _ in range(row["turns"])]
            size = texts.bytes(row["limit"]) * len(turns) / 1e6
            row["passes"].append({unit: size / sum(one[unit] for one in turns) for unit in ("cpu", "wall")})
        print(f"round {number + 1} of {rounds}", file=sys.stderr)
    for row in results.values():
        row["memory"] = peak(row["engine"].process.pid)
    for engine in engines.values():
        engine.close()
    for row in results.values():
        del row["engine"]
    add_composition(results)
    return results


def peak(pid):
    """Peak memory of a process in MB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0


def add_composition(results):
    """Best off-the-shelf compositions, from their two measured parts of the same round."""
    for first in ("C: ICU normalisation", "C: ICU normalisation, ICU asked for ASCII too"):
        title = f"{first}, then Rust daachorse"
        parts = [first, "Rust daachorse, normalised text"]
        if not all(part in results for part in parts):
            continue
        passes = [
            {unit: 1 / sum(1 / one[unit] for one in pair) for unit in ("cpu", "wall")}
            for pair in zip(*(results[part]["passes"] for part in parts))
        ]
        results[title] = {"kind": "composed", "passes": passes, "memory": 0, "build": 0, "limit": 0, "found": None}


def table(results):
    wanted = json.loads((HERE / "Thresholds/ratios.json").read_text())
    print(
        f"{'':66} {'MB/s':>8} {'slowest':>8} {'best':>8}   {'full job is × faster':>26} {'wanted':>7}"
        f" {'peak MB':>8} {'build s':>8}"
    )
    ours = [one["cpu"] for one in results[OURS]["passes"]]
    for title, row in results.items():
        speeds = [one["cpu"] for one in row["passes"]]
        ratios = [a / b for a, b in zip(ours, speeds)]
        row["median"] = statistics.median(speeds)
        row["ratio"] = {"median": statistics.median(ratios), "min": min(ratios), "max": max(ratios)}
        ratio = f"{row['ratio']['median']:.2f} [{min(ratios):.2f} to {max(ratios):.2f}]"
        goal = wanted.get(title, {}).get("wanted", "")
        print(
            f"{title:66} {row['median']:8.2f} {min(speeds):8.2f} {max(speeds):8.2f}   {ratio:>26} {goal:>7}"
            f" {row['memory']:8.0f} {row['build']:8.2f}"
        )


def check(results, expected, accept):
    """Engines of one kind must find the same; each kind what is written down. Returns what does not agree."""
    found, faults = {}, []
    for title, row in results.items():
        if row["found"] is None:
            continue
        known = found.setdefault(row["kind"], row["found"])
        if known != row["found"]:
            faults.append(f"{title}: {row['found']}, others of its kind {known}")
    for kind, value in found.items():
        entry = expected.setdefault(kind, {"reason": ""})
        wanted = {name: entry.get(name) for name in ("count", "sum")}
        if wanted != value:
            if accept:
                entry.update(value)
            else:
                faults.append(f"{kind}: found {value}, expected {wanted}")
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scratch", default=".bench")
    parser.add_argument("--shared", default="")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=1.0, help="length of one pass")
    parser.add_argument("--quick", action="store_true", help="three short rounds of our stages and ICU alone")
    parser.add_argument("--only", default="", help="rows whose title holds one of these words, apart from ours")
    parser.add_argument("--accept", action="store_true", help="write the counts found as the expected ones")
    options = parser.parse_args()
    scratch = (HERE / options.scratch).resolve()
    shared = ["--shared", options.shared] if options.shared else []
    stages = [HERE / ".build/release/bench", "serve", "--scratch", scratch, *shared]
    rows = catalogue(scratch, stages)
    if options.quick:
        rows = [row for row in rows if row[1] is stages or row[0].startswith("C:")]
        options.rounds, options.seconds = 3, 0.2
    if options.only:
        words = options.only.split(",")
        rows = [row for row in rows if row[0] == OURS or any(word in row[0] for word in words)]
    rows = [row for row in rows if is_set_up(row, scratch)]
    texts = Texts(scratch)
    results = measure(rows, texts, options.rounds, options.seconds)
    table(results)
    name = "shared" if options.shared else "demonstration"
    path = HERE / "Patterns/spans.json"
    expected = json.loads(path.read_text()) if path.exists() else {}
    faults = check(results, expected.setdefault(name, {}), options.accept)
    if options.accept:
        path.write_text(json.dumps(expected, ensure_ascii=False, indent=2, sort_keys=True) + "\n")
    load = os.getloadavg()[0]
    print(f"load average {load:.1f} on {os.cpu_count()} processors" + (": quote ratios only" if load > 1.5 else ""))
    report = {"corpus": name, "load": load, "processors": os.cpu_count(), "rows": results}
    (scratch / "results.json").write_text(json.dumps(report, indent=1) + "\n")
    for fault in faults:
        print("differs: " + fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
