"""The rules that do not need the program: versions, components, near-duplicates."""

import os
import random
import shutil
import sys
import tempfile
import unittest
from array import array

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")

from pyspark.sql import SparkSession

from skillminer_spark import shipping
from skillminer_spark.components import components
from skillminer_spark.cube import line, with_ends
from skillminer_spark.extraction import compact
from skillminer_spark.near_duplicates import clusters, resemble
from skillminer_spark.versions import fold


def record(number, text, day=None, **place):
    return {"record": number, "fingerprint": text, "day": day, "place": compact({**place, "codes": [None] * 5})}


class Versions(unittest.TestCase):
    def test_a_known_text_is_a_duplicate_and_brings_its_place(self):
        current, places, duplicates, versions = fold(
            [record(1, "a", label="Lyon"), record(2, "a", label="Lille"), record(3, "a", label="Lyon"), record(4, "a")]
        )
        self.assertEqual((current, duplicates, versions), (1, 3, 0))
        self.assertEqual(len(places), 2)

    def test_a_new_text_counts_unless_it_is_older(self):
        self.assertEqual(fold([record(1, "a", "2026-01-01"), record(2, "b", "2026-02-01")])[0], 2)
        self.assertEqual(fold([record(1, "a", "2026-01-01"), record(2, "b")])[0], 2)
        self.assertEqual(fold([record(1, "a", "2026-03-01"), record(2, "b", "2026-02-01")])[0], 1)

    def test_a_former_text_stays_former(self):
        current, _, duplicates, versions = fold([record(1, "a"), record(2, "b"), record(3, "a"), record(4, "b")])
        self.assertEqual((current, duplicates, versions), (2, 2, 1))

    def test_places_of_a_former_text_go_with_it(self):
        _, places, _, _ = fold([record(1, "a", label="Lyon"), record(2, "b", label="Lille")])
        self.assertEqual(len(places), 1)
        self.assertIn("Lille", places[0])


class Lines(unittest.TestCase):
    def test_a_fact_alone_stays_as_it_was_written(self):
        self.assertEqual(line('{"id":"é","places":[{}]}', None, None), '{"id":"é","places":[{}]}')

    def test_places_and_the_offer_kept_are_added(self):
        self.assertEqual(
            line('{"id":"é","places":[{}]}', ["{}", '{"label":"ù"}'], {"source": "s", "id": "k"}),
            '{"id":"é","places":[{},{"label":"ù"}],"kept":["s","k"]}',
        )

    def test_an_empty_part_has_a_head_and_an_end(self):
        identity = {"program": "1", "taxonomy": "t", "lexicon": "l", "territories": "m"}
        self.assertEqual(len(list(with_ends([], 0, 1, identity))), 2)


class Spark(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.spark = (
            SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "4").getOrCreate()
        )
        cls.spark.sparkContext.setLogLevel("ERROR")
        shipping.package(cls.spark)

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()

    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.saved = 0

    def tearDown(self):
        shutil.rmtree(self.folder)

    def save(self, table, name):
        self.saved += 1
        table.write.parquet(f"{self.folder}/{self.saved}-{name}")
        return self.spark.read.parquet(f"{self.folder}/{self.saved}-{name}")

    def roots(self, edges):
        rows = components(self.spark.createDataFrame(edges, "a long, b long"), self.save).collect()
        self.assertEqual(len(rows), len({row["node"] for row in rows}))
        return {row["node"]: row["root"] for row in rows}

    def test_components_are_those_of_union_find(self):
        draw = random.Random(7)
        # A long path is the hard case; then a random graph.
        path = [(i, i + 1) for i in range(24)]
        wild = [(draw.randrange(1000, 1120), draw.randrange(1000, 1120)) for _ in range(90)]
        edges = path + wild + [(5, 5)]
        draw.shuffle(edges)
        self.assertEqual(self.roots(edges), expected(edges))

    def test_clusters_are_those_of_all_pairs_whatever_the_partitions(self):
        draw = random.Random(11)
        offers = []
        for group in range(12):
            base = [draw.getrandbits(64) for _ in range(60)]
            for copy in range(draw.randrange(1, 5)):
                words = set(base)
                for _ in range(draw.randrange(0, 4)):
                    words.discard(draw.choice(base))
                    words.add(draw.getrandbits(64))
                offers.append((sorted(words), draw.choice([None, "2026-01-01", "2026-01-02"])))
        offers.append(([], None))
        draw.shuffle(offers)
        rows = []
        for number, (words, created) in enumerate(offers):
            packed = array("Q", words).tobytes()
            # One band for all: every pair is a candidate, so that verification alone decides.
            rows.append((number, number, created, packed.hex() or None, [1, 2] if words else None, bytearray(packed)))
        schema = "record long, first long, created string, digest string, bands array<long>, shingles binary"
        answers = []
        for partitions in (1, 5):
            table = self.spark.createDataFrame(rows, schema).repartition(partitions)
            found = clusters(table, self.save).collect()
            answers.append({row["record"]: row["kept"] for row in found})
        self.assertEqual(answers[0], answers[1])
        pairs = [
            (i, j) for i, (a, _) in enumerate(offers) for j, (b, _) in enumerate(offers)
            if i < j and resemble(frozenset(a), frozenset(b))
        ]
        groups = {}
        for node, root in expected(pairs).items():
            groups.setdefault(root, []).append(node)
        wanted = {}
        for members in groups.values():
            kept = min(members, key=lambda i: (offers[i][1] is None, offers[i][1] or "", i))
            wanted.update({member: kept for member in members})
        self.assertTrue(wanted)
        self.assertEqual(answers[0], wanted)

    def test_no_edges_no_components(self):
        self.assertEqual(self.roots([]), {})


def expected(edges):
    """Smallest member by node, by union-find."""
    parent = {}

    def find(i):
        while parent[i] != i:
            i = parent[i]
        return i

    for a, b in edges:
        if a == b:
            continue
        parent.setdefault(a, a)
        parent.setdefault(b, b)
        x, y = find(a), find(b)
        parent[max(x, y)] = min(x, y)
    return {node: find(node) for node in parent}


if __name__ == "__main__":
    unittest.main()
