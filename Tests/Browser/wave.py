"""Invented offers of one bassin in which a competency emerges, for the journey that looks for it."""

import json
import random

TASKS = [
    "Vous chargez le camion et arrimez les matériaux du chantier",
    "Vous livrez les clients de l’agence selon la tournée du jour",
    "Vous contrôlez l’état du véhicule avant le départ",
    "Vous tenez le carnet de bord et signalez les anomalies",
    "Vous déposez les palettes à l’endroit indiqué par le chef de chantier",
    "Vous faites signer les bons de livraison",
    "Vous préparez le chargement du lendemain",
    "Vous rangez le parc à matériaux en fin de journée",
    "Vous conseillez les artisans sur le délai de leurs commandes",
    "Vous respectez le plan de circulation du dépôt",
    "Vous participez à l’inventaire de fin de mois",
    "Vous entretenez la benne et nettoyez la cabine",
]
FRAMES = ["Négoce familial", "Agence de matériaux", "Entreprise de charpente", "Société de couverture", "Dépôt régional"]
GIFTS = ["Mutuelle et paniers repas", "Poste en journée", "Treizième mois", "Prime de tournée", "Semaine de quatre jours"]


def write(path, seed=490):
    """600 offers over two years; one in three asks for the certificate in the second, hardly any in the first."""
    chance = random.Random(seed)
    with open(path, "w", encoding="utf-8") as file:
        for number in range(600):
            month = number % 24
            recent = month >= 12
            year, place = divmod(2024 * 12 + 9 + month, 12)
            asked = number % 3 == 0 if recent else number % 60 == 0
            text = "%s numéro %d, à %d km du centre. %s. %s%s. %d heures par semaine." % (
                chance.choice(FRAMES),
                chance.randrange(1000, 9999),
                chance.randrange(2, 60),
                ". ".join(chance.sample(TASKS, 6)),
                "CACES R490 exigé. " if asked else "",
                chance.choice(GIFTS),
                chance.randrange(28, 40),
            )
            offer = {
                "id": "vague-%d" % number,
                "title": "Chauffeur-livreur %d" % number,
                "description": text,
                "date_created": "%d-%02d-%02d" % (year, place + 1, 1 + number % 27),
                "rome_code": "N4105",
                "location": "67 - STRASBOURG",
                "company": "Maison %d" % (number * 7 % 83),
            }
            file.write(json.dumps(offer, ensure_ascii=False) + "\n")
