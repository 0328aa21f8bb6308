"""Measure the raw person-name finder on text that others wrote and labelled.

    python benchmarks/names.py test.tsv test_corpus.txt sv_pud-ud-test.iob2

Reads CoNLL-like files: one token a line with its tag in the column that has them (`B-PER`, `I-PER`,
`PER`), a blank line between sentences. The Turku NER corpus (github.com/TurkuNLP/turku-ner-corpus,
`data/conll/*.tsv`), the Swedish NER corpus (github.com/klintan/swedish-ner-corpus) and Universal
NER (`*.iob2`) are such files; fetch them yourself, none of them is in this repository. Office
holders are names here too: what is measured is finding, not judging.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from rules.names import Evidence, names_in
from rules.text import Document

_CLOSING = frozenset(".,:;!?)]}»%\u2026")
_OPENING = frozenset("([{«")
_QUOTES = frozenset(('"', "\u201d", "''", "``"))


class Text(NamedTuple):
    """A text, and the ranges of its persons."""

    text: str
    persons: tuple[tuple[int, int], ...]


class Result(NamedTuple):
    """Counts of one file: found and labelled names, those equal, those that overlap."""

    texts: int
    found: int
    labelled: int
    exact: int
    right: int
    covered: int
    false_alarms: int


HEAD = ("file", "persons", "P", "R", "exact F1", "overlap P", "overlap R", "overlap F1")


def main() -> None:
    """Print a table for the files on the command line."""
    parser = argparse.ArgumentParser(description="precision and recall of the raw name finder")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--evidence", action="store_true", help="precision by kind of evidence")
    parser.add_argument("--show", action="store_true", help="print what was missed and mistaken")
    options = parser.parse_args()
    print("| " + " | ".join(HEAD) + " |\n|" + "---|" * len(HEAD))
    for path in options.files:
        by_evidence: Counter[tuple[Evidence, bool]] = Counter()
        result = measure(read(path), by_evidence, show=options.show)
        print(_row(path.name, result))
        if options.evidence:
            _print_evidence(by_evidence)


def measure(
    texts: Iterable[Text], by_evidence: Counter[tuple[Evidence, bool]], *, show: bool = False
) -> Result:
    """Run the finder over texts and compare with their labels."""
    counts = [0] * 7
    for text in texts:
        doc = Document(text.text)
        names = names_in(doc)
        found = [tuple(doc.raw_span(name.start, name.end)) for name in names]
        gold = text.persons
        for name, span in zip(names, found, strict=True):
            by_evidence[name.evidence, _overlaps(span, gold)] += 1
        right = sum(_overlaps(span, gold) for span in found)
        covered = sum(_overlaps(span, found) for span in gold)
        exact = len(set(found) & set(gold))
        alarm = bool(found and not gold)
        for at, value in enumerate((1, len(found), len(gold), exact, right, covered, alarm)):
            counts[at] += value
        if show:
            _show(text, [(s, n.evidence) for s, n in zip(found, names, strict=True)])
    return Result(*counts)


def _overlaps(span: tuple[int, ...], others: Iterable[tuple[int, ...]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _print_evidence(by_evidence: Counter[tuple[Evidence, bool]]) -> None:
    for kind in Evidence:
        right, wrong = by_evidence[kind, True], by_evidence[kind, False]
        if right + wrong:
            print(f"    {kind.value:15} {right}/{right + wrong} {right / (right + wrong):.3f}")


def _show(text: Text, found: list[tuple[tuple[int, ...], Evidence]]) -> None:
    spans = [span for span, _ in found]
    for start, end in text.persons:
        if not _overlaps((start, end), spans):
            print("missed  ", _around(text.text, start, end), file=sys.stderr)
    for (start, end), evidence in found:
        if not _overlaps((start, end), text.persons):
            print("mistaken", evidence.value, _around(text.text, start, end), file=sys.stderr)


def _around(text: str, start: int, end: int) -> str:
    around = text[max(0, start - 60) : end + 60]
    return f"{text[start:end]} | {around}".replace("\n", " / ")


def _row(name: str, result: Result) -> str:
    exact = _scores(result.exact, result.found, result.exact, result.labelled)
    overlap = _scores(result.right, result.found, result.covered, result.labelled)
    cells = [name, str(result.labelled)]
    cells += [f"{value:.3f}" for value in (*exact, *overlap)]
    return "| " + " | ".join(cells) + " |"


def _scores(right: int, found: int, covered: int, labelled: int) -> tuple[float, float, float]:
    precision = right / found if found else 1.0
    recall = covered / labelled if labelled else 1.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def read(path: Path) -> Iterator[Text]:
    """Yield the documents of a file, or its sentences where it does not tell documents apart."""
    text = path.read_text("utf-8")
    mark = "-DOCSTART-" if "-DOCSTART-" in text else "\n\n"
    for document in text.split(mark):
        yield from _document(document)


def _document(lines: str) -> Iterator[Text]:
    """Put a document together, a sentence a line."""
    text = ""
    persons: list[tuple[int, int]] = []
    for block in lines.split("\n\n"):
        rows = [line for line in block.splitlines() if line.strip() and line[:2] != "# "]
        sentence = _sentence([_token(line) for line in rows])
        offset = len(text) + 1 if text else 0
        text = f"{text}\n{sentence.text}" if text else sentence.text
        persons += [(start + offset, end + offset) for start, end in sentence.persons]
    if text:
        yield Text(text, tuple(persons))


def _token(line: str) -> tuple[str, str]:
    columns = line.split()
    if columns[0].isdigit() and len(columns) > 2:
        columns = columns[1:]
    return columns[0].replace("\u00ad", ""), columns[1] if len(columns) > 1 else "O"


def _sentence(tokens: list[tuple[str, str]]) -> Text:
    """Put a sentence together again from its tokens, with the ranges of the persons in it."""
    text = ""
    persons: list[tuple[int, int]] = []
    open_quote = inside = False
    for form, tag in tokens:
        quote = form in _QUOTES
        closes = form[:1] in _CLOSING or (quote and open_quote)
        opened = text[-1:] in _OPENING or (text[-1:] in _QUOTES and open_quote)
        if text and not closes and not opened:
            text += " "
        open_quote ^= quote
        person = "PER" in tag.upper()
        if person and inside and not tag.startswith("B-"):
            persons[-1] = (persons[-1][0], len(text) + len(form))
        elif person:
            persons.append((len(text), len(text) + len(form)))
        inside = person
        text += form
    return Text(text, tuple(persons))


if __name__ == "__main__":
    main()
