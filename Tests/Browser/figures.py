"""A number of offers and the list it opens say the same."""

import html
import re
import time
import urllib.parse

# Numbers of one page that are followed.
EACH = 8
LINK = re.compile(r'<a href="(/offres\?[^"]*)">([^<]*)</a>')
LEAD = re.compile(r'<div class="lead">\s*<p><strong>([^<]*)</strong>')


def chosen(pages):
    """One page of every kind that holds such numbers; of territories, one a level."""
    kinds = {}
    for path in sorted(pages):
        if not pages[path] or not LINK.search(pages[path]) or path.startswith("/offres"):
            continue
        steps = urllib.parse.urlsplit(path).path.strip("/").split("/")
        # The page of quality counts re-posts, and says so.
        if steps[0] != "qualite":
            kinds.setdefault((steps[0], len(steps), steps[1] if steps[0] == "territoires" and steps[1:] else ""), path)
    return sorted(kinds.values())


def follow(address, get, pages, problems):
    """How many numbers were followed. Months are left out: a re-post stands in the list of its own month, and counts in
    that of the first."""
    count = 0
    for path in chosen(pages):
        links = [(html.unescape(link), words) for link, words in LINK.findall(pages[path]) if "mois=" not in link]
        for link, words in [pair for pair in links if re.fullmatch(r"[0-9\u202f]+", pair[1])][:EACH]:
            status, text = get(address, link)
            if status == 429:
                time.sleep(2)
                status, text = get(address, link)
            said = LEAD.search(text)
            count += 1
            if not said or said.group(1) != words:
                problems.append("%s: %s leads to a list of %s (%s)" % (path, words, said and said.group(1), link))
    return count
