"""Which text of an offer counts when a source gives several: the rule of every import, on records brought together."""

import json

from pyspark.sql import functions as F

from .extraction import compact

COLUMNS = ("record", "fingerprint", "day", "place")
FOLDED = "struct<current:long, places:array<string>, duplicates:int, versions:int>"


def fold(records):
    """The record that counts among those of one source and identifier, given in the order they are read.

    A known text is a duplicate, whose place is kept. A new text counts from now on, unless its own date says that it is
    older. Returns its number, its places (JSON), how many duplicates and how many other texts there are.
    """
    current, *others = records
    places = [current["place"]]
    former = set()
    duplicates = 0
    for record in others:
        if record["fingerprint"] == current["fingerprint"]:
            duplicates += 1
            _keep(record["place"], places)
        elif record["fingerprint"] in former:
            duplicates += 1
        elif record["day"] and current["day"] and record["day"] < current["day"]:
            former.add(record["fingerprint"])
        else:
            former.add(current["fingerprint"])
            current, places = record, [record["place"]]
    return current["record"], places, duplicates, len(former)


def _keep(place, places):
    new = _declared(place)
    if any(part is not None for part in new) and all(_declared(known) != new for known in places):
        places.append(place)


def _declared(place):
    place = json.loads(place)
    return tuple(place.get(name) for name in ("label", "postcode", "commune"))


def folded(facts):
    """One row an offer: `record` of the text that counts, `first` record, `places` when there are several, counts."""
    keys = facts.groupBy("source", "id").agg(
        F.min("record").alias("first"), F.count(F.lit(1)).alias("records"), F.min("record").alias("record")
    )
    single = keys.where("records = 1").select(
        "first", "record", F.lit(None).cast("array<string>").alias("places"), F.lit(0).alias("duplicates"),
        F.lit(0).alias("versions"),
    )
    several = keys.where("records > 1").select("source", "id", "first")
    rule = F.udf(fold, FOLDED)
    groups = (
        facts.select("source", "id", F.struct(*COLUMNS).alias("item")).join(several, ["source", "id"])
        .groupBy("source", "id", "first").agg(F.sort_array(F.collect_list("item")).alias("items"))
        .select("first", rule("items").alias("f"))
    )
    return single.unionByName(
        groups.select("first", F.col("f.current").alias("record"), "f.places", "f.duplicates", "f.versions")
    )
