"""What the tests share: the built program, a session of Spark, offers, stores."""

import functools
import gzip
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ.get("SKILLMINER_PROGRAM", ROOT / ".build/release/miner-daemon")).resolve()
TODAY = "2026-11-01"
OFFERS = int(os.environ.get("SKILLMINER_SPARK_OFFERS", "5000"))

# Every kind of bad record among good ones; the last line has no end.
SPOILT = [
    b'{"id":"coup\xc3\xa9e","title":"Vendeur","descr',
    b"\x00\xff\xfe\x81garbage\x00",
    b"",
    b"   ",
    b'{"title":"sans identifiant","description":"Vous vendez."}',
    b'{"id":"futur","title":"Vendeur","description":"Vous vendez.","date_created":"2031-01-01"}',
    b'{"id":"latin","title":"Caissi\xe8re","description":"Vous encaissez les clients \xe0 la caisse.","date_created":"2026-01-02"}',
    b'{"id":"sans date","title":"Caissier","description":"Vous encaissez les clients."}\r',
    b'[1, 2]',
    '{"id":"œuf","title":"Œnologue","description":"Vous \\"goûtez\\"\u2028 le vin.","date_created":"2026-02-03"}'.encode(),
]


def miner(*arguments, check=True):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True)
    if check and done.returncode != 0:
        raise AssertionError(f"{arguments}: {done.stderr}")
    return done


@functools.cache
def scratch():
    folder = tempfile.TemporaryDirectory(prefix="skillminer-spark-")
    scratch.keep = folder
    return Path(folder.name)


@functools.cache
def lexicon():
    path = scratch() / "lexique.sqlite"
    miner("lexicon", "freeze", "--today", TODAY, path)
    return path


@functools.cache
def offers():
    """A folder of two files: generated offers with repetitions, versions and re-posts, spoilt lines among them."""
    folder = scratch() / "offres"
    folder.mkdir()
    given = os.environ.get("SKILLMINER_SPARK_CORPUS")
    opened = open(given, "rb") if given else gzip.open(ROOT / "corpora/offres-demo.jsonl.gz", "rb")
    with opened as file:
        lines = [line.rstrip(b"\n") for _, line in zip(range(OFFERS), file)]
    half = len(lines) // 3
    (folder / "a.jsonl").write_bytes(b"\n".join(lines[:half] + SPOILT + lines[half:2 * half]))
    with gzip.open(folder / "b.jsonl.gz", "wb") as file:
        file.write(b"\n".join(lines[2 * half:] + lines[:20]))
    return folder


@functools.cache
def alone():
    """The store of one machine."""
    store = scratch() / "seule.sqlite"
    paths = sorted(offers().iterdir())
    miner("import", "offers", "--store", store, "--today", TODAY, *paths)
    return store


def arguments(cube, inputs=None, **more):
    options = {"program": PROGRAM, "lexicon": lexicon(), "today": TODAY, "cube": cube, **more}
    flags = [word for name, value in options.items() for word in (f"--{name}", str(value))]
    return [*(map(str, inputs or [offers()])), *flags]


def submit(arguments, master="local[2]", configuration=()):
    """Runs the job as a program of its own; returns it running."""
    settings = [
        "spark.ui.enabled=false", "spark.sql.shuffle.partitions=6", "spark.driver.host=127.0.0.1",
        "spark.driver.bindAddress=127.0.0.1", "spark.ui.showConsoleProgress=false", *configuration,
    ]
    flags = [word for setting in settings for word in ("--conf", setting)]
    environment = {
        **os.environ, "PYSPARK_SUBMIT_ARGS": " ".join(["--master", master, *flags, "pyspark-shell"]),
        "PYTHONPATH": str(ROOT / "spark"), "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1",
    }
    log = tempfile.TemporaryFile()
    process = subprocess.Popen(
        [sys.executable, "-m", "skillminer_spark", *map(str, arguments)], env=environment, stdout=log, stderr=log, cwd=scratch()
    )
    process.log = log
    return process


def finished(process):
    """Code of return and everything it said."""
    process.wait()
    with process.log as log:
        log.seek(0)
        return process.returncode, log.read().decode(errors="replace")


@functools.cache
def cube():
    """The cube of two threads, with small splits so that there are many partitions."""
    path = scratch() / "cube"
    status, said = finished(
        submit(arguments(path, cells="department"), configuration=["spark.sql.files.maxPartitionBytes=1m"])
    )
    if status != 0:
        raise AssertionError(said[-5000:])
    return path


def loaded(cube, name):
    """A store the cube was imported into."""
    store = scratch() / f"{name}.sqlite"
    miner("import", "cube", cube, "--store", store, "--today", TODAY)
    return store


def periods(store):
    """The later half of the months that offers were created in, against the earlier one."""
    connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    query = "SELECT DISTINCT substr(created, 1, 7) FROM offer WHERE created IS NOT NULL ORDER BY 1"
    months = [month for (month,) in connection.execute(query)]
    connection.close()
    half = len(months) // 2
    return ["--window", f"{months[half]}..{months[-1]}", "--reference", f"{months[0]}..{months[half - 1]}"]


def copy(store, name):
    """A store of its own with the same content."""
    path = scratch() / f"copie-{name}.sqlite"
    miner("backup", "--store", store, path)
    return path


def certifications():
    return sorted((ROOT / "taxonomy-data/certifications").glob("*.jsonl*"))


def manifest(cube):
    (line,) = (line for part in Path(cube, "manifest").glob("part-*") for line in part.read_text().splitlines())
    return json.loads(line)


def fact_lines(cube):
    """All facts of a cube without the heads and ends of its parts, in order."""
    lines = []
    for part in sorted(Path(cube, "facts").glob("part-*")):
        with gzip.open(part, "rt", encoding="utf-8", newline="\n") as file:
            lines += [line for line in file if not line.startswith(('{"format":', '{"end":'))]
    return lines


def json_lines(folder):
    for part in sorted(Path(folder).glob("part-*")):
        with gzip.open(part, "rt", encoding="utf-8") as file:
            yield from map(json.loads, file)
