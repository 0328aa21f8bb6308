"""Length and shape of a post."""

import pytest

from rules.detect.limit import LimitSpec, compile  # noqa: A004
from rules.detect.scan import Match, Scan
from rules.directory import Directory, Unit
from rules.model import Draft
from rules.text import Document

CITY = Directory(city="Mallila", units=(Unit(id="r", name="Mallilan Soterekry"),))


def look(spec: LimitSpec, draft: Draft) -> list[Match]:
    """Return what one rule finds in a draft."""
    scan = Scan(Document(draft.text), draft, CITY)
    return [match for _, match in compile([spec], CITY)(scan)]


def test_what_is_over_the_channels_limit_is_marked() -> None:
    """A post on X longer than 280 characters is marked from where it no longer fits."""
    spec = LimitSpec(what="length", most={"x": 280})
    text = "sana " * 60
    (match,) = look(spec, Draft(text, channel="Twitter"))

    assert match.start == 280
    assert match.values["count"] == 299
    assert look(spec, Draft(text, channel="facebook")) == []
    assert look(spec, Draft(text)) == []


def test_a_link_on_x_counts_as_the_service_counts_it() -> None:
    """However long, a link takes 23 characters on X."""
    spec = LimitSpec(what="length", most={"x": 280})
    text = "sana " * 50 + "https://example.org/" + "a" * 200

    assert look(spec, Draft(text, channel="x")) == []


@pytest.mark.parametrize(
    ("tag", "better"),
    [
        ("#elämästadissatyösotessa", "#ElämäStadissaTyöSotessa"),
        ("#jobbahososs", "#JobbaHosOss"),
        ("#worldbookday", "#WorldBookDay"),
        ("#mallilansoterekry", "#MallilanSoterekry"),
    ],
)
def test_words_run_together_in_a_tag_get_capitals(tag: str, better: str) -> None:
    """A tag of several words gets a capital for each, the city's own name as the city has it."""
    (match,) = look(LimitSpec(what="camel_case"), Draft(f"Hei! {tag}"))

    assert (better,) == match.replacements


@pytest.mark.parametrize("tag", ["#kirjastopalvelut", "#björkbacken", "#Paimio", "#ElämäOn"])
def test_a_tag_of_one_word_or_with_capitals_is_left_alone(tag: str) -> None:
    """One word, even a compound, needs no capitals; nor does a tag that has them."""
    assert look(LimitSpec(what="camel_case"), Draft(f"Hei! {tag}")) == []


def test_letters_that_are_no_letters_are_replaced() -> None:
    """Mathematical signs that look like letters become letters; upper indices stay."""
    text = "Tule 𝓴𝓲𝓻𝓳𝓪𝓼𝓽𝓸𝓸𝓷, tila 20 m²"
    (match,) = look(LimitSpec(what="letterlike"), Draft(text))

    assert match.replacements == ("kirjastoon",)


def test_a_picture_without_a_description_is_told() -> None:
    """An empty alt text is reported; where nobody speaks of a picture, nothing is."""
    spec = LimitSpec(what="alt_text")

    assert len(look(spec, Draft("Hei!", alt_text=""))) == 1
    assert look(spec, Draft("Hei!")) == []


def test_emoji_are_counted_as_people_see_them() -> None:
    """A family is one emoji; four emoji in a row are a chain."""
    spec = LimitSpec(what="emoji_run", over=3)

    assert look(spec, Draft("Perheille 👨‍👩‍👧‍👦 ❤️")) == []
    assert len(look(spec, Draft("Perheille 👨‍👩‍👧‍👦 ❤️🎉🎉"))) == 1


def test_acronyms_are_no_shouting() -> None:
    """A row of acronyms is fine; a sentence in capitals is not."""
    spec = LimitSpec(what="capitals", over=2)

    assert look(spec, Draft("VR, HSL ja KELA sekä THL, TE ja VM neuvovat.")) == []
    assert len(look(spec, Draft("HUOMIO KAIKKI KUNTALAISET tulkaa!"))) == 1
