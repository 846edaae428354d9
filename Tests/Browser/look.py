"""Opens pages in Chromium: console, width, accessibility, pictures."""

import os

import crawl

WIDTHS = (320, 1280, 2560)


def look(address, pages, browser, pictures):
    """How many views were opened, and what is wrong with them."""
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    chosen = {}
    for path in sorted(pages):
        if pages[path]:
            chosen.setdefault(crawl.kind(path), path)
    chosen["404"] = "/nulle-part"
    problems = []
    views = 0
    axe = Axe()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for width in WIDTHS:
            # The policy of the pages forbids scripts, axe is one: it is set aside for axe alone.
            context = chromium.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
            page = context.new_page()
            path = ""
            page.on(
                "console",
                lambda message: message.type == "error"
                and "404" not in message.text
                and problems.append("%s: console: %s" % (path, message.text)),
            )
            page.on("pageerror", lambda error: problems.append("%s: %s" % (path, error)))
            for name in sorted(chosen):
                path = chosen[name]
                if path.endswith((".json", ".csv", ".xlsx", ".svg")):
                    continue
                page.goto(address + path)
                views += 1
                wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                if wide > 1:
                    problems.append("%s at %d px: %d px wider than the window" % (path, width, wide))
                if width < 2000:
                    for violation in axe.run(page).response["violations"]:
                        if violation["impact"] in ("serious", "critical"):
                            node = violation["nodes"][0]["html"][:160]
                            problems.append(
                                "%s at %d px: %s (%s): %s" % (path, width, violation["id"], violation["help"], node)
                            )
                if pictures:
                    os.makedirs(pictures, exist_ok=True)
                    file = name.replace("/", "_").replace("*", "x").replace("?", "q") or "home"
                    page.screenshot(path=os.path.join(pictures, "%s-%d.png" % (file, width)), full_page=width < 2000)
                    if width == 1280:
                        page.pdf(path=os.path.join(pictures, file + ".pdf"), format="A4", prefer_css_page_size=True)
            context.close()
        chromium.close()
    return views, problems
