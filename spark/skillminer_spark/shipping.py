"""What every machine needs beside Spark: this package, the program, the frozen lexicon."""

import atexit
import os
import shutil
import tempfile

from pyspark.files import SparkFiles

from .errors import Refusal


def package(spark):
    """Gives this package to all machines."""
    # Machines fetch it when their first task comes: it stays until the driver ends.
    folder = tempfile.mkdtemp(prefix="skillminer-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    here = os.path.dirname(os.path.abspath(__file__))
    copy = os.path.join(folder, "copy", os.path.basename(here))
    shutil.copytree(here, copy, ignore=shutil.ignore_patterns("__pycache__"))
    archive = shutil.make_archive(os.path.join(folder, "skillminer_spark"), "zip", os.path.dirname(copy))
    spark.sparkContext.addPyFile(archive)


def file(spark, path, what):
    """The name under which every machine finds a file of the driver."""
    name = os.path.basename(path)
    if os.path.isfile(path):
        spark.sparkContext.addFile(os.path.abspath(path))
    elif not os.path.isfile(SparkFiles.get(name)):
        raise Refusal(f"{path}\u00a0: {what} n’est pas là. Vérifiez le chemin, ou «\u00a0--files\u00a0» de spark-submit.")
    return name
