"""Growth of one store: seeded offers of real length are generated, imported, counted, added to and read again.

Writes scale.json and scale.md. Sizes grow by ten; what a size costs an offer should not grow with it.
"""

import argparse
import itertools
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TODAY = "2026-10-01"


def timed(command, cwd):
    """Wall and CPU seconds and peak memory (MB) of a command that must succeed."""
    start = time.perf_counter()
    with open(cwd / "messages.txt", "wb") as messages:
        process = subprocess.Popen(list(map(str, command)), stdout=messages, stderr=messages, cwd=cwd)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        tail = (cwd / "messages.txt").read_text(errors="replace")[-800:]
        raise SystemExit(f"{' '.join(map(str, command[:3]))} a échoué ({process.returncode}) :\n{tail}")
    return {
        "wall_s": round(time.perf_counter() - start, 2),
        "cpu_s": round(usage.ru_utime + usage.ru_stime, 2),
        "peak_mb": round(usage.ru_maxrss / 1024),
    }


def tables(store):
    """Bytes of each table with its indexes, and rows; empty where SQLite was built without dbstat."""
    connection = sqlite3.connect(store)
    try:
        owner = dict(connection.execute("SELECT name, tbl_name FROM sqlite_master WHERE type IN ('table', 'index')"))
        sizes = {}
        for name, size in connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name"):
            table = owner.get(name, name)
            sizes[table] = sizes.get(table, 0) + size
        return dict(sorted(sizes.items(), key=lambda item: -item[1]))
    except sqlite3.OperationalError:
        return {}
    finally:
        connection.close()


def rows(store):
    connection = sqlite3.connect(store)
    try:
        return {
            "offers": connection.execute("SELECT count(*) FROM offer").fetchone()[0],
            "clustered": connection.execute("SELECT count(*) FROM offer WHERE cluster <> id").fetchone()[0],
        }
    finally:
        connection.close()


def split(source, first, second, at):
    """The first so many lines into one file, the others into another."""
    with open(source, "rb") as lines:
        with open(first, "wb") as out:
            out.writelines(itertools.islice(lines, at))
        with open(second, "wb") as out:
            out.writelines(lines)


def measure(size, increment, args, scratch):
    everything, base, month, store = (scratch / n for n in ("all.jsonl", "base.jsonl", "month.jsonl", "s.sqlite"))
    result = {"offers": size, "increment": increment}
    result["generate"] = timed(
        [args.generator, "--offers", size + increment, "--seed", args.seed, "--full-length", "--output", everything,
         "--truth", scratch / "truth.json", "--corpora", ROOT / "corpora"], scratch)
    split(everything, base, month, size)
    everything.unlink()
    result["input_bytes"] = base.stat().st_size
    common = ["--store", store, "--today", TODAY]
    result["import"] = timed([args.miner, "import", "offers", base, *common], scratch)
    result["store_bytes"] = store.stat().st_size
    result["tables"] = tables(store)
    result["rows"] = rows(store)
    result["again"] = timed([args.miner, "import", "offers", base, *common], scratch) if args.again else None
    base.unlink()
    result["month"] = timed([args.miner, "import", "offers", month, *common], scratch)
    month.unlink()
    periods = ["--window", "2025-10..2026-09", "--reference", "2024-10..2025-09"]
    result["count"] = timed([args.miner, "signals", "--store", store, *periods, "--format", "json"], scratch)
    # Another lexicon than before, by one family: all offers are read again.
    families = (ROOT / "taxonomy-data/overlays/families.csv").read_text().splitlines(keepends=True)
    (scratch / "families.csv").write_text("".join(families[:-1]))
    result["reread"] = timed([args.miner, "lexicon", "apply", "--families", scratch / "families.csv", *common], scratch)
    store.unlink()
    return result


def markdown(results):
    """The figures as tables; decimal points, since they are copied into other programs."""
    lines = ["| offers | input MB | import s | CPU s | MB/s | peak MB | store MB | B/offer | month s | count s | re-read s |",
             "|---|---|---|---|---|---|---|---|---|---|---|"]
    for one in results:
        load = one["import"]
        lines.append(
            "| {:,} | {:.0f} | {:.1f} | {:.1f} | {:.1f} | {} | {:.0f} | {:.0f} | {:.1f} | {:.1f} | {:.1f} |".format(
                one["offers"], one["input_bytes"] / 1e6, load["wall_s"], load["cpu_s"],
                one["input_bytes"] / 1e6 / load["wall_s"], load["peak_mb"], one["store_bytes"] / 1e6,
                one["store_bytes"] / one["offers"], one["month"]["wall_s"], one["count"]["wall_s"],
                one["reread"]["wall_s"]))
    last = results[-1]
    lines += ["", f"Bytes an offer by table, at {last['offers']:,} offers:", "", "| table | B/offer |", "|---|---|"]
    lines += [f"| {name} | {size / last['offers']:.0f} |" for name, size in list(last["tables"].items())[:16]]
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="10000,100000", help="offers, with commas between")
    parser.add_argument("--increment", type=int, default=20000, help="offers of the month added")
    parser.add_argument("--smoke", action="store_true", help="a minute, for CI: everything runs, nothing is quoted")
    parser.add_argument("--again", action="store_true", help="import the same file a second time as well")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--miner", type=Path, default=ROOT / ".build/release/miner-daemon")
    parser.add_argument("--generator", type=Path, default=ROOT / ".build/release/corpus-generator")
    parser.add_argument("--scratch", help="folder for texts and stores; needs 4 kB an offer")
    parser.add_argument("--output", type=Path, default=ROOT / "Benchmarks/.bench")
    args = parser.parse_args()
    args.miner, args.generator = args.miner.resolve(), args.generator.resolve()
    for program in (args.miner, args.generator):
        if not os.access(program, os.X_OK):
            sys.exit(f"{program} : programme absent ; lancez « make bench-scale », qui le construit.")
    sizes = [2000] if args.smoke else [int(size) for size in args.sizes.split(",")]
    increment = 200 if args.smoke else args.increment
    args.output.mkdir(parents=True, exist_ok=True)
    results = []
    for size in sizes:
        with tempfile.TemporaryDirectory(dir=args.scratch) as folder:
            results.append(measure(size, increment, args, Path(folder)))
        # Written after each size: the last one may take hours.
        (args.output / "scale.json").write_text(json.dumps(results, indent=2) + "\n")
        (args.output / "scale.md").write_text(markdown(results))
    print(markdown(results), end="")


if __name__ == "__main__":
    main()
