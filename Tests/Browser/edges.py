"""Stores that hold nothing, one offer, or an offer that means harm; addresses that lead nowhere."""

import json
import os
import re
import urllib.error
import urllib.parse
import urllib.request

import crawl

PAGES = [
    "/", "/territoires", "/filieres", "/metiers", "/competences", "/certifications", "/candidats", "/signaux", "/offres",
    "/qualite", "/methode", "/lexique", "/lexique/propositions", "/recherche?q=caces", "/fiches", "/portefeuilles",
    "/signaux-terrain", "/donnees-ouvertes",
]

HOSTILE = {
    "id": "<script>alert(1)</script>",
    "title": "<img src=x onerror=alert(1)> Cariste \"'` & {{title}} \u202e\u0007",
    "description": "CACES R489 exigé </script><script>alert(1)</script> =cmd|' /C calc'!A0. Joindre "
    "jean.dupont@example.org ou le 06 12 34 56 78.",
    "date_created": "2026-10-02",
    "rome_code": "N1101",
    "location": "67 - STRASBOURG <b>",
    "company": "ACME",
}


def get(address, path):
    status, form, body = crawl.get(address + path)
    return status, body.decode()


def empty(address, problems):
    """Nothing is there yet: every page says what to do first."""
    for path in PAGES:
        status, text = get(address, path)
        if status != 200:
            problems.append("empty store: %s answers %d" % (path, status))
        elif path == "/" and "que faire d’abord" not in text:
            problems.append("empty store: home does not say what to do first")
        elif path not in ("/", "/lexique/propositions") and "ce qu’il faut importer d’abord" not in text:
            problems.append("empty store: %s does not say what to do first" % path)


def write_one(path):
    with open(path, "w", encoding="utf-8") as file:
        file.write(json.dumps(HOSTILE, ensure_ascii=False) + "\n")


def one(address, problems):
    """One offer, and that one written to do harm."""
    for path in PAGES + ["/territoires/departement/67", "/metiers/N1101", "/territoires/region/44"]:
        for form in (path, path.split("?")[0] + ".json"):
            if form == "/.json" or form == "/lexique/propositions.json":
                continue
            status, text = get(address, form)
            if status != 200:
                problems.append("one offer: %s answers %d" % (form, status))
            if form == path and ("<script" in text or "<img" in text):
                problems.append("one offer: %s lets markup of the offer through" % form)
            if "jean.dupont" in text or "06 12 34" in text:
                problems.append("one offer: %s shows contact data" % form)
            if form != path:
                json.loads(text)
    status, text = get(address, "/offres.csv")
    if any(cell[:1] in "=+-@" for line in text.splitlines() for cell in line.split(";") if cell):
        problems.append("one offer: /offres.csv holds a formula")


def lost(address, problems):
    """Unknown codes, filters that name nothing, bookmarks that have grown old: each answer helps."""
    for path, status, word in [
        ("/nulle-part", 404, "Continuer"),
        ("/metiers/Z9999", 404, "Métiers"),
        ("/metiers/n1103x", 404, "Métiers"),
        ("/certifications/RNCP99999999", 404, "Certifications"),
        ("/certifications/bonjour", 404, "Certifications"),
        ("/competences/inexistante", 404, "Compétences"),
        ("/territoires/departement/999", 404, "Territoires"),
        ("/territoires/galaxie/67", 404, "Territoires"),
        ("/filieres/alchimie", 404, "Filières"),
        ("/portefeuilles/oublie", 404, "Tous les portefeuilles"),
        ("/portefeuilles/oublie/forum", 404, "Tous les portefeuilles"),
        ("/candidats/RNCP1151+ogr-1", 404, "n’est plus candidat"),
        ("/candidats/RNCP1151+ogr-1", 404, "/certifications/RNCP1151"),
        ("/donnees-ouvertes/nulle-part.csv", 404, "Continuer"),
        ("/offres?territoire=ici", 400, "departement:67"),
        ("/offres?metier=cuisinier", 400, "N1103"),
        ("/signaux?filiere=alchimie", 400, "sans filtre"),
        ("/competences?nature=ici", 400, "sans filtre"),
        ("/offres?mois=hier", 400, "2025-01"),
        ("/offres?territoire=departement:2A&metier=N1103", 200, "Retirer les filtres"),
        ("/signaux?territoire=departement:2A", 200, "élargissez le périmètre"),
        ("/recherche?q=" + urllib.parse.quote("xyzzy plugh"), 200, "Rien ne correspond"),
        ("/recherche?q=" + "a" * 5000, 200, ""),
        ("/offres?page=999999", 200, ""),
        ("/offres?page=9223372036854775807", 200, ""),
        ("/signaux?page=9223372036854775807", 200, "Tableau"),
        ("/candidats?page=9223372036854775807", 200, "Page précédente"),
        ("/candidats?page=-9223372036854775808", 200, ""),
        ("/offres?mois=9223372036854775807-01", 400, "2025-01"),
        ("/offres?mois=2026-13..2024-00", 400, "2025-01"),
        ("/%ff%fe", 404, "Continuer"),
        ("/competences/%2e%2e%2f%2e%2e", 404, "Compétences"),
    ]:
        found, text = get(address, path)
        if found != status:
            problems.append("%s answers %d, not %d" % (path[:80], found, status))
        elif word not in text:
            problems.append("%s does not say « %s »" % (path[:80], word))


def running(address, problems):
    """The first analysis is being made: people are told to wait, programs when to come back."""
    try:
        with urllib.request.urlopen(address + "/") as answer:
            status, text, headers = answer.status, answer.read().decode(), answer.headers
    except urllib.error.HTTPError as error:
        status, text, headers = error.code, error.read().decode(), error.headers
    if status != 503 or "en cours" not in text or not headers.get("Retry-After"):
        problems.append("an analysis running: / answers %d and does not say so" % status)
    status, text = get(address, "/territoires/departement/67")
    if status == 503 and "en cours" not in text:
        problems.append("an analysis running: a page does not say so")


def without_press(address, problems):
    """WeasyPrint is not there: sheets lead to no PDF, and who asks for one is told to print from the browser."""
    status, text = get(address, "/fiches/territoire/departement/67")
    if status != 200 or ".pdf" in text or "@media print" not in get(address, style(text))[1]:
        problems.append("no WeasyPrint: the sheet leads to a PDF, or has no style for print")
    status, text = get(address, "/fiches/territoire/departement/67.pdf")
    if status < 400 or "WeasyPrint" not in text or "navigateur" not in text:
        problems.append("no WeasyPrint: the PDF answers %d and does not say what to do" % status)
    status, text = get(address, "/fiches/territoire/departement/999.pdf")
    if status != 404:
        problems.append("no WeasyPrint: a sheet that is not there answers %d" % status)


def style(text):
    """Address of the style sheet of a page."""
    return re.search(r'rel="stylesheet" href="([^"]+)"', text).group(1)


def prepare(folder):
    """Paths of the file with one offer, and of the two stores."""
    write_one(os.path.join(folder, "one.jsonl"))
    return os.path.join(folder, "one.jsonl"), os.path.join(folder, "empty.sqlite"), os.path.join(folder, "one.sqlite")
