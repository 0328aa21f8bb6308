"""Measure the raw person-name finder on text that others wrote and labelled.

    python benchmarks/names.py test.tsv test_corpus.txt sv_pud-ud-test.iob2

Reads CoNLL-like files: one token a line with its tag in the column that has them (`B-PER`, `I-PER`,
`PER`), a blank line between sentences. The Turku NER corpus (github.com/TurkuNLP/turku-ner-corpus,
`data/conll/*.tsv`), the Swedish NER corpus (github.com/klintan/swedish-ner-corpus) and Universal NER
(`*.iob2`) are such files; fetch them yourself, none of them is in this repository. Office holders
are names here too: what is measured is finding, not judging.
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


class Sentence(NamedTuple):
    """A sentence as text, and the ranges of its persons."""

    text: str
    persons: tuple[tuple[int, int], ...]


class Result(NamedTuple):
    """Counts of one file: found and labelled names, those equal, those that overlap."""

    sentences: int
    found: int
    labelled: int
    exact: int
    right: int
    covered: int
    false_alarms: int


def main() -> None:
    """Print a table for the files on the command line."""
    parser = argparse.ArgumentParser(description="precision and recall of the raw name finder")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--evidence", action="store_true", help="precision by kind of evidence")
    parser.add_argument("--show", action="store_true", help="print what was missed and mistaken")
    options = parser.parse_args()
    head = (
        "file",
        "persons",
        "P",
        "R",
        "exact F1",
        "overlap P",
        "overlap R",
        "overlap F1",
        "alarms",
    )
    print("| " + " | ".join(head) + " |\n|" + "---|" * len(head))
    for path in options.files:
        by_evidence: Counter[tuple[Evidence, bool]] = Counter()
        result = measure(read(path), by_evidence, show=options.show)
        print(_row(path.name, result))
        if options.evidence:
            for kind in Evidence:
                right, wrong = by_evidence[kind, True], by_evidence[kind, False]
                if right + wrong:
                    print(
                        f"    {kind.value:15} {right}/{right + wrong} {right / (right + wrong):.3f}"
                    )


def measure(
    sentences: Iterable[Sentence],
    by_evidence: Counter[tuple[Evidence, bool]],
    *,
    show: bool = False,
) -> Result:
    """Run the finder over sentences and compare with their labels."""
    counts = [0] * 7
    for sentence in sentences:
        doc = Document(sentence.text)
        names = names_in(doc)
        found = [tuple(doc.raw_span(name.start, name.end)) for name in names]
        gold = sentence.persons
        for name, span in zip(names, found, strict=True):
            by_evidence[name.evidence, _overlaps(span, gold)] += 1
        right = sum(_overlaps(span, gold) for span in found)
        covered = sum(_overlaps(span, found) for span in gold)
        for at, value in enumerate(
            (1, len(found), len(gold), len(set(found) & set(gold)), right, covered)
        ):
            counts[at] += value
        counts[6] += bool(found and not gold)
        if show:
            _show(sentence, [(s, n.evidence) for s, n in zip(found, names, strict=True)])
    return Result(*counts)


def _overlaps(span: tuple[int, ...], others: Iterable[tuple[int, ...]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _show(sentence: Sentence, found: list[tuple[tuple[int, ...], Evidence]]) -> None:
    spans = [span for span, _ in found]
    for start, end in sentence.persons:
        if not _overlaps((start, end), spans):
            print("missed  ", sentence.text[start:end], "|", sentence.text[:200], file=sys.stderr)
    for span, evidence in found:
        if not _overlaps(span, sentence.persons):
            words = sentence.text[span[0] : span[1]]
            print("mistaken", evidence.value, words, "|", sentence.text[:200], file=sys.stderr)


def _row(name: str, result: Result) -> str:
    exact = _scores(result.exact, result.found, result.exact, result.labelled)
    overlap = _scores(result.right, result.found, result.covered, result.labelled)
    cells = [name, str(result.labelled)]
    cells += [f"{value:.3f}" for value in (*exact, *overlap)]
    return "| " + " | ".join([*cells, f"{result.false_alarms / result.sentences:.1%}"]) + " |"


def _scores(right: int, found: int, covered: int, labelled: int) -> tuple[float, float, float]:
    precision = right / found if found else 1.0
    recall = covered / labelled if labelled else 1.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def read(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a file of labelled tokens."""
    tokens: list[tuple[str, str]] = []
    for line in path.read_text("utf-8").splitlines():
        if not line.strip():
            yield from _sentence(tokens)
            tokens = []
        elif not line.startswith(("# ", "-DOCSTART-")):
            tokens.append(_token(line))
    yield from _sentence(tokens)


def _token(line: str) -> tuple[str, str]:
    columns = line.split("\t") if "\t" in line else line.split(" ")
    if columns[0].isdigit() and len(columns) > 2:
        columns = columns[1:]
    return columns[0].replace("\u00ad", ""), columns[1] if len(columns) > 1 else "O"


def _sentence(tokens: list[tuple[str, str]]) -> Iterator[Sentence]:
    """Put a text together again from its tokens, with the ranges of the persons in it."""
    text = ""
    persons: list[tuple[int, int]] = []
    open_quote = inside = False
    for form, tag in tokens:
        quote = form in ('"', "\u201d", "''", "``")
        closing = form[:1] in _CLOSING or (quote and open_quote)
        if (
            text
            and not closing
            and text[-1] not in _OPENING
            and not (text[-1] in '"\u201d' and open_quote)
        ):
            text += " "
        if quote:
            open_quote = not open_quote
        person = "PER" in tag.upper()
        if person and inside and not tag.startswith("B-"):
            persons[-1] = (persons[-1][0], len(text) + len(form))
        elif person:
            persons.append((len(text), len(text) + len(form)))
        inside = person
        text += form
    if text:
        yield Sentence(text, tuple(persons))


if __name__ == "__main__":
    main()
