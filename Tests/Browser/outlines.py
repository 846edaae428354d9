"""Maps with true outlines: a small GeoJSON of a few départements, and files that are none."""

import json
import os
import subprocess
import sys


def ring(west, south, width, height, turned=False):
    """A closed ring; the other way round for a hole."""
    corners = [(west, south), (west + width, south), (west + width, south + height), (west, south + height), (west, south)]
    return [list(corner) for corner in (reversed(corners) if turned else corners)]


def feature(code, kind, coordinates):
    return {"type": "Feature", "properties": {"code": code, "nom": "Département %s" % code},
            "geometry": {"type": kind, "coordinates": coordinates}}


# Polygons, islands, a hole with a territory in it, Corsica, two territories overseas.
FEATURES = [
    feature("67", "Polygon", [ring(7.2, 48.2, 0.9, 0.8)]),
    feature("68", "Polygon", [ring(7.0, 47.4, 0.6, 0.8)]),
    feature("69", "Polygon", [ring(4.2, 45.4, 1.0, 0.9), ring(4.6, 45.7, 0.3, 0.3, turned=True)]),
    feature("42", "Polygon", [ring(4.6, 45.7, 0.3, 0.3)]),
    feature("29", "MultiPolygon", [[ring(-4.8, 47.9, 1.2, 0.8)], [ring(-5.2, 48.4, 0.15, 0.1)]]),
    feature("2A", "MultiPolygon", [[ring(8.6, 41.4, 0.6, 0.7)], [ring(9.25, 41.35, 0.05, 0.05)]]),
    feature("2B", "Polygon", [ring(8.6, 42.1, 0.9, 0.9)]),
    feature("971", "MultiPolygon", [[ring(-61.8, 15.9, 0.5, 0.6)], [ring(-61.3, 16.2, 0.3, 0.3)]]),
    feature("974", "Polygon", [ring(55.2, -21.4, 0.6, 0.5)]),
]

# What is wrong, and what must be said of it beside the name of the file.
BROKEN = {
    "page.geojson": ("<!DOCTYPE html>", "JSON"),
    "cut.geojson": (json.dumps({"type": "FeatureCollection", "features": FEATURES}, indent=1)[:900], "JSON"),
    "point.geojson": (json.dumps({"type": "FeatureCollection", "features": [feature("67", "Point", [7, 48])]}), "aucun contour"),
    "other.geojson": (json.dumps({"type": "Topology", "objects": {}}), "collection de polygones"),
    "empty.geojson": ("", "JSON"),
}


def write(folder):
    """The file, with two contours that cannot be read among the others."""
    path = os.path.join(folder, "departements.geojson")
    broken = [feature("57", "Polygon", [[6, 49], [7, 49]]), {"type": "Feature", "properties": None, "geometry": None}]
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"type": "FeatureCollection", "features": FEATURES[:2] + broken + FEATURES[2:]}, file)
    return path


def refused(program, store, today, folder, problems):
    """Files that are no outlines: the service says which, why, and does not start."""
    for name, (text, word) in BROKEN.items():
        path = os.path.join(folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        run = subprocess.run(
            [program, "serve", "--store", store, "--port", "0", "--today", today, "--set", "department-outlines=" + path],
            capture_output=True, text=True, timeout=60)
        if run.returncode == 0 or name not in run.stderr or word not in run.stderr or "CARTE-001" not in run.stderr:
            problems.append("outlines: %s is not refused with its reason: %s" % (name, run.stderr[-200:]))


def drawn(address, get, problems, browser=None, pictures=None):
    """Every territory of the file is on the map, each a surface; holes and islands belong to theirs."""
    status, text = get(address, "/territoires")
    start = text.find('id="g-carte"')
    chart = text[start:text.find("</figure>", start)]
    for code in ("67", "68", "69", "29", "2A", "2B", "971", "974"):
        if 'href="/territoires/departement/%s"' % code not in text and code in ("67", "68", "69"):
            problems.append("outlines: no way to the département %s" % code)
    surfaces = chart.count("fill-rule=\"evenodd\"")
    if status != 200 or surfaces != len(FEATURES):
        problems.append("outlines: %d surfaces on the map, %d expected" % (surfaces, len(FEATURES)))
    if "NaN" in chart or "inf" in chart.replace("info", ""):
        problems.append("outlines: a coordinate is no number")
    if not browser:
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": 1280, "height": 900})
        page.goto(address + "/territoires")
        boxes = page.evaluate(
            "[...document.querySelectorAll('#g-carte svg path')].map(p => { const b = p.getBBox(); return [b.width, b.height] })")
        if any(width < 1 or height < 1 for width, height in boxes):
            problems.append("outlines: a territory is too small to be seen")
        frame = page.evaluate(
            "(() => { const s = document.querySelector('#g-carte svg'), b = s.getBBox(), v = s.viewBox.baseVal;"
            " return [b.x, b.y, v.width - b.x - b.width, v.height - b.y - b.height] })()")
        if min(frame) < -1:
            problems.append("outlines: the map leaves its frame: %s" % frame)
        if pictures:
            os.makedirs(pictures, exist_ok=True)
            page.locator("#g-carte").screenshot(path=os.path.join(pictures, "contours.png"))
        chromium.close()


if __name__ == "__main__":
    print(write(sys.argv[1]))
