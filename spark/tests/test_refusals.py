"""What cannot be used is refused in words, and nothing is half loaded."""

import gzip
import json
import shutil
import sqlite3
import unittest
from pathlib import Path

from tests import world


class Jobs(unittest.TestCase):
    def refused(self, cube, **changes):
        status, said = world.finished(world.submit(world.arguments(cube, **changes)))
        self.assertEqual(status, 1)
        self.assertFalse(Path(cube, "manifest").exists())
        return said

    def test_a_missing_lexicon_is_named(self):
        said = self.refused(world.scratch() / "sans-lexique", lexicon=world.scratch() / "absent.sqlite")
        self.assertIn("absent.sqlite", said)
        self.assertIn("lexique figé n’est pas là", said)

    def test_another_program_is_named(self):
        other = world.scratch() / "autre"
        other.write_text("#!/bin/sh\necho '{\"operator\":\"skillminer-cube\",\"version\":99}'\n")
        other.chmod(0o755)
        self.assertIn("ne parle pas la version 1", self.refused(world.scratch() / "autre-cube", program=other))

    def test_an_operator_that_dies_leaves_no_cube(self):
        other = world.scratch() / "mourant"
        other.write_text(f"#!/bin/sh\n'{world.PROGRAM}' \"$@\" | head -n 1\necho 'plus de place' >&2\nexit 3\n")
        other.chmod(0o755)
        cube = world.scratch() / "mort"
        said = self.refused(cube, program=other)
        self.assertIn("plus de place", said)

    def test_no_offers_and_a_cube_in_the_way(self):
        status, said = world.finished(
            world.submit(world.arguments(world.scratch() / "vide", [world.scratch() / "nulle-part"]))
        )
        self.assertEqual(status, 1)
        self.assertIn("nulle-part", said)
        self.assertIn("existe déjà", world.finished(world.submit(world.arguments(world.cube())))[1])


class Imports(unittest.TestCase):
    def setUp(self):
        self.cube = world.scratch() / f"abîmé-{self._testMethodName}"
        shutil.copytree(world.cube(), self.cube)

    def refused(self, code, cube=None, store=None):
        """Imports into a store; it must keep nothing and say why."""
        store = store or world.scratch() / f"{self._testMethodName}.sqlite"
        done = world.miner("import", "cube", cube or self.cube, "--store", store, "--today", world.TODAY, check=False)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn(code, done.stderr)
        kept = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
        for table in ("offer", "cube_fact", "mention_pack", "offer_place"):
            self.assertEqual(kept.execute(f"SELECT count(*) FROM {table}").fetchone(), (0,))
        kept.close()

    def part(self, number=-1):
        """A part that holds facts."""
        parts = sorted((self.cube / "facts").glob("part-*"), key=lambda path: path.stat().st_size)
        return parts[number]

    def rewrite(self, part, change):
        with gzip.open(part, "rt", encoding="utf-8", newline="\n") as file:
            lines = file.read().split("\n")
        with gzip.open(part, "wt", encoding="utf-8", newline="\n") as file:
            file.write("\n".join(change(lines)))

    def manifest(self, **changes):
        part = next((self.cube / "manifest").glob("part-*"))
        part.write_text(json.dumps({**json.loads(part.read_text()), **changes}) + "\n")

    def test_a_folder_that_is_no_cube(self):
        self.refused("CUBE-001", cube=world.offers())

    def test_an_unfinished_cube(self):
        shutil.rmtree(self.cube / "manifest")
        self.refused("CUBE-001")

    def test_another_version_of_the_format(self):
        self.manifest(version=2)
        self.refused("CUBE-002")

    def test_another_program_version(self):
        self.manifest(program="9.9.9")
        self.refused("CUBE-003")

    def test_another_taxonomy(self):
        self.manifest(taxonomy="0" * 64)
        self.refused("CUBE-004")

    def test_another_lexicon(self):
        self.manifest(lexicon="0" * 64)
        self.refused("CUBE-005")

    def test_another_map(self):
        self.manifest(territories="0" * 64)
        self.refused("CUBE-006")

    def test_a_missing_part(self):
        self.part().unlink()
        self.refused("CUBE-007")

    def test_a_part_of_another_cube(self):
        self.rewrite(self.part(), lambda lines: [lines[0].replace('"part":', '"part":9'), *lines[1:]])
        self.refused("CUBE-007")

    def test_a_part_that_stops_early(self):
        self.rewrite(self.part(), lambda lines: lines[:-3])
        self.refused("CUBE-008")

    def test_an_archive_cut_in_the_middle(self):
        part = self.part()
        part.write_bytes(part.read_bytes()[: part.stat().st_size // 2])
        # The line it breaks off in is met before the end of the archive is missed.
        self.refused("CUBE-010")

    def test_a_fact_that_was_changed(self):
        self.rewrite(self.part(), lambda lines: [lines[0], lines[1].replace('"id":"', '"id":"x', 1), *lines[2:]])
        self.refused("CUBE-009")

    def test_garbage_for_a_part(self):
        self.part().write_bytes(bytes(range(256)) * 50)
        self.refused("CUBE-009")

    def test_garbage_for_a_fact(self):
        self.rewrite(self.part(), lambda lines: [lines[0], "{}", *lines[2:]])
        self.refused("CUBE-010")

    def test_the_good_cube_after_a_bad_one(self):
        self.rewrite(self.part(), lambda lines: lines[:-3])
        store = world.scratch() / "après.sqlite"
        self.refused("CUBE-008", store=store)
        world.miner("import", "cube", world.cube(), "--store", store, "--today", world.TODAY)


if __name__ == "__main__":
    unittest.main()
