"""From offers to a cube: `python -m skillminer_spark` or `spark-submit` with this package."""

import argparse
import datetime
import re
import sys

from py4j.protocol import Py4JJavaError
from pyspark.errors import PySparkException
from pyspark.files import SparkFiles
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

from . import cells as counted
from . import cube, shipping
from .errors import Refusal
from .extraction import extracted
from .inputs import lines
from .near_duplicates import clusters
from .operator_process import Command, Operator
from .versions import folded


def parser():
    parser = argparse.ArgumentParser(
        prog="skillminer_spark", description="Calcule un cube sur Apache Spark (docs/passage-a-l-echelle.md)."
    )
    parser.add_argument("inputs", nargs="+", help="fichiers ou dossiers d’offres, sur tout système de fichiers de Spark")
    parser.add_argument("--cube", required=True, help="dossier à écrire")
    parser.add_argument("--format", choices=("jsonl", "parquet"), default="jsonl", help="format des offres")
    parser.add_argument("--program", required=True, help="miner-daemon, ici ou dans --files")
    parser.add_argument("--lexicon", required=True, help="lexique figé, ici ou dans --files")
    parser.add_argument("--today", default=datetime.date.today().isoformat(), help="date du jour (AAAA-MM-JJ)")
    parser.add_argument("--source", default="", help="nom de la source, pour les offres qui ne le disent pas")
    parser.add_argument("--cells", choices=counted.LEVELS, help="compte aussi les cellules du cube à ce niveau (Parquet)")
    parser.add_argument("--work", help="dossier de travail, retiré à la fin ; par défaut, à côté du cube")
    return parser


class Files:
    """The file system paths are on."""

    def __init__(self, spark):
        self.jvm = spark._jvm
        self.configuration = spark._jsc.hadoopConfiguration()

    def _at(self, path):
        path = self.jvm.org.apache.hadoop.fs.Path(path)
        return path, path.getFileSystem(self.configuration)

    def exists(self, path):
        path, system = self._at(path)
        return system.exists(path)

    def remove(self, path):
        path, system = self._at(path)
        system.delete(path, True)


def identity_of(command):
    """What the operator says of itself on this machine."""
    operator = Operator(command)
    operator.close()
    return operator.identity


def run(spark, options):
    """Writes the cube and returns its counts."""
    files = Files(spark)
    work = options.work or options.cube.rstrip("/") + ".work"
    for path in (options.cube, work):
        if files.exists(path):
            raise Refusal(f"{path}\u00a0: ce dossier existe déjà. Donnez un autre nom, ou retirez-le.")
    shipping.package(spark)
    program = shipping.file(spark, options.program, "le programme")
    lexicon = shipping.file(spark, options.lexicon, "le lexique figé")
    identity = identity_of(Command(SparkFiles.get(program), SparkFiles.get(lexicon), options.today, options.source))

    def save(table, name):
        # On the file system: whoever dies later costs the others nothing that was done.
        table.write.parquet(f"{work}/{name}")
        return spark.read.parquet(f"{work}/{name}")

    try:
        return compute(spark, options, save, program, lexicon, identity)
    finally:
        files.remove(work)


def compute(spark, options, save, program, lexicon, identity):
    rows, names = lines(spark, options.inputs, options.format)
    records = save(extracted(rows, names, program, lexicon, options.today, options.source, identity), "records")
    facts = records.where("kind = 'fact'")
    offers = save(folded(facts), "offers")
    current = facts.drop("first").join(offers, "record")
    kept = save(
        clusters(current.select("record", "first", "created", "digest", "bands", "shingles"), save), "clusters"
    )
    names_of_kept = (
        kept.where("record <> kept")
        .join(facts.select(F.col("record").alias("kept"), F.struct("source", "id").alias("name")), "kept")
        .select("record", "kept", "name")
    )
    write = F.udf(cube.line, "string")
    lines_of_facts = (
        current.select("record", "first", "fact", "places").join(names_of_kept, "record", "left")
        .select("first", F.coalesce("kept", "record").alias("cluster"), write("fact", "places", "name").alias("line"))
    )
    lines_of_facts = save(lines_of_facts, "lines")
    counts = tally(records, offers)
    parts = cube.write_facts(lines_of_facts, options.cube, identity)
    cube.write_quarantine(records, names, options.cube)
    if options.cells:
        counted.cells(lines_of_facts, options.cells).write.parquet(f"{options.cube}/cells/level={options.cells}")
    cube.write_manifest(spark, options.cube, identity, counts, parts)
    return counts


def tally(records, offers):
    """Nothing lost: read = facts + versions + duplicates + quarantined."""
    kinds = {row["kind"]: row for row in records.groupBy("kind").agg(
        F.count(F.lit(1)).alias("n"), F.coalesce(F.sum("warnings"), F.lit(0)).alias("warnings")).collect()}
    sums = offers.agg(
        F.count(F.lit(1)).alias("facts"), F.coalesce(F.sum("versions"), F.lit(0)).alias("versions"),
        F.coalesce(F.sum("duplicates"), F.lit(0)).alias("duplicates"),
    ).first().asDict()
    quarantined = kinds["quarantined"]["n"] if "quarantined" in kinds else 0
    read = quarantined + (kinds["fact"]["n"] if "fact" in kinds else 0)
    if read != sum(sums.values()) + quarantined:
        raise AssertionError(f"{read} records read, {sums} and {quarantined} accounted for")
    return {"read": read, **sums, "quarantined": quarantined, "warnings": kinds["fact"]["warnings"] if "fact" in kinds else 0}


def said(error):
    """What a machine refused, when it did; else all that Spark says."""
    text = str(error)
    found = re.search(r"errors\.Refusal: (.*)", text)
    return (found.group(1) if found else text) + " Le cube n’a pas été écrit."


def main(arguments=None):
    options = parser().parse_args(arguments)
    spark = SparkSession.builder.appName("skillminer").getOrCreate()
    try:
        counts = run(spark, options)
    except Refusal as error:
        print(error, file=sys.stderr)
        return 1
    except (Py4JJavaError, PySparkException) as error:
        print(said(error), file=sys.stderr)
        return 1
    finally:
        spark.stop()
    print(
        f"Lus {counts['read']} = retenus {counts['facts']} + autres versions {counts['versions']} + doublons "
        f"{counts['duplicates']} + écartés {counts['quarantined']}"
    )
    return 0
