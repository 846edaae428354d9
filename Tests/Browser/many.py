"""A made-up release of ten thousand competencies, and offers of one département that ask for all of them."""

import json
import os
import random

COUNT = 10_000
SYLLABLES = [a + b for a in "bcdfgjklmnprstvz" for b in ("a", "e", "i", "o", "u", "ou", "an")][:100]


def name(number):
    """Two words that no other competency has."""
    return "gambit %s%sdor" % (SYLLABLES[number // 100], SYLLABLES[number % 100])


def release(folder):
    """Writes the tables of a release as ROME gives them; the folder."""
    tables = {
        "referentiel_code_rome": [
            "code_rome,code_fiche_metier,code_ogr,libelle_rome,code_rome_parent",
            "N1103,1,11,Préparateur / Préparatrice de commandes,N1103",
        ],
        "referentiel_appellation": [
            "code_ogr,libelle_appellation_long,libelle_appellation_court,code_rome,classification",
            "501,Préparateur / Préparatrice de commandes,,N1103,PRINCIPALE",
        ],
        "referentiel_competence": [
            "code_ogr,nature,libelle_competence,code_ogr_macro_comp,cat_comp,sous_cat_comp",
            "100,Macro-compétence,Organiser des flux,,Savoir-faire,Transverse",
        ],
        "referentiel_savoir": ["code_ogr_savoir,libelle_savoir,categorie_savoir,sous_categorie_savoir"]
        + [
            "%d,%s,Techniques professionnelles,Autres techniques professionnelles" % (100_000 + n, name(n).capitalize())
            for n in range(COUNT)
        ],
        "coherence_item": ["code_rome,code_ogr,coeur_metier"] + ["N1103,%d," % (100_000 + n) for n in range(COUNT)],
    }
    for table, lines in tables.items():
        with open(os.path.join(folder, "unix_%s_v460_utf8.csv" % table), "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    return folder


def offers(path, seed=10_000):
    """2,400 offers of two years; each competency is asked for twelve times."""
    chance = random.Random(seed)
    deck = []
    with open(path, "w", encoding="utf-8") as file:
        for number in range(COUNT * 12 // 50):
            if len(deck) < 50:
                deck = chance.sample(range(COUNT), COUNT)
            asked, deck = deck[:50], deck[50:]
            year, place = divmod(2024 * 12 + 9 + number % 24, 12)
            offer = {
                "id": "dix-mille-%d" % number,
                "title": "Préparateur de commandes %d" % number,
                "description": " ".join("Maîtrise exigée\u00a0: %s." % name(n) for n in asked),
                "date_created": "%d-%02d-%02d" % (year, place + 1, 1 + number % 27),
                "rome_code": "N1103",
                "location": "67 - STRASBOURG",
                "company": "Maison %d" % (number * 7 % 211),
            }
            file.write(json.dumps(offer, ensure_ascii=False) + "\n")


def look(address, get, heaviest, problems):
    """Lists come in pages of some weight; what is taken away is whole."""
    for path in [
        "/", "/competences", "/competences?nature=knowledge", "/signaux", "/signaux?page=2",
        "/signaux?page=9223372036854775807", "/signaux?territoire=departement:67", "/signaux?classe=insufficient",
        "/territoires", "/territoires/departement/67", "/territoires/region/44", "/metiers", "/metiers/N1103", "/filieres",
        "/filieres/logistique-transport", "/lexique", "/offres", "/offres?page=9223372036854775807",
        "/recherche?q=gambit", "/fiches/territoire/departement/67", "/fiches/forum/departement/67", "/donnees-ouvertes",
    ]:
        status, text = get(address, path)
        weight = len(text.encode())
        if status != 200 and not path.startswith("/filieres/"):
            problems.append("ten thousand competencies: %s answers %d" % (path, status))
        if weight > heaviest:
            problems.append("ten thousand competencies: %s weighs %d kB" % (path, weight // 1000))
    status, text = get(address, "/signaux?classe=insufficient")
    if "page 1 sur" not in text and "page\u00a01 sur" not in text:
        problems.append("ten thousand competencies: /signaux has no pages")
    for path in ("/donnees-ouvertes/demande-territoires.csv", "/donnees-ouvertes/changements.csv"):
        status, text = get(address, path)
        if text.count("\n") < COUNT * 0.9:
            problems.append("ten thousand competencies: %s has %d lines only" % (path, text.count("\n")))
