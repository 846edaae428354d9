"""What an analyst would write today: spaCy's PhraseMatcher over the offers, counted with pandas.

usage: analyst.py OFFERS.jsonl FORMS COUNTS.csv; forms are NUL-separated, as `bench prepare` writes them.
"""

import sys

import pandas
import spacy
from spacy.matcher import PhraseMatcher


def main():
    offers, forms, counts = sys.argv[1:]
    with open(forms, encoding="utf-8", newline="") as file:
        labels = file.read().split("\0")[:-1]
    language = spacy.blank("fr")
    matcher = PhraseMatcher(language.vocab, attr="LOWER")
    for number, pattern in enumerate(language.tokenizer.pipe(labels)):
        matcher.add(str(number), [pattern])
    table = pandas.read_json(offers, lines=True, dtype=str)
    texts = (table["title"] + "\n" + table["description"]).drop_duplicates()
    rows = []
    for index, document in zip(texts.index, language.pipe(texts)):
        found = {language.vocab.strings[match] for match, _, _ in matcher(document)}
        rows += [(index, table.at[index, "rome_code"], int(form)) for form in found]
    found = pandas.DataFrame(rows, columns=["offer", "occupation", "form"])
    found.groupby(["occupation", "form"])["offer"].nunique().to_csv(counts)


if __name__ == "__main__":
    main()
