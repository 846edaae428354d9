"""Checks the French of templates, messages and guides with hunspell; see README.md."""

import argparse
import glob
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import swift_text

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
GUIDES = ["docs/*.md", "docs/guide/*.md", "README.md"]
SOURCES = ["Sources/**/*.swift"]
# Not sentences of ours: words and cues of offers, stop words, first names, other languages, style sheets, SQL.
DATA = [
    "Sources/SkillMiner/Text/",
    "Sources/SkillMiner/Matching/",
    "Sources/SkillMiner/Stance/",
    "Sources/SkillMiner/Linking/",
    "Sources/SkillMiner/Learning/Terms/TermWords.swift",
    "Sources/SkillMiner/Offers/Redaction/",
    "Sources/SkillMiner/Offers/Reading/LanguageCheck.swift",
    "Sources/SkillMiner/Coverage/PlainWords.swift",
    "Sources/SkillMiner/Coverage/CredentialGestures",
    "Sources/SkillMiner/Coverage/ImpliedCredentials",
    "Sources/SkillMiner/Modules/Naming/",
    "Sources/SkillMiner/Store/Schema/",
    "Sources/Taxonomy/Reading/RNCP/Infinitive.swift",
    "Sources/miner-daemon/Dashboard/ReportStyle.swift",
    "Sources/miner-daemon/Dashboard/Pages/SiteStyle.swift",
]

FRENCH = re.compile("[àâçéèêëîïôûùœÀÂÇÉÈÊÎÔÛŒ’«»]|\u00a0")
SMALL = set("le la les des de du un une et est pas pour dans sur avec sans qui que ce au aux par ne ou".split())
WORD = re.compile("[A-Za-zÀ-ÖØ-öø-ÿœŒ\x00]+(?:[-'’][A-Za-zÀ-ÖØ-öø-ÿœŒ\x00]+)*")
ELISION = re.compile("^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)['’]", re.IGNORECASE)


def is_french(text):
    """Whether a literal is meant for French readers."""
    words = re.findall("[^\\W\\d_]+", text)
    return bool(FRENCH.search(text)) or (len(words) > 3 and sum(w.lower() in SMALL for w in words) > 1)


def plain(markup):
    """A template or a guide without what is not read: code, addresses, tags, placeholders. Lines stay where they are."""
    def blank(match):
        return "\n" * match.group(0).count("\n") + " "

    markup = re.sub(r"(?s)^```.*?^```", blank, markup, flags=re.M)
    markup = re.sub(r"(?s)<style>.*?</style>|<!--.*?-->", blank, markup)
    markup = re.sub(r"`[^`\n]*`|\{\{[^}]*\}\}|https?://\S+|\]\([^)]*\)|&#?\w+;", blank, markup)
    markup = re.sub(r"<[^<>]*>", blank, markup)
    # Indented lines are commands; options and paths are not words.
    markup = re.sub(r"(?m)^ {4,}\S*miner-daemon.*$", "", markup)
    return re.sub(r"[\w./~:=-]*[/=_@\\][\w./~:=-]*|--[\w-]+|\b\w+\.\w+\b", blank, markup)


def words(text):
    """Yields (line in the text, word)."""
    for match in WORD.finditer(text):
        word = match.group(0)
        if "\x00" in word:
            continue
        line = text.count("\n", 0, match.start())
        while ELISION.match(word):
            word = ELISION.sub("", word)
        letters = word.replace("-", "")
        if len(letters) < 2 or word.isupper() or re.search("[a-zß-ÿ][A-ZÀ-Þ]", word):
            continue
        yield line, word.replace("’", "'")


def texts():
    """Yields (file, line, text) of everything that is French."""
    for pattern in GUIDES:
        for path in sorted(glob.glob(os.path.join(ROOT, pattern))):
            with open(path, encoding="utf-8") as file:
                text = file.read()
            if is_french(text) and len(FRENCH.findall(text)) * 200 > len(text):
                yield os.path.relpath(path, ROOT), 1, plain(text)
    for pattern in SOURCES:
        for path in sorted(glob.glob(os.path.join(ROOT, pattern), recursive=True)):
            name = os.path.relpath(path, ROOT)
            if any(name.startswith(folder) for folder in DATA):
                continue
            with open(path, encoding="utf-8") as file:
                source = file.read()
            for line, text in swift_text.literals(source):
                if is_french(text):
                    yield name, line, plain(text)


def unknown(candidates, dictionary):
    """The words hunspell does not know."""
    run = subprocess.run(
        ["hunspell", "-l", "-i", "utf-8", "-d", dictionary],
        input="\n".join(sorted(candidates)) + "\n",
        capture_output=True,
        text=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    if run.returncode != 0 or "Can't open" in run.stderr:
        raise SystemExit("hunspell: " + run.stderr.strip())
    return set(run.stdout.split())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--dictionary", default="fr_FR")
    options = parser.parse_args()
    with open(os.path.join(HERE, "words.txt"), encoding="utf-8") as file:
        ours = {line.strip() for line in file if line.strip() and not line.startswith("#")}
    found = {}
    for name, line, text in texts():
        for offset, word in words(text):
            found.setdefault(word, []).append((name, line + offset))
    if len(found) < 500:
        raise SystemExit("only %d words were found: the extraction is broken" % len(found))
    parts = {part for word in found for part in word.split("-") if part}
    bad = unknown(set(found) | parts, options.dictionary)
    known = lambda word: word not in bad or word in ours or word.lower() in ours
    problems = []
    for word in found:
        if known(word) or all(known(part) for part in word.split("-") if len(part) > 1):
            continue
        problems += [(name, line, word) for name, line in found[word][:3]]
    for name, line, word in sorted(problems):
        print("%s:%d: %s" % (name, line, word))
    unused = sorted(word for word in ours if word not in found and word not in parts and word.capitalize() not in parts)
    for word in unused:
        print("Tests/Spelling/words.txt: %s is no longer used" % word, file=sys.stderr)
    print("%d words checked, %d unknown" % (len(found), len({word for _, _, word in problems})), file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
