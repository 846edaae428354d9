"""From lines to facts, a partition at a time, through the operator."""

import json
import re
from array import array
from base64 import b64decode
from urllib.parse import unquote

import pyarrow as pa
from pyspark.files import SparkFiles
from pyspark.sql.types import (
    ArrayType, BinaryType, IntegerType, LongType, StringType, StructField, StructType
)

from .errors import Refusal
from .inputs import POSITION_BITS
from .operator_process import Command, shared

# Lines given to the operator at a time.
PORTION = 256

FIELDS = [
    ("record", LongType(), pa.int64()),  # file and position: the order of one machine
    ("file", IntegerType(), pa.int32()),
    ("block", LongType(), pa.int64()),
    ("ordinal", LongType(), pa.int64()),  # of the line in its block
    ("kind", StringType(), pa.string()),  # fact, quarantined, nothing, blank
    ("source", StringType(), pa.string()),
    ("id", StringType(), pa.string()),
    ("fingerprint", StringType(), pa.string()),
    ("created", StringType(), pa.string()),
    ("day", StringType(), pa.string()),  # of the last change, else of creation
    ("place", StringType(), pa.string()),
    ("fact", StringType(), pa.string()),
    ("digest", StringType(), pa.string()),
    ("bands", ArrayType(LongType()), pa.list_(pa.int64())),
    ("shingles", BinaryType(), pa.binary()),
    ("code", StringType(), pa.string()),
    ("message", StringType(), pa.string()),
    ("advice", StringType(), pa.string()),
    ("raw", BinaryType(), pa.binary()),
    ("warnings", IntegerType(), pa.int32()),
]
SCHEMA = StructType([StructField(name, kind) for name, kind, _ in FIELDS])
ARROW = pa.schema([(name, kind) for name, _, kind in FIELDS])


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def plain(path):
    """One spelling of a path, which Spark writes in two ways."""
    return re.sub("^file:/+", "file:/", unquote(path))


def extracted(rows, names, program, lexicon, today, source, identity):
    """What became of each record, with the columns of `FIELDS`.

    `program` and `lexicon` are names of files that travel with the job; `identity` is what they must turn out to be.
    """
    numbers = rows.sparkSession.sparkContext.broadcast({plain(name): i for i, name in enumerate(names)})

    def work(batches):
        command = Command(SparkFiles.get(program), SparkFiles.get(lexicon), today, source)
        operator = shared(command)
        if operator.identity != identity:
            raise Refusal(
                "le programme ou le lexique de cette machine n’est pas celui du pilote\u00a0: "
                f"{operator.identity}, attendu {identity}."
            )
        yield from _Partition(operator, numbers.value).answers(batches)

    return rows.mapInArrow(work, SCHEMA)


class _Partition:
    def __init__(self, operator, numbers):
        self.operator = operator
        self.numbers = numbers
        self.split = None
        self.ordinal = 0

    def answers(self, batches):
        for batch in batches:
            for start in range(0, batch.num_rows, PORTION):
                yield self._answer(batch.slice(start, PORTION).to_pylist())

    def _answer(self, lines):
        rows = [self._located(line) for line in lines]
        asked = [(row, value) for row, value in zip(rows, (self._bytes(r, l) for r, l in zip(rows, lines))) if value]
        answers = self.operator.answers([value for _, value in asked]) if asked else []
        for (row, _), answer in zip(asked, answers):
            self._fill(row, answer)
        return pa.RecordBatch.from_pylist(rows, schema=ARROW)

    def _located(self, line):
        """Lines come in the order of their split."""
        split = (line["path"], line["block"])
        if split != self.split:
            self.split, self.ordinal = split, 0
        file = self.numbers[plain(line["path"])]
        # Every line has a byte at least, so numbers of two blocks never meet.
        position = line["position"] if line["position"] is not None else line["block"] + self.ordinal
        row = dict.fromkeys(ARROW.names)
        row.update(
            record=(file << POSITION_BITS) + position, file=file, block=line["block"],
            ordinal=self.ordinal if line["position"] is None else position, kind="blank",
        )
        self.ordinal += 1
        return row

    @staticmethod
    def _bytes(row, line):
        value = line["value"] or b""
        if row["block"] == 0 and row["ordinal"] == 0 and value.startswith(b"\xef\xbb\xbf"):
            value = value[3:]
        value = value.removesuffix(b"\r")
        # As in any import, a line of blanks is no record.
        return b"" if not value.strip(bytes(range(1, 0x21))) else value

    @staticmethod
    def _fill(row, answer):
        if "fact" in answer:
            fact = answer["fact"]
            row.update(
                kind="fact", source=fact["source"], id=fact["id"], fingerprint=fact["fingerprint"],
                created=fact.get("created"), day=fact.get("updated") or fact.get("created"),
                place=compact(fact["places"][0]), fact=compact(fact), warnings=answer["warnings"],
            )
            if sketch := answer["sketch"]:
                bands = array("q")
                bands.frombytes(b64decode(sketch["bands"]))
                row.update(digest=sketch["digest"], bands=bands.tolist(), shingles=b64decode(sketch["shingles"]))
        elif "quarantined" in answer:
            found = answer["quarantined"]
            row.update(
                kind="quarantined", code=found["code"], message=found["message"], advice=found["advice"],
                raw=b64decode(found["raw"]),
            )
        else:
            row["kind"] = "nothing"
