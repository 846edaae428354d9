"""The product as a whole: lexicon, growth with the number of forms, threads, import. Printed, and written as JSON."""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import HERE, Engine, Texts

MINER = HERE / "../.build/release/miner-daemon"
ROUNDS = 5


def lexicon(shared):
    """Time to build the product's lexicon, memory it holds; the least of three."""
    runs = [
        json.loads(subprocess.run([HERE / ".build/release/bench", "lexicon", *shared], check=True, capture_output=True).stdout)
        for _ in range(3)
    ]
    return min(runs, key=lambda run: run["build_s"])


def growth(scratch, shared, texts):
    """Nanoseconds a token with more and more forms, rounds interleaved."""
    engine = Engine([HERE / ".build/release/bench", "serve", "--scratch", scratch, *shared])
    sizes = ["forms-10k", "forms-30k", "forms-100k"]
    limit = min(texts.count, 1000)
    tokens = engine.run("tokens", limit)["count"]
    builds = {size: engine.run("match-" + size, limit)["build"] for size in sizes}
    rounds = [{size: engine.run("match-" + size, limit)["cpu"] / tokens * 1e9 for size in sizes} for _ in range(ROUNDS)]
    engine.close()
    result = {
        size: {"ns_per_token": statistics.median(one[size] for one in rounds), "build_s": builds[size]} for size in sizes
    }
    result["ratio 10k to 100k"] = statistics.median(one[sizes[-1]] / one[sizes[0]] for one in rounds)
    return result


def timed(command, stdin=None):
    """Wall and CPU seconds and peak memory (MB) of a command that must succeed."""
    start = time.perf_counter()
    process = subprocess.Popen(
        list(map(str, command)), stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=HERE
    )
    message = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{command[1]}: {message[-500:]}")
    return {
        "wall": time.perf_counter() - start, "cpu": usage.ru_utime + usage.ru_stime, "peak_mb": usage.ru_maxrss / 1024
    }


def helped(miner, command):
    return subprocess.run([miner, command, "--help"], capture_output=True, text=True).stdout


def offers(scratch, folder, limit):
    """The documents as offers, one JSON line each; returns the file and its bytes of text."""
    names = ("titles", "descriptions", "occupations")
    columns = [(scratch / name).read_text(encoding="utf-8").split("\0")[:-1][:limit] for name in names]
    path = Path(folder) / "offers.jsonl"
    size = 0
    with path.open("w", encoding="utf-8") as file:
        for number, (title, description, occupation) in enumerate(zip(*columns)):
            size += len(title.encode()) + len(description.encode())
            record = {"id": str(number), "title": title, "description": description, "rome_code": occupation}
            record["date_created"] = f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}"
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path, size


def threads(miner, path, size, store):
    """`extract` end to end with one thread and with two, in turn; the time to start is measured and taken off."""
    if "--threads" not in helped(miner, "extract"):
        return None
    variants = [[]] + ([["--exact"]] if "--exact" in helped(miner, "extract") else [])
    result = {}
    for variant in variants:
        rounds = []
        for _ in range(3):
            one = {}
            for count in ("1", "2"):
                command = [miner, "extract", "--threads", count, *variant, *store]
                idle = timed([*command, "/dev/null"])["wall"]
                one[count] = timed([*command, path])["wall"] - idle
            rounds.append(one)
        name = "extract " + " ".join(variant)
        result[name.strip()] = {
            "speed-up of two threads": statistics.median(one["1"] / one["2"] for one in rounds),
            "MB/s, one thread": size / min(one["1"] for one in rounds) / 1e6,
            "MB/s, two threads": size / min(one["2"] for one in rounds) / 1e6,
        }
    return result


def importing(miner, path, size, rome, folder):
    """Offers into a store that has its taxonomy already."""
    store = ["--store", Path(folder) / "bench.sqlite"]
    if rome:
        taxonomy = timed([miner, "import", "taxonomy", rome, *store])
    else:
        taxonomy = None
    run = timed([miner, "import", "offers", path, *store])
    lines = sum(1 for _ in path.open("rb"))
    return {
        "taxonomy_s": taxonomy and taxonomy["wall"], "offers": lines, "wall_s": run["wall"], "cpu_s": run["cpu"],
        "offers_per_s": lines / run["wall"], "MB_per_s": size / run["wall"] / 1e6, "peak_mb": run["peak_mb"],
        "store_bytes_per_offer": store[1].stat().st_size / lines,
    }, store


def analyst(scratch, path, folder, imported):
    """The same offers with spaCy and pandas, and how many times longer and larger that is than our import."""
    python = scratch / "venv/bin/python"
    if not python.exists():
        print("skipped, no Python matchers: run setup.sh", file=sys.stderr)
        return None
    run = timed([python, HERE / "Engines/python/analyst.py", path, scratch / "forms.raw", Path(folder) / "counts.csv"])
    return {
        "wall_s": run["wall"], "cpu_s": run["cpu"], "peak_mb": run["peak_mb"],
        "wall, × ours": run["wall"] / imported["wall_s"], "cpu, × ours": run["cpu"] / imported["cpu_s"],
        "memory, × ours": run["peak_mb"] / imported["peak_mb"],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scratch", default=".bench")
    parser.add_argument("--shared", default="")
    parser.add_argument("--miner", default=str(MINER), help="the built program")
    parser.add_argument("--offers", type=int, default=2000, help="documents for import and threads")
    options = parser.parse_args()
    miner = Path(options.miner).resolve()
    scratch = (HERE / options.scratch).resolve()
    shared = ["--shared", options.shared] if options.shared else []
    texts = Texts(scratch)
    result = {"lexicon": lexicon(shared), "growth": growth(scratch, shared, texts)}
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        path, size = offers(scratch, folder, options.offers)
        rome = options.shared and options.shared + "/data/rome/rome-v460-csv.zip"
        result["import"], store = importing(miner, path, size, rome, folder)
        result["spaCy and pandas"] = analyst(scratch, path, folder, result["import"])
        result["extract"] = threads(miner, path, size, ["--taxonomy", store[1]])
    if result["extract"] is None:
        print("skipped: this `extract` has no --threads", file=sys.stderr)
    (scratch / "product.json").write_text(json.dumps(result, indent=1) + "\n")
    print(json.dumps(result, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
