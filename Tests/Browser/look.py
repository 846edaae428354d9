"""Opens pages in Chromium: console, width, accessibility, pictures."""

import os
import urllib.request

import crawl

WIDTHS = (320, 1280, 2560)


# Pages with the forms of who is signed in.
FORMS = ["/portefeuilles", "/portefeuilles/grand-est-2027", "/portefeuilles/grand-est-2027/forum"]
FORMS += ["/lexique/propositions", "/lexique/propositions?source=termes", "/connexion"]


def name_of(kind):
    return kind.replace("/", "_").replace("*", "x").replace("?", "q") or "home"


def look(address, pages, browser, pictures, state):
    """How many views were opened, and what is wrong with them.

    `state` holds the cookies of who is signed in: the pages with forms are opened as theirs."""
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    chosen = {}
    for path in sorted(pages):
        if pages[path]:
            chosen.setdefault(crawl.kind(path), path)
    chosen = {name: path for name, path in chosen.items() if not path.endswith((".json", ".csv", ".xlsx", ".svg", ".pdf"))}
    chosen["404"] = "/nulle-part"
    problems = []
    count = 0
    axe = Axe()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for width in WIDTHS:
            # The policy of the pages forbids scripts, axe is one: it is set aside for axe alone.
            views = {"viewport": {"width": width, "height": 900}, "bypass_csp": True}
            context = chromium.new_context(**views)
            signed = chromium.new_context(storage_state=state, **views)
            for name, path, page in [(n, chosen[n], context) for n in sorted(chosen)] + [
                ("signed_" + p.strip("/"), p, signed) for p in FORMS
            ]:
                if not page.pages:
                    watch(page.new_page(), problems)
                page = page.pages[0]
                page.goto(address + path)
                count += 1
                wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                if wide > 1:
                    problems.append("%s at %d px: %d px wider than the window" % (path, width, wide))
                # What axe says hardly depends on the width; its time does on the number of views.
                if width == 1280 or path in FORMS and width < 2000:
                    for violation in axe.run(page).response["violations"]:
                        if violation["impact"] in ("serious", "critical"):
                            node = violation["nodes"][0]["html"][:160]
                            problems.append(
                                "%s at %d px: %s (%s): %s" % (path, width, violation["id"], violation["help"], node)
                            )
                if pictures:
                    os.makedirs(pictures, exist_ok=True)
                    file = name_of(name)
                    page.screenshot(path=os.path.join(pictures, "%s-%d.png" % (file, width)), full_page=width < 2000)
                    if width == 1280:
                        page.pdf(path=os.path.join(pictures, file + ".pdf"), format="A4", prefer_css_page_size=True)
            context.close()
            signed.close()
        chromium.close()
    return count, problems


def signed(address, state):
    """Texts of the pages with forms, as who is signed in gets them."""
    cookies = "; ".join("%s=%s" % (c["name"], c["value"]) for c in (state or {}).get("cookies", []))
    texts = {}
    for path in FORMS:
        request = urllib.request.Request(address + path, headers={"Cookie": cookies})
        with urllib.request.urlopen(request) as answer:
            texts[path + " (signed in)"] = answer.read().decode()
    return texts


def watch(page, problems):
    """Has the console of a page told among the problems."""
    page.on(
        "console",
        lambda message: message.type == "error"
        and "404" not in message.text
        and problems.append("%s: console: %s" % (page.url, message.text)),
    )
    page.on("pageerror", lambda error: problems.append("%s: %s" % (page.url, error)))
