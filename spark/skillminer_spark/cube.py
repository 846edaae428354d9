"""A cube as it travels: parts of facts in the order of one machine, the records set aside, a manifest that is written
last (docs/formats-cube.md)."""

import hashlib
import json

from pyspark.sql import functions as F

from .extraction import compact
from .operator_process import FORMAT, IDENTITY, VERSION

GZIP = "org.apache.hadoop.io.compress.GzipCodec"


def line(fact, places, kept):
    """A fact with all its places and the offer kept of its near-duplicates; as the operator wrote it when neither."""
    if places is None and kept is None:
        return fact
    value = json.loads(fact)
    if places is not None:
        value["places"] = [json.loads(place) for place in places]
    if kept is not None:
        value["kept"] = [kept["source"], kept["id"]]
    return compact(value)


def head(identity):
    return {"format": FORMAT, "version": VERSION, **{name: identity[name] for name in IDENTITY}}


def with_ends(lines, part, parts, identity):
    """The lines of a part between its head and its end."""
    yield compact({**head(identity), "part": part, "parts": parts})
    digest = hashlib.sha256()
    count = 0
    for text in lines:
        digest.update(text.encode() + b"\n")
        count += 1
        yield text
    yield compact({"end": part, "facts": count, "sha256": digest.hexdigest()})


def write_facts(offers, path, identity):
    """Writes `first`, `line` and returns how many parts there are."""
    ordered = offers.repartitionByRange("first").sortWithinPartitions("first").select("line")
    rows = ordered.rdd.map(lambda row: row["line"])
    parts = rows.getNumPartitions()
    rows.mapPartitionsWithIndex(lambda part, lines: with_ends(lines, part, parts, identity)).saveAsTextFile(
        f"{path}/facts", GZIP
    )
    return parts


def write_quarantine(records, names, path):
    """Writes records set aside as JSON lines: file, line, code, message, advice, raw (Base64).

    A line's number is its place in its block and the lines of the blocks before; rows of Parquet files count from 1.
    """
    blocks = records.groupBy("file", "block").agg((F.max("ordinal") + 1).alias("lines"))
    before = blocks.alias("a").join(
        blocks.alias("b"), (F.col("a.file") == F.col("b.file")) & (F.col("b.block") < F.col("a.block")), "left"
    ).groupBy("a.file", "a.block").agg(F.coalesce(F.sum("b.lines"), F.lit(0)).alias("lines"))
    spark = records.sparkSession
    files = spark.createDataFrame(list(enumerate(names)), "file int, name string")
    is_row = F.col("record").bitwiseAND((1 << 40) - 1) == F.col("ordinal")
    number = F.when(is_row, F.col("ordinal") + 1).otherwise(F.col("ordinal") + F.col("lines") + 1)
    (
        records.where("kind = 'quarantined'").join(before, ["file", "block"]).join(F.broadcast(files), "file")
        .orderBy("record")
        .select(F.col("name").alias("file"), number.alias("line"), "code", "message", "advice", F.base64("raw").alias("raw"))
        .write.option("compression", "gzip").json(f"{path}/quarantine")
    )


def write_manifest(spark, path, identity, counts, parts):
    """Writes what makes a folder a cube."""
    text = compact({**head(identity), **counts, "parts": parts})
    spark.sparkContext.parallelize([text], 1).saveAsTextFile(f"{path}/manifest")
