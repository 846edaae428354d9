"""Three executors as processes of their own, one killed in the middle: the same cube."""

import os
import signal
import time
import unittest
from pathlib import Path

from tests import world


def children(process):
    """Processes below one of ours, with their command lines."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            parents[int(entry.name)] = (
                int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1]), (entry / "cmdline").read_bytes()
            )
        except (FileNotFoundError, ProcessLookupError):
            continue
    below, found = {process.pid}, {}
    while new := [pid for pid, (parent, _) in parents.items() if parent in below and pid not in below]:
        below.update(new)
        found.update({pid: parents[pid][1] for pid in new})
    return found


class ExecutorLoss(unittest.TestCase):
    def test_a_killed_executor_changes_nothing(self):
        cube = world.scratch() / "cube-perte"
        job = world.submit(
            world.arguments(cube), "local-cluster[3,1,1024]",
            ["spark.sql.files.maxPartitionBytes=512k", "spark.sql.files.openCostInBytes=64k", "spark.executor.memory=640m"],
        )
        killed = None
        records = Path(f"{cube}.work", "records")
        while job.poll() is None and killed is None:
            # Some partitions are done, others are being read.
            if list(records.glob("_temporary/0/task_*")):
                executors = [pid for pid, line in children(job).items() if b"CoarseGrainedExecutorBackend" in line]
                if len(executors) == 3:
                    killed = executors[1]
                    os.kill(killed, signal.SIGKILL)
            time.sleep(0.05)
        status, said = world.finished(job)
        self.assertEqual(status, 0, said[-5000:])
        self.assertIsNotNone(killed, "the job ended before an executor could be killed")
        self.assertRegex(said, r"Lost executor|ExecutorLostFailure|Executor \S+ (exited|lost)|lost")
        self.assertEqual(world.fact_lines(cube), world.fact_lines(world.cube()))
        self.assertEqual(
            {**world.manifest(cube), "parts": 0}, {**world.manifest(world.cube()), "parts": 0}
        )


if __name__ == "__main__":
    unittest.main()
