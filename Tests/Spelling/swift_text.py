"""Texts of string literals in Swift sources, with the line each begins on."""

import re

# Stands for an interpolation: words that touch it are parts of words.
HOLE = "\x00"


def literals(source):
    """Yields (line, text) of every string literal; comments are passed over, interpolations become HOLE."""
    place = 0
    while place < len(source):
        two = source[place : place + 2]
        if two == "//":
            place = source.find("\n", place)
            if place < 0:
                return
        elif two == "/*":
            end = source.find("*/", place)
            place = len(source) if end < 0 else end + 2
        elif source[place] in '"#':
            opening = re.match(r'(#*)("""|")', source[place:])
            if not opening:
                place += 1
                continue
            text, end, inner = read(source, place + opening.end(), opening.group(1), opening.group(2))
            line = source.count("\n", 0, place) + 1
            yield line, text
            for start, code in inner:
                for more, words in literals(code):
                    yield source.count("\n", 0, start) + more, words
            place = end
        else:
            place += 1


def read(source, place, hashes, quote):
    """The text of a literal from behind its opening, the place behind its end, and the code of its interpolations."""
    closing = quote + hashes
    escape = "\\" + hashes
    out = []
    inner = []
    while place < len(source):
        if source.startswith(closing, place):
            return "".join(out), place + len(closing), inner
        if source.startswith(escape, place):
            place += len(escape)
            sign = source[place] if place < len(source) else ""
            if sign == "(":
                end = interpolation(source, place)
                inner.append((place, source[place + 1 : end - 1]))
                out.append(HOLE)
                place = end
            elif sign == "u":
                end = source.index("}", place)
                out.append(chr(int(source[place + 2 : end], 16)))
                place = end + 1
            else:
                # An escaped line feed joins two lines; the number of lines must stay.
                out.append({"n": "\n", "t": "\t", "r": "\r", "0": " ", "\n": " "}.get(sign, sign))
                place += 1
        elif quote == '"' and source[place] == "\n":
            return "".join(out), place, inner
        else:
            out.append(source[place])
            place += 1
    return "".join(out), place, inner


def interpolation(source, place):
    """The place behind the bracket that closes an interpolation."""
    depth = 0
    while place < len(source):
        sign = source[place]
        if sign == '"':
            opening = re.match(r'"""|"', source[place:])
            _, place, _ = read(source, place + opening.end(), "", opening.group(0))
            continue
        depth += {"(": 1, ")": -1}.get(sign, 0)
        place += 1
        if depth == 0:
            return place
    return place
