"""A server of the built program for tests that reach it as its users do: the demonstration, a token, an address."""

import os
import re
import subprocess
import time
import urllib.error
import urllib.request


def serve(program, store, today, settings=(), environment=None):
    """Starts the server on a free port; returns the process and its address as soon as it listens: `wait` for its first
    analysis.

    `environment` stands in place of this program's own."""
    # Nobody reads the log: a full pipe would stop the server.
    flags = [word for setting in ("log=none", *settings) for word in ("--set", setting)]
    process = subprocess.Popen(
        [program, "serve", "--store", store, "--port", "0", "--today", today, *flags],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    for line in process.stderr:
        port = re.search(r"sur le port (\d+)", line)
        if port:
            return process, "http://127.0.0.1:" + port.group(1)
    raise SystemExit("the server did not say where it listens")


def wait(address, seconds=120):
    """Waits until the first analysis is published."""
    for _ in range(seconds * 5):
        try:
            with urllib.request.urlopen(address + "/health/ready") as answer:
                if answer.status == 200:
                    return
        except urllib.error.HTTPError as error:
            if error.code != 503:
                raise
        time.sleep(0.2)
    raise SystemExit("no analysis after %d s" % seconds)


def command(program, *arguments):
    """Runs a command of the program; what it writes."""
    run = subprocess.run([program, *arguments], capture_output=True, text=True)
    if run.returncode != 0:
        raise SystemExit("%s: %s" % (" ".join(arguments[:2]), run.stderr[-500:]))
    return run.stdout


def token(program, store, role):
    """A token of a role."""
    return command(program, "token", "create", "--store", store, "--name", "Essai", "--role", role).split()[0]


def demonstration(program, folder):
    """A store with the demonstration corpus; its path."""
    store = os.path.join(folder, "demo.sqlite")
    command(program, "demo", "--store", store, "--report", os.path.join(folder, "demo.html"))
    return store


class Served:
    """A server on a store, for as long as it is needed."""

    def __init__(self, program, store, today, settings=(), environment=None):
        self.process, self.address = serve(program, store, today, settings, environment)

    def __enter__(self):
        wait(self.address)
        return self.address

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(40)
