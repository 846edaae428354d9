"""The cube of a store, row by row, read from its tables."""

import sqlite3


def families(blob):
    """Family numbers of a blob: differences, seven bits a byte."""
    numbers, last, rest, shift = [], 0, 0, 0
    for byte in blob:
        rest |= (byte & 0x7F) << shift
        shift += 7
        if not byte & 0x80:
            last += rest
            numbers.append(last)
            rest = shift = 0
    return numbers


def facts(path):
    """Everything a fact holds, with names for numbers that mean nothing outside the store; rows of offers as they are."""
    store = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    symbols = dict(store.execute("SELECT id, text FROM symbol"))
    places, occupations = {}, {}
    for offer, *place in store.execute(
        "SELECT offer, ordinal, label, postcode, commune_declared, latitude, longitude, commune, basin, zone, department, "
        "region, resolution FROM offer_place ORDER BY offer, ordinal"
    ):
        places.setdefault(offer, []).append(tuple(place))
    for offer, *occupation in store.execute(
        "SELECT offer, rank, code, origin FROM offer_occupation WHERE extraction = (SELECT id FROM extraction WHERE "
        "state = 'current') ORDER BY offer, rank"
    ):
        occupations.setdefault(offer, []).append(tuple(occupation))
    # What employers provide stands in packs that only the program reads: test_analyses compares it.
    rows = []
    for offer, blob, *row in store.execute(
        "SELECT f.offer, f.families, s.name, o.identifier, o.cluster, f.cluster, hex(o.fingerprint), o.created, o.updated, "
        "o.naf, o.contract, o.employer_key, e.key, f.month, f.occupation, f.sector "
        "FROM cube_fact f JOIN offer o ON o.id = f.offer JOIN source s ON s.id = f.source "
        "LEFT JOIN cube_employer e ON e.id = f.employer "
        "WHERE f.extraction = (SELECT id FROM extraction WHERE state = 'current') ORDER BY f.offer"
    ):
        asked = sorted(symbols[number] for number in families(blob))
        rows.append((offer, *row, asked, occupations.get(offer), places.get(offer)))
    store.close()
    return rows


def cells(path, column):
    """Cells of the cube at one level of territories, counted from the facts."""
    counted = {}
    for row in facts(path):
        (_, source, _, _, cluster, _, _, _, _, _, employer, _, month, occupation, sector, asked, _, places) = row
        at = {"commune": 6, "basin": 7, "zone": 8, "department": 9, "region": 10}[column]
        territories = sorted({place[at] for place in places if place[at]}) or ["?"]
        for territory in territories:
            for family in asked:
                key = (
                    "?" if month is None else str(month), territory, sector or "?", occupation or "?", source, family
                )
                offers, employers = counted.setdefault(key, (set(), set()))
                offers.add(cluster)
                if employer:
                    employers.add(employer)
    return {key: (len(offers), len(employers)) for key, (offers, employers) in counted.items()}
