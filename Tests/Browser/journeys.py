"""What three kinds of people come for, from home to the paper they take away, with the keyboard alone."""

from keyboard import Keyboard


def pdf(page):
    """What the browser prints of the page: a PDF of some size."""
    data = page.pdf(format="A4", prefer_css_page_size=True)
    assert data[:5] == b"%PDF-" and len(data) > 5000, "no PDF"
    return data


def go_home(page, address):
    page.goto(address + "/")
    return Keyboard(page)


def sign_in(page, address, token):
    keys = go_home(page, address)
    keys.link(href="/connexion")
    keys.fill("jeton", token)
    keys.send("Se connecter")


def prospective_team(page, address, token):
    """From home to a competency that emerges in one bassin, to its sentences, to the printed portrait."""
    # The figures of a bassin are shown to authorised readers only.
    sign_in(page, address, token)
    keys = go_home(page, address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    keys.link("Territoires", "/territoires")
    keys.link("STRASBOURG", "/territoires/bassin/")
    assert page.locator("#emergence, #signaux, section").count() > 0
    keys.link("CACES R490", "/competences/")
    assert "CACES R490" in page.locator("h1").inner_text()
    page.go_back()
    keys = Keyboard(page)
    badge = page.locator(".badge-up").first
    assert badge.is_visible(), "nothing is said to emerge in the bassin"
    row = page.locator("tr", has=page.locator(".badge-up")).first
    keys.link(row.locator("td.number a").last.inner_text(), "mois=")
    assert "territoire=bassin" in page.url and "competence=" in page.url
    assert page.locator(".evidence mark").count() > 0, "no marked sentence"
    assert "490" in page.locator(".evidence mark").first.inner_text()
    # The way back to the territory, its sheet, and the sheet on paper.
    page.goto(address + "/territoires")
    keys = Keyboard(page)
    keys.link("STRASBOURG", "/territoires/bassin/")
    keys.link("Fiche à imprimer", "/fiches/")
    assert page.locator("body.fiche").count() == 1
    pdf(page)


def branch_officer(page, address, token):
    """Draws ten pathways for a region, edits them, decides, freezes, and prints the certification sheet."""
    sign_in(page, address, token)
    keys = Keyboard(page)
    keys.link("Portefeuilles", "/portefeuilles")
    keys.fill("nom", "Grand Est 2027", "tirer")
    keys.choose("portee", "region:44", "tirer")
    keys.fill("nombre", "10", "tirer")
    keys.fill("par_filiere", "3", "tirer")
    keys.choose("echues", "oui", "tirer")
    page.set_default_timeout(60_000)
    keys.send("Tirer")
    # Where the region's analysis takes its time, a page waits for it and leads on.
    page.wait_for_url("**/portefeuilles/grand-est-2027")
    rows = page.locator("#t-parcours tbody tr")
    assert page.url.endswith("/portefeuilles/grand-est-2027") and rows.count() == 10, page.url

    def edit(what, number, text=""):
        keys = Keyboard(page)
        keys.choose("numero", number, "modifier-parcours")
        keys.choose("quoi", what, "modifier-parcours")
        if text:
            keys.fill("texte", text, "modifier-parcours")
        keys.send("Modifier le parcours")

    edit("epingler", "1")
    assert page.locator("#t-parcours .badge", has_text="épinglé").count() == 1
    edit("renommer", "2", "Module rebaptisé <b>en séance</b>")
    assert rows.nth(1).inner_text().count("Module rebaptisé <b>en séance</b>") == 1
    edit("annoter", "3", "À revoir avec l’OPCO.")
    edit("placer", "10", "2")
    assert rows.nth(1).locator("td, th").first.inner_text() == "10"
    edit("retirer", "4")
    assert rows.count() == 9
    keys = Keyboard(page)
    keys.field("cle", "ajouter")
    keys.send("Ajouter")
    assert rows.count() == 10
    for state, words in (("discussed", "en discussion"), ("validated", "validé")):
        keys = Keyboard(page)
        keys.choose("numero", "1", "decision")
        keys.choose("etat", state, "decision")
        keys.fill("motif", "Comité du 5 novembre.", "decision")
        keys.send("Décider")
        assert words in rows.first.inner_text(), rows.first.inner_text()
    keys = Keyboard(page)
    keys.send("Figer")
    assert len(page.locator("#figer code").first.inner_text()) == 64, "no fingerprint"
    keys = Keyboard(page)
    keys.link("", "/certifications/", "t-parcours")
    keys.link("Fiche à imprimer", "/fiches/")
    pdf(page)


def forum_organiser(page, address, token):
    """Searches a département, prints its pack and the vote sheet, and writes down what the forum decided."""
    sign_in(page, address, token)
    keys = Keyboard(page)
    keys.fill("q", "Bas-Rhin")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche?q=**")
    keys = Keyboard(page)
    keys.link("Bas-Rhin", "/territoires/departement/67")
    keys.link("Dossier de forum", "/fiches/forum/")
    assert page.locator("#vote table").count() == 1 and page.locator("#questionnaire .line").count() >= 5
    pdf(page)
    keys = Keyboard(page)
    keys.link("Portefeuilles", "/portefeuilles")
    keys.link("Grand Est 2027", "/portefeuilles/grand-est-2027")
    keys.link("Feuille de vote", "/feuille")
    assert page.locator("#t-vote tbody tr").count() >= 9
    pdf(page)
    page.go_back()
    keys = Keyboard(page)
    keys.link("Saisir les décisions", "/forum")
    keys.fill("nom", "Forum de Strasbourg")
    keys.fill("pour_2", "18")
    keys.fill("contre_2", "3")
    keys.choose("decision_2", "validated")
    keys.fill("commentaire_2", "La salle le demande depuis deux ans.")
    keys.fill("pour_5", "4")
    keys.fill("contre_5", "15")
    keys.choose("decision_5", "rejected")
    keys.send("Rapporter les décisions")
    board = page.locator("#t-parcours").inner_text()
    assert "rejeté" in board and "18 pour, 3 contre" in board.replace("\u00a0", " "), board
    assert "Forum de Strasbourg" in page.locator("#forums").inner_text()
    # The same sheet twice is refused, and the page says so.
    keys = Keyboard(page)
    keys.link("Saisir les décisions", "/forum")
    keys.fill("nom", "Forum de Strasbourg")
    keys.fill("pour_3", "1")
    keys.send("Rapporter les décisions")
    assert "Cela n’a pas été fait" in page.locator("h1").inner_text()


JOURNEYS = (prospective_team, branch_officer, forum_organiser)


def walk(address, browser, token, pictures=None):
    """How many journeys were walked, where they stopped, and the cookies of who is signed in."""
    from playwright.sync_api import sync_playwright

    problems = []
    state = None
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for journey in JOURNEYS:
            context = chromium.new_context(viewport={"width": 1280, "height": 900})
            page = context.new_page()
            page.set_default_timeout(15_000)
            page.on(
                "console",
                lambda message: message.type == "error"
                and "the server responded with a status of 4" not in message.text
                and problems.append("%s: console: %s" % (page.url, message.text)),
            )
            page.on("pageerror", lambda error: problems.append("%s: %s" % (page.url, error)))
            try:
                journey(page, address, token)
                state = context.storage_state()
            except Exception as error:  # told with the journey, whatever it is
                problems.append("%s: %s at %s" % (journey.__name__, str(error).splitlines()[:1], page.url))
                if pictures:
                    page.screenshot(path="%s/%s.png" % (pictures, journey.__name__), full_page=True)
            context.close()
        chromium.close()
    return len(JOURNEYS), problems, state
