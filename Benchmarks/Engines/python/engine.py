"""One matcher behind a Python binding: builds once, then answers `run STAGE LIMIT` lines with one timed pass each.

A pass is what a user of the library would write: each document in turn, spans kept. CPU time is this thread's.
"""

import json
import sys
import time


def records(scratch, name):
    with open(f"{scratch}/{name}", encoding="utf-8", newline="") as file:
        return file.read().split("\0")[:-1]


def daachorse(scratch):
    from daachorse import MATCH_KIND_LEFTMOST_LONGEST, DoubleArrayAhoCorasick

    forms = [form.encode() for form in records(scratch, "forms.wrapped")]
    automaton = DoubleArrayAhoCorasick(forms, MATCH_KIND_LEFTMOST_LONGEST)
    texts = [text.encode() for text in records(scratch, "normalised.wrapped")]
    return texts, automaton.find, lambda span: span[2]


def ahocorasick_rs(scratch):
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

    automaton = AhoCorasick(
        records(scratch, "forms.wrapped"),
        matchkind=MatchKind.LeftmostLongest,
        implementation=Implementation.ContiguousNFA,
    )
    return records(scratch, "normalised.wrapped"), automaton.find_matches_as_indexes, lambda span: span[0]


def pyahocorasick(scratch):
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for number, form in enumerate(records(scratch, "forms.wrapped")):
        automaton.add_word(form, number)
    automaton.make_automaton()
    # iter_long is leftmost-longest; each span is (end, number).
    return records(scratch, "normalised.wrapped"), lambda text: list(automaton.iter_long(text)), lambda span: span[1]


def flashtext2(scratch):
    from flashtext2 import KeywordProcessor

    processor = KeywordProcessor(case_sensitive=True)
    numbers = {}
    for number, form in enumerate(records(scratch, "forms.plain")):
        processor.add_keyword(form, str(number))
        numbers[str(number)] = number
    find = processor.extract_keywords_with_span
    return records(scratch, "normalised.plain"), find, lambda span: numbers[span[0]]


def spacy(scratch):
    import spacy as library
    from spacy.matcher import PhraseMatcher
    from spacy.util import filter_spans

    language = library.blank("fr")
    language.max_length = 1 << 30
    matcher = PhraseMatcher(language.vocab, attr="LOWER")
    matcher.add("form", list(language.tokenizer.pipe(records(scratch, "forms.raw"))))

    def find(text):
        document = language.make_doc(text)
        return filter_spans(matcher(document, as_spans=True))

    # The matcher does not say which form it was: spans are told apart by their place.
    return records(scratch, "texts"), find, lambda span: 0


ENGINES = {f.__name__: f for f in (daachorse, ahocorasick_rs, pyahocorasick, flashtext2, spacy)}


def main():
    scratch, name = sys.argv[1:3]
    start = time.thread_time()
    documents, find, number = ENGINES[name](scratch)
    build = time.thread_time() - start
    print(json.dumps({"ready": True, "build": build}), flush=True)
    for line in sys.stdin:
        _, stage, limit = line.split()
        chosen = documents[: int(limit)] if int(limit) else documents
        wall, cpu = time.perf_counter(), time.thread_time()
        found = [find(text) for text in chosen]
        cpu, wall = time.thread_time() - cpu, time.perf_counter() - wall
        result = {
            "stage": stage,
            "cpu": cpu,
            "wall": wall,
            "count": sum(map(len, found)),
            "sum": sum(number(span) for spans in found for span in spans),
        }
        print(json.dumps(result), flush=True)


main()
