"""Offers that say nearly the same, by the rule of `ClusterUpdate`: candidates share a band of their sketches, and
each pair is verified on its shingles. The result does not depend on how rows are spread."""

from array import array

from pyspark.sql import functions as F

from .components import components

# Resemblance from which two texts count as one.
THRESHOLD = 0.9


def resemble(a, b):
    """Whether two sets of shingles share enough; the sizes alone often tell."""
    m, n = len(a), len(b)
    if not m or not n or min(m, n) < THRESHOLD * max(m, n):
        return False
    shared = len(a & b)
    return shared / (m + n - shared) >= THRESHOLD


def verified(members):
    """Pairs that resemble each other, as few as keep together what belongs together."""
    members = sorted(members, key=lambda member: member["record"])
    sets = [frozenset(array("Q", bytes(member["shingles"]))) for member in members]
    parent = list(range(len(sets)))

    def find(i):
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    pairs = []
    for i, one in enumerate(sets):
        for j in range(i + 1, len(sets)):
            x, y = find(i), find(j)
            if x != y and resemble(one, sets[j]):
                parent[max(x, y)] = min(x, y)
                pairs.append((members[i]["record"], members[j]["record"]))
    return pairs


def clusters(offers, save):
    """`record`, `kept` for every offer of a cluster of two or more: the earliest created, of equal dates the first.

    `offers` has `record`, `first`, `created`, `digest`, `bands`, `shingles`; see `components` for `save`.
    """
    worded = offers.where("digest IS NOT NULL")
    # Re-posts come by the hundred: one of each sort stands for all that are equal.
    sorts = save(
        worded.groupBy("digest").agg(F.min("record").alias("sort"), F.count(F.lit(1)).alias("size")), "sorts"
    )
    distinct = worded.join(sorts.select(F.col("sort").alias("record")), "record")
    buckets = (
        distinct.select("record", F.posexplode("bands").alias("band", "hash"))
        .groupBy("band", "hash").agg(F.sort_array(F.collect_list("record")).alias("members"))
        .where(F.size("members") > 1).select("members").distinct()
    )
    buckets = save(buckets.select(F.sha2(F.to_json("members"), 256).alias("bucket"), "members"), "buckets")
    check = F.udf(verified, "array<struct<a:long, b:long>>")
    edges = (
        buckets.select("bucket", F.explode("members").alias("record"))
        .join(distinct.select("record", "shingles"), "record")
        .groupBy("bucket").agg(F.collect_list(F.struct("record", "shingles")).alias("members"))
        .select(F.explode(check("members")).alias("e")).select("e.a", "e.b").distinct()
    )
    roots = components(edges, save)
    cluster = F.coalesce("root", "sort").alias("cluster")
    members = (
        worded.select("record", "first", "created", "digest").join(sorts, "digest")
        .join(roots, F.col("sort") == F.col("node"), "left").select("record", "first", "created", cluster)
    )
    order = F.struct(F.col("created").isNull().alias("undated"), "created", "first", "record")
    kept = (
        members.groupBy("cluster").agg(F.min(order).alias("least"), F.count(F.lit(1)).alias("size"))
        .where("size > 1").select("cluster", F.col("least.record").alias("kept"))
    )
    return members.join(kept, "cluster").select("record", "kept")
