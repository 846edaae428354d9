#!/usr/bin/python3
"""Runs a command under what the unit's hardening means, where systemd itself cannot run. Usage: sandbox.py STATE COMMAND...

STATE is the folder that stands for /var/lib/skillminer. Needs root, bubblewrap, python3-seccomp (so: Debian's own python3) and
systemd-analyze, which says which system calls a set holds.

Read from the unit and done: ProtectSystem, ProtectHome, PrivateTmp, PrivateDevices, PrivateUsers, ProtectProc and ProcSubset (a
/proc of the process's own, mounted hidepid and subset=pid), StateDirectory, NoNewPrivileges, CapabilityBoundingSet, SystemCallFilter,
SystemCallErrorNumber, SystemCallArchitectures, MemoryDenyWriteExecute (as systemd 252 does it: mmap, mprotect, pkey_mprotect and
shmat), RestrictAddressFamilies, RestrictNamespaces, RestrictRealtime, RestrictSUIDSGID, LockPersonality, UMask, LimitNOFILE.
Not done: control groups, kernel logs, modules, tunables and clock, beyond what capabilities and system calls refuse anyway.
"""

import configparser
import errno
import os
import pwd
import resource
import subprocess
import sys

import seccomp

PROC = "/run/skillminer-sandbox-proc"
HERE = os.path.dirname(os.path.abspath(__file__))
CLONE_NAMESPACES = 0x02000000 | 0x04000000 | 0x08000000 | 0x10000000 | 0x20000000 | 0x40000000 | 0x00020000 | 0x00000080
FAMILIES = {"AF_UNIX": 1, "AF_INET": 2, "AF_INET6": 10}
PROT_WRITE, PROT_EXEC, SHM_EXEC = 2, 4, 0o100000


def unit():
    """Settings of the service, lists of the same key together."""
    settings = {}
    for line in open(os.path.join(HERE, "skillminer.service"), encoding="utf-8"):
        key, sign, value = line.strip().partition("=")
        if sign and not key.startswith("#"):
            settings.setdefault(key, []).append(value)
    return settings


def members(name):
    """System calls of a set, sets within it resolved."""
    if not name.startswith("@"):
        return {name}
    text = subprocess.run(["systemd-analyze", "syscall-filter", name], check=True, capture_output=True, text=True).stdout
    calls = set()
    for word in (line.strip() for line in text.splitlines()[1:]):
        if word and not word.startswith("#"):
            calls |= members(word)
    return calls


def allowed(settings):
    calls = set()
    for text in settings["SystemCallFilter"]:
        names = text.lstrip("~").split()
        found = set().union(*(members(name) for name in names))
        calls = calls - found if text.startswith("~") else calls | found
    # systemd always lets these through.
    return calls | members("@default")


def confine(settings):
    refuse = seccomp.ERRNO(getattr(errno, settings["SystemCallErrorNumber"][0]))
    rules = seccomp.SyscallFilter(refuse)
    arg = seccomp.Arg
    special = set()
    if settings.get("MemoryDenyWriteExecute") == ["true"]:
        # Allowed unless both are asked for; what no rule allows is refused.
        special |= {"mmap", "mprotect", "pkey_mprotect", "shmat"}
        both = PROT_WRITE | PROT_EXEC
        for flags in (0, PROT_WRITE, PROT_EXEC):
            rules.add_rule(seccomp.ALLOW, "mmap", arg(2, seccomp.MASKED_EQ, both, flags))
        for call in ("mprotect", "pkey_mprotect"):
            rules.add_rule(seccomp.ALLOW, call, arg(2, seccomp.MASKED_EQ, PROT_EXEC, 0))
        rules.add_rule(seccomp.ALLOW, "shmat", arg(2, seccomp.MASKED_EQ, SHM_EXEC, 0))
    special |= {"socket", "personality", "clone", "clone3", "unshare", "setns", "sched_setscheduler"}
    for family in settings["RestrictAddressFamilies"][0].split():
        rules.add_rule(seccomp.ALLOW, "socket", arg(0, seccomp.EQ, FAMILIES[family]))
    # The flags of clone3 cannot be looked at: libraries fall back to clone.
    rules.add_rule(seccomp.ERRNO(errno.ENOSYS), "clone3")
    rules.add_rule(seccomp.ALLOW, "clone", arg(0, seccomp.MASKED_EQ, CLONE_NAMESPACES, 0))
    rules.add_rule(seccomp.ALLOW, "personality", arg(0, seccomp.EQ, 0))
    for policy in (0, 3, 5):
        rules.add_rule(seccomp.ALLOW, "sched_setscheduler", arg(1, seccomp.EQ, policy))
    suid = 0o6000
    for call, place in (("chmod", 1), ("fchmod", 1), ("fchmodat", 2), ("mkdir", 1), ("mkdirat", 2), ("creat", 1)):
        special.add(call)
        rules.add_rule(seccomp.ALLOW, call, arg(place, seccomp.MASKED_EQ, suid, 0))
    known = 0
    for call in sorted(allowed(settings) - special):
        try:
            rules.add_rule(seccomp.ALLOW, call)
            known += 1
        except (RuntimeError, OSError):
            # A system call of another architecture or of a newer kernel.
            pass
    rules.load()
    return known


def main():
    settings = unit()
    if len(sys.argv) > 2 and sys.argv[1] == "--inside":
        os.umask(int(settings["UMask"][0], 8))
        limit = int(settings["LimitNOFILE"][0])
        resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))
        confine(settings)
        os.execvp(sys.argv[2], sys.argv[2:])
    state, command = os.path.abspath(sys.argv[1]), sys.argv[2:]
    os.makedirs(state, exist_ok=True)
    expected = {
        "ProtectSystem": "strict", "ProtectHome": "true", "PrivateTmp": "true", "PrivateDevices": "true",
        "NoNewPrivileges": "true", "StateDirectory": "skillminer", "CapabilityBoundingSet": "", "ProcSubset": "pid",
    }
    for key, value in expected.items():
        if settings.get(key) != [value]:
            sys.exit("the unit says %s=%s: say here what that means" % (key, settings.get(key)))
    user = pwd.getpwnam("nobody")
    here = os.path.abspath(__file__)
    box = [
        "bwrap", "--ro-bind", "/", "/", "--dev", "/dev", "--unshare-ipc", "--unshare-uts", "--die-with-parent",
        "--uid", str(user.pw_uid), "--gid", str(user.pw_gid), "--unshare-user", "--tmpfs", "/tmp", "--tmpfs", "/var/tmp",
    ]
    # The program and this file may lie where homes are hidden.
    for home in ("/home", "/root", "/run/user"):
        if os.path.isdir(home):
            box += ["--perms", "0000", "--tmpfs", home]
    box += ["--ro-bind", HERE, "/tmp/unit"]
    program = os.path.realpath(command[0])
    if os.path.isfile(program):
        box += ["--ro-bind", program, "/tmp/unit-program"]
        command[0] = "/tmp/unit-program"
    box += [
        "--bind", state, state, "--bind", PROC, "/proc", "--chdir", state, "--cap-drop", "ALL", "--clearenv",
        "--setenv", "PATH", "/usr/local/bin:/usr/bin:/bin", "--setenv", "HOME", state, "--setenv", "LANG", "C.UTF-8",
        "/usr/bin/python3", "/tmp/unit/" + os.path.basename(here), "--inside", *command,
    ]
    # /proc as the unit has it, beside the one bubblewrap itself needs.
    os.makedirs(PROC, exist_ok=True)
    proc = "mount -t proc -o hidepid=invisible,subset=pid proc %s && exec \"$@\"" % PROC
    os.execvp("unshare", ["unshare", "--pid", "--fork", "--kill-child", "--mount", "sh", "-c", proc, "sh", *box])


if __name__ == "__main__":
    main()
