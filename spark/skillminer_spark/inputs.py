"""Offers as lines of JSON with the place they come from, from any file system Spark reads."""

from pyspark.sql import functions as F

from .errors import Refusal

# A record's number orders records as one machine reads them: file by file, line by line.
POSITION_BITS = 40


def lines(spark, paths, form):
    """One row a record: `file` (number), `block` (first byte of the split), `position` (row of a Parquet file, else
    null), `value` (bytes); and the names of the files, in order."""
    if form == "parquet":
        table = spark.read.parquet(*paths)
        value = F.to_json(F.struct(*[F.col(f"`{name}`") for name in table.columns]))
        position = F.col("_metadata.row_index")
    else:
        # Spark would also cut at a carriage return.
        table = spark.read.option("lineSep", "\n").text(list(paths))
        value = F.col("value")
        position = F.lit(None).cast("long")
    rows = table.select(
        F.col("_metadata.file_path").alias("path"), F.col("_metadata.file_block_start").alias("block"),
        position.alias("position"), value.cast("binary").alias("value"),
    )
    # Listing files reads no data.
    names = sorted(table.inputFiles())
    if not names:
        raise Refusal(f"{', '.join(paths)}\u00a0: aucun fichier d’offres. Vérifiez le chemin.")
    if len(names) >= 1 << 22:
        raise Refusal(f"{len(names)} fichiers, c’est trop. Réunissez-les en fichiers de 100 Mo ou plus.")
    return rows, names
