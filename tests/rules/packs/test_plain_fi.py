"""Finnish plain language: the promises that hold for every term of the pack."""

from __future__ import annotations

import pytest

from rules.check import Checker
from rules.cities import example_city
from rules.detect.replacing import advice
from rules.detect.terms import Term, TermsSpec
from rules.layers import BUILT_IN
from rules.load import read
from rules.model import Draft
from rules.pack import Pack


@pytest.fixture(scope="module")
def pack() -> Pack:
    """Read the layer alone."""
    return read(BUILT_IN / "plain-fi")


@pytest.fixture(scope="module")
def checker(pack: Pack) -> Checker:
    """Compile the layer alone."""
    return Checker(pack, example_city("paimio"))


def terms_of(pack: Pack) -> list[tuple[str, Term]]:
    """Return every term with the id of its rule."""
    specs = [(rule.id, rule.detect.spec) for rule in pack.rules]
    return [(id_, term) for id_, s in specs if isinstance(s, TermsSpec) for term in s.items]


def test_every_finding_says_what_to_write_instead(pack: Pack) -> None:
    """Where a message promises another word, every term of the rule has one."""
    promising = {rule.id for rule in pack.rules if "{replacement}" in rule.message.fi}
    lacking = [term.term for id_, term in terms_of(pack) if id_ in promising and not term.replace]
    assert lacking == []


def test_what_we_put_in_is_not_marked_again(pack: Pack, checker: Checker) -> None:
    """Correcting a text is done in one go: no replacement has a finding with a replacement."""
    put = {
        advice([word])
        for _, term in terms_of(pack)
        for word in term.replace
        if not word.startswith("(")
    }
    again = {
        text
        for text in put
        if any(f.replacements for f in checker.check(Draft(text, lang="fi")).findings)
    }
    assert again == set()


@pytest.mark.parametrize(
    "text",
    [
        "Laki viranomaisten toiminnan julkisuudesta antaa oikeuden lukea päätöksiä.",
        "Kylälehteä toimittaa tällä kertaa 5B-luokka.",
        "Kolme hoitajaa on suorittanut ammattitutkinnon.",
        "Huomenna saattaa sataa lunta.",
        "Saimme kiitosta monelta taholta.",
        "Ole yhteydessä kouluun.",
        "Tornion rantaan rakennetaan uusi silta.",
        "Iso, vanha ja kaunis puu kaatui yöllä tielle.",
        "Äänestä omaa suosikkiasi!",
        "Koskien kuohut kuuluvat kauas.",
    ],
)
def test_plain_posts_stay_silent(checker: Checker, text: str) -> None:
    """Words that only look like officialese are left alone."""
    assert checker.check(Draft(text, lang="fi")).findings == ()
