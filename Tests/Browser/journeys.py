"""What three kinds of people come for, click by click."""


def prospective_team(page, address):
    """From home to an emerging or much demanded competency of one territory, and on to its sentences."""
    page.goto(address + "/")
    page.get_by_role("navigation", name="Principale").get_by_role("link", name="Territoires").click()
    page.locator("#t-carte-table a").first.evaluate("node => node.closest('details').open = true")
    page.locator("#t-carte-table tbody th a").first.click()
    assert page.locator("h1").count() == 1
    row = page.locator("#t-competences tbody tr").first
    label = row.locator("th a").inner_text()
    row.locator("td.number a").first.click()
    assert page.locator(".evidence mark").count() > 0, "no marked sentence"
    assert "territoire=" in page.url and "competence=" in page.url
    assert label in page.locator("h1").inner_text()


def branch_officer(page, address):
    """From a filière to a candidate module, its rule and its evidence, and the fiche to print."""
    page.goto(address + "/filieres")
    page.locator("#t-filieres tbody th a").first.click()
    page.locator("#t-modules tbody th a").first.click()
    assert page.locator("#regle").count() == 1 and page.locator(".evidence mark").count() > 0
    page.locator("details.method summary").first.click()
    assert page.locator("details.method[open] p").first.is_visible()
    page.get_by_role("link", name="Fiche à imprimer").click()
    assert page.locator("body.fiche").count() == 1
    assert len(page.pdf(format="A4", prefer_css_page_size=True)) > 5000


def forum_organiser(page, address):
    """With the keyboard alone: search a département, open its forum pack."""
    page.goto(address + "/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "q":
            break
    page.keyboard.type("Bas-Rhin")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche?q=**")
    link = page.get_by_role("link", name="Bas-Rhin").first
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/territoires/**")
    pack = page.get_by_role("link", name="Dossier de forum")
    if pack.count():
        pack.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/fiches/forum/**")
        assert page.locator("#vote table").count() == 1 and page.locator("#questionnaire .line").count() >= 5


JOURNEYS = (prospective_team, branch_officer, forum_organiser)


def walk(address, browser):
    """How many journeys were walked, and where they stopped."""
    from playwright.sync_api import sync_playwright

    problems = []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for journey in JOURNEYS:
            page = chromium.new_page(viewport={"width": 1280, "height": 900})
            page.set_default_timeout(10_000)
            try:
                journey(page, address)
            except Exception as error:  # told with the journey, whatever it is
                problems.append("%s: %s at %s" % (journey.__name__, str(error).splitlines()[0], page.url))
            page.close()
        chromium.close()
    return len(JOURNEYS), problems
