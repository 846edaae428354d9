"""Follows every link of the site."""

import html.parser
import time
import urllib.error
import urllib.parse
import urllib.request


class Links(html.parser.HTMLParser):
    """Addresses and anchors of a page."""

    def __init__(self):
        super().__init__()
        self.links = []
        self.ids = set()
        self.twice = []

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if values.get("id"):
            if values["id"] in self.ids:
                self.twice.append(values["id"])
            self.ids.add(values["id"])
        if tag in ("a", "link") and values.get("href") and not values["href"].startswith("data:"):
            self.links.append(values["href"])


# Bytes of a page, before compression.
HEAVIEST = 200_000

# Sheets composed as PDF take a second each: a few of each kind say enough.
SHEETS = 2

def get(address):
    """Status, type and text of an address."""
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.status, answer.headers.get_content_type(), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, "", error.read()


def kind(path):
    """Pages of one kind share their first steps."""
    steps = urllib.parse.urlsplit(path).path.strip("/").split("/")
    form = "." + steps[-1].rsplit(".", 1)[1] if steps[-1].endswith((".json", ".csv", ".xlsx", ".svg", ".pdf")) else ""
    return steps[0] + ("/*" * min(1, len(steps) - 1)) + form + ("?" if "?" in path else "")


def crawl(address, limit):
    """Every address reached from home, breadth first but each kind in turn; and what is wrong with them."""
    waiting = {"": ["/"]}
    known = {"/"}
    pages = {}
    problems = []
    slow = []
    composed = {}
    while waiting and len(pages) < limit:
        for name in sorted(waiting):
            queue = waiting[name]
            path = queue.pop(0)
            if not queue:
                del waiting[name]
            if path.endswith(".pdf"):
                composed[name] = composed.get(name, 0) + 1
                if composed[name] > SHEETS:
                    continue
            start = time.perf_counter()
            status, form, body = get(address + path)
            took = time.perf_counter() - start
            text = body.decode() if form == "text/html" else ""
            pages[path] = text
            if path.endswith(".pdf") and status == 200 and not body.startswith(b"%PDF-"):
                problems.append("%s is no PDF" % path)
            if status != 200:
                problems.append("%s answers %d" % (path, status))
            if form == "text/html" and took > 1:
                slow.append((took, path))
            if form == "text/html" and len(body) > HEAVIEST:
                problems.append("%s weighs %d kB" % (path, len(body) // 1000))
            if not text:
                continue
            page = Links()
            page.feed(text)
            problems += ["%s: id %s stands twice" % (path, name) for name in page.twice]
            for link in page.links:
                target = urllib.parse.urljoin(path, link)
                parts = urllib.parse.urlsplit(target)
                if parts.scheme or parts.netloc:
                    problems.append("%s leads out of the site: %s" % (path, link))
                    continue
                if parts.fragment and not urllib.parse.urlsplit(link).path and parts.fragment not in page.ids:
                    problems.append("%s: no target for #%s" % (path, parts.fragment))
                plain = urllib.parse.urlunsplit(("", "", parts.path, parts.query, ""))
                if plain not in known:
                    known.add(plain)
                    waiting.setdefault(kind(plain), []).append(plain)
            if len(pages) >= limit:
                break
    for took, path in sorted(slow, reverse=True)[:10]:
        print("slow: %.2f s %s" % (took, path))
    heaviest = max(pages, key=lambda path: len(pages[path].encode()))
    print("heaviest: %d kB %s" % (len(pages[heaviest].encode()) // 1000, heaviest))
    return pages, problems
