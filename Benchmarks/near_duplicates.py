#!/usr/bin/env python3
"""Near-duplicates of the product against planted re-posts, against all pairs, and against datasketch.

    python3 -m venv v && v/bin/pip install datasketch scipy
    v/bin/python near_duplicates.py --program .build/release/miner-daemon --offers offers.jsonl.gz

Re-posts of real offers are planted under other identifiers, each changed in one of the ways re-posts are; half-new texts
that share a template are planted too and must stay apart. The truth is the pairs that share nine tenths of their
five-word shingles (Jaccard), counted over all pairs, and chains of them. Printed: which kinds of re-posts are found,
precision and recall of pairs, and the same for MinHashLSH of datasketch with its pairs taken as they come and verified.
"""

import argparse
import collections
import gzip
import json
import os
import random
import re
import sqlite3
import subprocess
import tempfile
import time

THRESHOLD = 0.9


def words(offer):
    return re.findall(r"[^\W_]+", (offer["title"] + " " + offer["description"]).lower())


def shingles(offer):
    w = words(offer)
    return {" ".join(w[i:i + 5]) for i in range(max(1, len(w) - 4))}


def plant(base, rng, others):
    """One re-post of each kind, as (kind, offer)."""
    text = base["description"]
    sentences = re.split(r"(?<=[.!?])\s+", text)
    w = text.split(" ")
    yield "copie", text
    yield "mise en page", re.sub(r"[ ]+", "  ", text.upper().replace(",", " ,")) + "\n\n"
    yield "préambule d’agence", "Notre agence recrute pour l’un de ses clients.\n" + text
    changed = list(w)
    for i in range(20, len(changed), 120):
        changed[i] = "remplacé%d" % rng.randrange(1000)
    yield "un mot sur 120 changé", " ".join(changed)
    yield "une phrase ôtée", " ".join(s for i, s in enumerate(sentences) if i != len(sentences) // 2)
    yield "coupée au dernier quart", text[: len(text) * 3 // 4] + "…"
    other = rng.choice(others)["description"]
    yield "même cadre, autre poste", text[: len(text) // 2] + " " + other[len(other) // 2:]


def components(n, pairs):
    label = list(range(n))

    def find(i):
        while label[i] != i:
            label[i] = label[label[i]]
            i = label[i]
        return i

    for a, b in pairs:
        a, b = find(a), find(b)
        label[max(a, b)] = min(a, b)
    return [find(i) for i in range(n)]


def exact_pairs(sets):
    """All pairs at the threshold, by products of sparse rows."""
    import numpy
    from scipy.sparse import csr_matrix

    ids, rows, columns = {}, [], []
    for i, s in enumerate(sets):
        for x in s:
            rows.append(i)
            columns.append(ids.setdefault(x, len(ids)))
    m = csr_matrix((numpy.ones(len(rows), dtype=numpy.int32), (rows, columns)), shape=(len(sets), len(ids)))
    size = [len(s) for s in sets]
    t = m.T.tocsr()
    for start in range(0, len(sets), 500):
        block = (m[start:start + 500] @ t).tocoo()
        for a, b, shared in zip(block.row, block.col, block.data):
            a += start
            if a < b and shared >= THRESHOLD * (size[a] + size[b] - shared):
                yield int(a), int(b)


def together(labels):
    groups = collections.defaultdict(list)
    for i, g in enumerate(labels):
        groups[g].append(i)
    return {(a, b) for g in groups.values() for k, a in enumerate(g) for b in g[k + 1:]}


def report(name, labels, truth, planted):
    found = together(labels)
    right = len(found & truth)
    print(f"{name:34} précision {right / max(1, len(found)):.4f}  rappel {right / max(1, len(truth)):.4f}"
          f"  paires {len(found)}, justes {right}, à trouver {len(truth)}")
    kinds = collections.defaultdict(lambda: [0, 0])
    for kind, base, copy in planted:
        kinds[kind][0] += labels[base] == labels[copy]
        kinds[kind][1] += 1
    print("    " + " ; ".join(f"{k} {a}/{b}" for k, (a, b) in kinds.items()))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--offers", required=True)
    parser.add_argument("--bases", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    rng = random.Random(args.seed)

    seen, offers = set(), []
    opener = gzip.open if args.offers.endswith(".gz") else open
    for line in opener(args.offers, "rt", encoding="utf-8"):
        o = json.loads(line)
        if o.get("description") and o["id"] not in seen:
            seen.add(o["id"])
            offers.append({"id": o["id"], "title": o.get("title") or "?", "description": o["description"]})
    long = [i for i, o in enumerate(offers) if len(o["description"].split()) >= 150]
    planted = []
    for i in rng.sample(long, args.bases):
        for kind, text in plant(offers[i], rng, [offers[j] for j in long]):
            planted.append((kind, i, len(offers)))
            offers.append({"id": f"p{len(offers)}", "title": offers[i]["title"], "description": text})

    with tempfile.TemporaryDirectory() as folder:
        path, store = os.path.join(folder, "o.jsonl"), os.path.join(folder, "s.sqlite")
        with open(path, "w", encoding="utf-8") as f:
            for o in offers:
                f.write(json.dumps({**o, "source": "essai", "date_created": "2025-01-02"}, ensure_ascii=False) + "\n")
        start = time.time()
        subprocess.run([args.program, "import", "offers", "--defer-reading", "--store", store, path],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        seconds = time.time() - start
        kept = dict(sqlite3.connect(store).execute("SELECT identifier, cluster FROM offer"))
    # What the import set aside (another language) is no part of the comparison.
    place, rest = {}, []
    for i, o in enumerate(offers):
        if o["id"] in kept:
            place[i] = len(rest)
            rest.append(o)
    planted = [(k, place[a], place[b]) for k, a, b in planted if a in place and b in place]
    sets = [shingles(o) for o in rest]
    truth = together(components(len(rest), exact_pairs(sets)))
    print(f"{len(rest)} offres, dont {len(planted)} plantées ; importées en {seconds:.1f} s")
    report("SkillMiner", [kept[o["id"]] for o in rest], truth, planted)

    from datasketch import MinHash, MinHashLSH
    start = time.time()
    lsh, hashes = MinHashLSH(threshold=THRESHOLD, num_perm=128), []
    for i, s in enumerate(sets):
        h = MinHash(num_perm=128)
        h.update_batch([x.encode() for x in s])
        lsh.insert(i, h)
        hashes.append(h)
    pairs = [(i, j) for i, h in enumerate(hashes) for j in lsh.query(h) if i < j]
    seconds = time.time() - start
    report(f"datasketch, tel quel ({seconds:.0f} s)", components(len(rest), pairs), truth, planted)
    checked = [(a, b) for a, b in pairs if len(sets[a] & sets[b]) >= THRESHOLD * len(sets[a] | sets[b])]
    report("datasketch, paires vérifiées", components(len(rest), checked), truth, planted)


if __name__ == "__main__":
    main()
