"""Prints sheets from the browser: each is one or two pages of A4, as the page that lists them says."""

import re

# Sheets of one kind that are printed.
EACH = 15


def pages(data):
    """How many pages a PDF of Chromium has."""
    return len(re.findall(rb"/Type\s*/Page\b", data))


def print_all(address, browser, problems):
    """How many sheets were printed."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = chromium.new_page()
        page.goto(address + "/fiches")
        links = page.eval_on_selector_all("main a", "all => all.map(a => a.getAttribute('href'))")
        chosen = []
        for kind in ("territoire", "filiere", "certification"):
            chosen += [link for link in links if link.startswith("/fiches/%s/" % kind)][:EACH]
        for path in chosen:
            page.goto(address + path)
            count = pages(page.pdf(format="A4", prefer_css_page_size=True))
            if count not in (1, 2):
                problems.append("%s prints as %d pages" % (path, count))
        chromium.close()
    return len(chosen)
