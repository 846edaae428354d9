"""miner-daemon as an operator: portions of offers in, one answer each out (docs/formats-cube.md)."""

import atexit
import json
import os
import subprocess
import tempfile
from dataclasses import dataclass

from .errors import Refusal

FORMAT = "skillminer-cube"
VERSION = 1
IDENTITY = ("program", "taxonomy", "lexicon", "territories")


@dataclass(frozen=True)
class Command:
    """How the operator is started. Paths are those of the machine it runs on."""

    program: str
    lexicon: str
    today: str
    source: str = ""

    def arguments(self):
        for path, name in ((self.program, "le programme"), (self.lexicon, "le lexique figé")):
            if not os.path.isfile(path):
                raise Refusal(
                    f"{path}\u00a0: {name} n’est pas là. Vérifiez «\u00a0--program\u00a0» et «\u00a0--lexicon\u00a0», "
                    "ou «\u00a0--files\u00a0» de spark-submit."
                )
        source = ["--source", self.source] if self.source else []
        return [
            self.program, "extract", "--facts", "--store", self.lexicon, "--today", self.today, "--threads", "1", *source
        ]


class Operator:
    """One running program."""

    def __init__(self, command):
        self.messages = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            command.arguments(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.messages
        )
        try:
            head = json.loads(self.process.stdout.readline() or b"{}")
        except ValueError:
            head = {}
        if head.get("operator") != FORMAT or head.get("version") != VERSION:
            raise Refusal(
                f"{command.program} ne parle pas la version {VERSION} du format des cubes. Donnez le programme de la même "
                f"version que spark/. {self._last_words()}"
            )
        self.identity = {name: head[name] for name in IDENTITY}

    def answers(self, lines):
        """The answers to lines of bytes without line feeds, none of them empty."""
        try:
            self.process.stdin.write(b"\n".join(lines) + b"\n\n")
            self.process.stdin.flush()
            answers = []
            while True:
                answer = self.process.stdout.readline()
                if not answer.endswith(b"\n"):
                    raise self._died()
                if answer == b"\n":
                    break
                answers.append(json.loads(answer))
        except (BrokenPipeError, ConnectionResetError):
            raise self._died() from None
        if len(answers) != len(lines):
            raise RuntimeError(f"operator: {len(lines)} lines, {len(answers)} answers")
        return answers

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()
        self.messages.close()

    def _died(self):
        # Spark gives the partition to another attempt.
        return RuntimeError(f"operator: ended with {self.process.wait()}. {self._last_words()}")

    def _last_words(self):
        self.process.kill()
        self.process.wait()
        self.messages.seek(0)
        return self.messages.read()[-2000:].decode(errors="replace").strip()


_running = {}


def shared(command):
    """The operator of this Python worker, which Spark uses for many partitions."""
    operator = _running.get(command)
    if operator is None or operator.process.poll() is not None:
        operator = Operator(command)
        _running[command] = operator
    return operator


@atexit.register
def _close_all():
    for operator in _running.values():
        if operator.process.poll() is None:
            operator.close()
