"""One machine, Spark, and what an analyst would use today, in one run on the same offers and the same forms.

usage: compare.py OFFERS.jsonl [OFFERS.jsonl …] --program miner-daemon --lexicon lexique.sqlite --scratch ../Benchmarks/.bench

The scratch folder is the one Benchmarks/setup.sh and `bench prepare` fill: forms.raw (the forms of the lexicon), venv (spaCy, pandas),
java (Lucene). What is not there is skipped and named. Wall time is that of the whole program, start included; memory is the largest
proportional set size of the process and all its children.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
LUCENE = [f"/usr/share/java/lucene-{name}-4.10.4.jar" for name in ("core", "analyzers-common")]


def memory(pid):
    """Bytes of a process and everything below it."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
    below = {pid}
    while new := {child for child, parent in parents.items() if parent in below} - below:
        below |= new
    total = 0
    for one in below:
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return total


def timed(command, environment=None, given=None):
    """Wall and CPU seconds and peak memory (MB) of a program that must succeed."""
    before = os.times()
    start = time.perf_counter()
    process = subprocess.Popen(
        list(map(str, command)), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        env={**os.environ, **(environment or {})},
    )
    peak = 0
    done = threading.Event()

    def watch():
        nonlocal peak
        while not done.wait(0.25):
            peak = max(peak, memory(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    _, said = process.communicate((given or "").encode())
    done.set()
    watcher.join()
    if process.returncode != 0:
        raise RuntimeError(f"{command[0]}: {said.decode(errors='replace')[-2000:]}")
    after = os.times()
    return {
        "wall_s": round(time.perf_counter() - start, 2),
        "cpu_s": round(after.children_user - before.children_user + after.children_system - before.children_system, 2),
        "peak_mb": round(peak / 1e6),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("offers", nargs="+")
    parser.add_argument("--program", required=True)
    parser.add_argument("--lexicon", required=True)
    parser.add_argument("--scratch", required=True)
    parser.add_argument("--master", default="local[2]")
    options = parser.parse_args()
    scratch = Path(options.scratch).resolve()
    folder = Path(tempfile.mkdtemp(prefix="skillminer-compare-"))
    today = ["--today", "2026-11-01"]
    try:
        store = folder / "store.sqlite"
        shutil.copy(options.lexicon, store)
        results = {"import": timed([options.program, "import", "offers", "--store", store, *today, *options.offers])}
        flags = f"--master {options.master} --conf spark.ui.enabled=false --conf spark.ui.showConsoleProgress=false pyspark-shell"
        results[f"Spark {options.master}"] = timed(
            [
                sys.executable, "-m", "skillminer_spark", *options.offers, "--cube", folder / "cube", "--program",
                options.program, "--lexicon", options.lexicon, *today,
            ],
            {"PYSPARK_SUBMIT_ARGS": flags, "PYTHONPATH": str(HERE), "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"},
        )
        store = folder / "cube.sqlite"
        shutil.copy(options.lexicon, store)
        results["import cube"] = timed([options.program, "import", "cube", "--store", store, *today, folder / "cube"])
        rows = [json.loads(line) for path in options.offers for line in open(path, encoding="utf-8") if line.strip()]
        plain = folder / "plain.jsonl"
        with plain.open("w", encoding="utf-8") as file:
            for row in rows:
                kept = {name: row.get(name, "") for name in ("id", "title", "description", "rome_code")}
                file.write(json.dumps(kept, ensure_ascii=False) + "\n")
        python = scratch / "venv/bin/python"
        if python.exists():
            results["spaCy PhraseMatcher + pandas"] = timed(
                [python, HERE / "../Benchmarks/Engines/python/analyst.py", plain, scratch / "forms.raw", folder / "counts.csv"]
            )
        else:
            print("skipped, no spaCy: Benchmarks/setup.sh", file=sys.stderr)
        if (scratch / "java/LuceneFrench.class").exists() and all(map(os.path.exists, LUCENE)):
            shutil.copy(scratch / "forms.raw", folder / "forms.raw")
            (folder / "texts").write_text(
                "".join(f"{row.get('title', '')}\n{row.get('description', '')}\0".replace("\0", " ")[:-1] + "\0" for row in rows),
                encoding="utf-8",
            )
            results["Lucene (spans alone, not counted)"] = timed(
                ["java", "-cp", ":".join([*LUCENE, str(scratch / "java")]), "LuceneFrench", folder], given="run lucene 0\n"
            )
        else:
            print("skipped, no Lucene: Benchmarks/setup.sh", file=sys.stderr)
        size = sum(os.path.getsize(path) for path in options.offers)
        print(f"{len(rows)} offers, {size / 1e6:.1f} MB")
        print(f"{'':36}{'wall s':>9}{'CPU s':>9}{'MB':>8}{'wall ×':>9}{'memory ×':>10}")
        own = results["import"]
        for name, one in results.items():
            one["wall, × import"] = round(one["wall_s"] / own["wall_s"], 2)
            one["memory, × import"] = round(one["peak_mb"] / own["peak_mb"], 2)
            print(
                f"{name:36}{one['wall_s']:9.1f}{one['cpu_s']:9.1f}{one['peak_mb']:8}{one['wall, × import']:9.2f}"
                f"{one['memory, × import']:10.2f}"
            )
        print(json.dumps(results))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
