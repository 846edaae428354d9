"""Connected components by alternating large and small stars (Kiveris et al., "Connected Components in MapReduce and
Beyond", 2014): a few rounds of joins, whatever the size of a component."""

from pyspark.sql import functions as F


def components(edges, save):
    """The smallest member of each node's component.

    `edges` has columns `a` and `b`; `save(table, name)` keeps a table on the file system and reads it back, so that a
    lost machine costs a round and not the whole. Returns `node`, `root`; nodes without an edge are absent.
    """
    # Every edge leads from a larger node to a smaller one.
    current = save(
        edges.where("a <> b").select(F.greatest("a", "b").alias("u"), F.least("a", "b").alias("v")).distinct(), "edges-0"
    )
    state = None
    turn = 0
    while True:
        before, state = state, _state(current)
        if state == before:
            break
        turn += 1
        current = save(_small(_large(current)), f"edges-{turn}")
    roots = current.select(F.col("u").alias("node"), F.col("v").alias("root"))
    return roots.unionByName(roots.select(F.col("root").alias("node"), "root").distinct())


def _state(edges):
    row = edges.agg(F.count(F.lit(1)), F.sum(F.xxhash64("u", "v").cast("decimal(38,0)"))).first()
    return row[0], row[1]


def _large(edges):
    """Neighbours larger than a node are given to its smallest neighbour."""
    both = edges.unionByName(edges.select(F.col("v").alias("u"), F.col("u").alias("v")))
    least = both.groupBy("u").agg(F.least(F.min("v"), F.first("u")).alias("m"))
    return both.join(least, "u").where("v > u").select(F.col("v").alias("u"), F.col("m").alias("v")).distinct()


def _small(edges):
    """A node and its smaller neighbours are given to the smallest of them."""
    stars = edges.groupBy("u").agg(F.min("v").alias("m"), F.collect_set("v").alias("all"))
    nodes = stars.select(F.explode(F.concat(F.array("u"), F.col("all"))).alias("u"), F.col("m").alias("v"))
    return nodes.where("u <> v").distinct()
