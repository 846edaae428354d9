"""The cube of Spark and that of one machine, row by row."""

import json
import sqlite3
import unittest

import pyarrow as pa
import pyarrow.parquet as parquet

from tests import store_rows, world

EVIDENCE = "evidence"


def without_sentences(value):
    """The same document without what is quoted of offers, which did not travel."""
    if isinstance(value, dict):
        return {name: without_sentences(part) for name, part in value.items() if name != EVIDENCE}
    return [without_sentences(part) for part in value] if isinstance(value, list) else value


class SameCube(unittest.TestCase):
    maxDiff = 4000

    def test_stores_have_the_same_rows(self):
        alone = store_rows.facts(world.alone())
        loaded = store_rows.facts(world.loaded(world.cube(), "grappe"))
        self.assertGreater(len(alone), world.OFFERS // 2)
        # Some of everything that is hard.
        self.assertTrue(any(row[4] != row[0] for row in alone), "no near-duplicates")
        self.assertTrue(any(len(row[-1] or []) > 1 for row in alone), "no offer of two places")
        for one, other in zip(alone, loaded):
            self.assertEqual(one, other)
        self.assertEqual(len(alone), len(loaded))

    def test_cells_counted_by_spark_are_those_of_the_store(self):
        table = parquet.read_table(world.cube() / "cells" / "level=department").to_pylist()
        names = ("month", "territory", "sector", "occupation", "source", "family")
        counted = {tuple(row[name] for name in names): (row["offers"], row["employers"]) for row in table}
        self.assertEqual(len(counted), len(table))
        self.assertEqual(counted, store_rows.cells(world.alone(), "department"))

    def test_nothing_is_lost_and_what_is_set_aside_is_told_with_its_line(self):
        counts = world.manifest(world.cube())
        self.assertEqual(
            counts["read"], counts["facts"] + counts["versions"] + counts["duplicates"] + counts["quarantined"]
        )
        store = sqlite3.connect(f"file:{world.alone()}?mode=ro", uri=True)
        journal = store.execute(
            "SELECT sum(read), sum(ingested), sum(duplicates), sum(new_versions), sum(quarantined) FROM import "
            "WHERE kind = 'offers'"
        ).fetchone()
        names = ("duplicates", "versions", "quarantined")
        self.assertEqual(
            (counts["read"], counts["facts"] + counts["versions"], *(counts[name] for name in names)), journal
        )
        aside = [
            (row["file"].rsplit("/", 1)[-1], row["line"], row["code"])
            for row in world.json_lines(world.cube() / "quarantine")
        ]
        wanted = store.execute("SELECT file, line, code FROM quarantine ORDER BY id").fetchall()
        store.close()
        self.assertEqual(aside, wanted)
        self.assertGreaterEqual(len(aside), 5)

    def test_analyses_of_both_stores_say_the_same(self):
        stores = [world.copy(world.alone(), "a"), world.loaded(world.cube(), "b")]
        window = world.periods(world.alone())
        said = []
        for store in stores:
            world.miner("import", "referential", "--store", store, "--today", world.TODAY, *world.certifications())
            modules = json.loads(
                world.miner("modules", "--store", store, "--today", world.TODAY, "--format", "json").stdout
            )
            signals = json.loads(world.miner("signals", "--store", store, *window, "--format", "json").stdout)
            said.append((without_sentences(modules), signals))
            self.assertIn("evidence", json.dumps(modules))
        self.assertEqual(said[0], said[1])

    def test_a_store_without_sentences_answers_everywhere(self):
        store = world.loaded(world.cube(), "muet")
        self.assertEqual(world.miner("doctor", "--store", store).returncode, 0)
        site = world.scratch() / "site"
        world.miner("site", "--store", store, "--today", world.TODAY, "--out", site)
        # Once more: nothing changes.
        before = store_rows.facts(store)
        world.miner("import", "cube", world.cube(), "--store", store, "--today", world.TODAY)
        self.assertEqual(store_rows.facts(store), before)

    def test_parquet_gives_the_facts_of_json_lines(self):
        plain, packed = world.scratch() / "simple", world.scratch() / "parquet"
        for folder in (plain, packed):
            folder.mkdir()
        lines = [
            line for line in (world.offers() / "a.jsonl").read_bytes().split(b"\n")[:300] if line.startswith(b'{"id"')
        ]
        (plain / "a.jsonl").write_bytes(b"\n".join(lines))
        parquet.write_table(pa.Table.from_pylist(list(map(json.loads, lines))), packed / "a.parquet", row_group_size=50)
        facts = []
        for form, folder in (("jsonl", plain), ("parquet", packed)):
            cube = world.scratch() / f"cube-{form}"
            status, said = world.finished(world.submit(world.arguments(cube, [folder], format=form)))
            self.assertEqual(status, 0, said[-3000:])
            facts.append(world.fact_lines(cube))
        self.assertEqual(facts[0], facts[1])


if __name__ == "__main__":
    unittest.main()
