"""What an ill-meaning client tries against a running service, over plain sockets; one line for each attempt that succeeds.

The outcomes are those SECURITY.md lists."""

import gzip
import http.client
import io
import json
import socket
import threading
import time
import urllib.parse
import zipfile

MEBIBYTE = 1 << 20


class Client:
    """Requests to one service."""

    def __init__(self, address, key):
        parts = urllib.parse.urlsplit(address)
        self.host, self.port, self.key = parts.hostname, parts.port, key
        self.auth = "Authorization: Bearer %s\r\n" % key

    def ask(self, method, path, body=None, headers=None):
        """An honest request; status and body."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=120)
        try:
            connection.request(method, path, body, {"Authorization": "Bearer " + self.key, **(headers or {})})
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def raw(self, data, timeout=20):
        """Sends bytes as they are; status of the first answer (0 for none), and whether the connection was closed."""
        with socket.create_connection((self.host, self.port), timeout=timeout) as line:
            try:
                line.sendall(data)
            except OSError:
                pass
            return self.read(line)

    @staticmethod
    def read(line):
        got = b""
        try:
            while chunk := line.recv(65536):
                got += chunk
        except TimeoutError:
            return Client.status(got), False
        except OSError:
            pass
        return Client.status(got), True

    @staticmethod
    def status(got):
        words = got.split(b" ", 2)
        return int(words[1]) if len(words) > 1 and got.startswith(b"HTTP/1.1 ") else 0

    def slowly(self, first, rest, pause, limit):
        """Sends the rest a byte at a time; status, and the seconds after which the service had enough."""
        start = time.monotonic()
        with socket.create_connection((self.host, self.port), timeout=limit) as line:
            line.sendall(first)
            line.settimeout(pause)
            got = b""
            for place in range(10**6):
                if time.monotonic() - start > limit:
                    return 0, limit
                try:
                    line.sendall(rest[place % len(rest):][:1])
                    chunk = line.recv(65536)
                    got += chunk
                    if not chunk or b"\r\n\r\n" in got:
                        break
                except TimeoutError:
                    continue
                except OSError:
                    break
            return self.status(got), time.monotonic() - start

    def job(self, path, body):
        """Imports something and waits for the end of its job: its state and message."""
        status, text = self.ask("POST", path, body)
        if status != 202:
            return "refused", str(status)
        number = json.loads(text)["id"]
        for _ in range(600):
            job = json.loads(self.ask("GET", "/api/v1/jobs/%d" % number)[1])
            if job["state"] in ("done", "failed", "cancelled"):
                return job["state"], job["message"] or ""
            time.sleep(0.2)
        return "endless", ""


def head(method, path, *lines, host="localhost"):
    return ("%s %s HTTP/1.1\r\nHost: %s\r\n" % (method, path, host) + "".join(l + "\r\n" for l in lines)).encode()


def paths(client, told):
    for path in (
        "/../../etc/passwd", "/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/api/v1/exports/..%2f..%2fetc%2fpasswd",
        "/api/v1/exports/%00", "//etc/passwd", "/%ff%fe", "/" + "x" * 20_000, "/style-../../x.css",
    ):
        status, _ = client.raw(head("GET", path, client.auth.strip(), "Connection: close") + b"\r\n")
        told("path %s" % path[:40], status in (400, 404, 414, 431), status)


def framing(client, told):
    end = b"\r\n"
    for name, data in {
        "line feed in a header": b"GET / HTTP/1.1\r\nHost: localhost\r\nX-A: a\nb\r\n\r\n",
        "carriage return in a header": b"GET / HTTP/1.1\r\nHost: localhost\r\nX-A: a\rb\r\n\r\n",
        "NUL in a header": b"GET / HTTP/1.1\r\nHost: localhost\r\nX-A: a\0b\r\n\r\n",
        "two lengths": head("POST", "/api/v1/extract", "Content-Length: 2", "Content-Length: 3") + end + b"{}",
        "length and chunks": head("POST", "/api/v1/extract", "Content-Length: 2", "Transfer-Encoding: chunked")
        + end + b"0\r\n\r\n",
        "negative length": head("POST", "/api/v1/extract", "Content-Length: -1") + end,
        "chunks that are none": head("POST", "/api/v1/extract", "Transfer-Encoding: chunked",
                                     "Content-Type: application/json") + end + b"zz\r\n{}\r\n",
        "64 KiB of headers": head("GET", "/", "X-A: " + "a" * 65536) + end,
        "200 headers": head("GET", "/", *("X-%d: a" % n for n in range(200))) + end,
    }.items():
        status, closed = client.raw(data)
        told(name, status in (0, 400, 431) and closed, (status, closed))
    status, _ = client.raw(head("GET", "/health/live", "Connection: close", host="attaquant.example") + end)
    told("a foreign Host", status == 421, status)


def bodies(client, told):
    json_type = {"Content-Type": "application/json"}
    for name, body, wanted in (
        ("JSON 100,000 levels deep", b"[" * 100_000, {400}),
        ("2 MiB of JSON", b'{"text":"' + b"a" * 2 * MEBIBYTE + b'"}', {413}),
        ("JSON that is not UTF-8", b'{"text":"\xff\xfe"}', {400}),
        ("a lone surrogate", b'{"text":"\\ud800"}', {400}),
        ("NUL in a text", b'{"text":"CACES\\u0000 R489"}', {200}),
        ("no JSON", b"<xml/>", {400}),
    ):
        status, _ = client.ask("POST", "/api/v1/extract", body, json_type)
        told(name, status in wanted, status)
    length = "Content-Length: %d" % (5 << 40)
    status, _ = client.raw(head("POST", "/api/v1/offers", client.auth.strip(), length) + b"\r\n")
    told("an upload of 5 TiB announced", status == 413, status)
    part = b'--x\r\nContent-Disposition: form-data; name="f"; filename="../../x"\r\n\r\nabc'
    for name, kind, body in (
        ("multipart without end", "multipart/form-data; boundary=x", part),
        ("multipart without boundary", "multipart/form-data", part),
        ("multipart, boundary with line feeds", "multipart/form-data; boundary=a\tb", part),
        ("multipart, empty", "multipart/form-data; boundary=x", b"--x--"),
    ):
        for path in ("/api/v1/offers", "/api/v1/extract", "/connexion"):
            status, _ = client.ask("POST", path, body, {"Content-Type": kind})
            told("%s to %s" % (name, path), status == 415, status)


def injections(client, told):
    for text in ("' OR '1'='1", "\"; DROP TABLE offer; --", "%", "_", "\\", "* NEAR \"", "a' UNION SELECT 1,2--"):
        for field in ("q", "family", "source", "identifier"):
            status, body = client.ask("GET", "/api/v1/offers?%s=%s" % (field, urllib.parse.quote(text)))
            rows = len(json.loads(body)["items"]) if status == 200 else 0
            told("%s in %s" % (text, field), status in (200, 400) and rows == 0, (status, rows))


def bombs(client, told):
    small = io.BytesIO()
    with gzip.GzipFile(fileobj=small, mode="wb") as file:
        for _ in range(200):
            file.write(b" " * MEBIBYTE)
    state, message = client.job("/api/v1/offers?name=bombe.jsonl.gz", small.getvalue())
    told("gzip bomb of 200 MiB", state == "failed" and message, (state, message))
    small = io.BytesIO()
    with zipfile.ZipFile(small, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("../../x.csv", "w", force_zip64=True) as member:
            for _ in range(300):
                member.write(b"," * MEBIBYTE)
    for path in ("/api/v1/taxonomies", "/api/v1/referentials", "/api/v1/territories"):
        state, message = client.job(path + "?name=bombe.zip", small.getvalue())
        told("zip bomb of 300 MiB to %s" % path, state == "failed" and message, (state, message))
    laughs = '<?xml version="1.0"?><!DOCTYPE f [<!ENTITY a0 "rire">'
    laughs += "".join('<!ENTITY a%d "%s">' % (n, ("&a%d;" % (n - 1)) * 10) for n in range(1, 12))
    laughs += "]><FICHES><FICHE><INTITULE>&a11;</INTITULE></FICHE></FICHES>"
    outside = '<?xml version="1.0"?><!DOCTYPE f [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    outside += "<FICHES><FICHE><NUMERO_FICHE>RNCP1</NUMERO_FICHE><INTITULE>&x;</INTITULE></FICHE></FICHES>"
    for name, text in (("billion laughs", laughs), ("an outside entity", outside)):
        state, message = client.job("/api/v1/referentials?name=fiches.xml", text.encode())
        told("XML, %s" % name, state == "failed" and message, (state, message))


def slow(client, told):
    """Three attempts at once: each holds a connection for as long as it is let."""
    def attempt(name, first, rest, status, seconds):
        got, after = client.slowly(first, rest, 0.5, seconds + 25)
        told("%s, after %d s" % (name, after), got in status and after < seconds + 20, (got, round(after)))

    form = "Content-Type: application/json"
    tries = [
        ("headers a byte at a time", head("GET", "/"), b"X-A: a\r\n", {0, 408}, 60),
        ("JSON a byte at a time", head("POST", "/api/v1/extract", form, "Content-Length: 100000") + b"\r\n", b" ", {0, 408}, 30),
        ("an upload a byte at a time",
         head("POST", "/api/v1/offers", client.auth.strip(), "Content-Length: 100000") + b"\r\n", b"a", {0, 408}, 60),
    ]
    return [threading.Thread(target=attempt, args=one) for one in tries]


def peak(process):
    """Most memory the process has held, in MiB."""
    with open("/proc/%d/status" % process) as file:
        for line in file:
            if line.startswith("VmHWM"):
                return int(line.split()[1]) // 1024
    return 0


def attack(address, key, process):
    """Tries everything; how many attempts, and what went wrong."""
    client = Client(address, key)
    tried, found = [], []
    lock = threading.Lock()

    def told(name, isRight, got):
        with lock:
            tried.append(name)
            if not isRight:
                found.append("%s: %s" % (name, got))

    threads = slow(client, told)
    for thread in threads:
        thread.start()
    for attempts in (paths, framing, bodies, injections):
        attempts(client, told)
    before = peak(process)
    bombs(client, told)
    told("memory after bombs: %d MiB more" % (peak(process) - before), peak(process) - before < 200, peak(process))
    for thread in threads:
        thread.join()
    status, _ = client.ask("GET", "/health/ready")
    told("the service is still there", status == 200, status)
    return tried, found
