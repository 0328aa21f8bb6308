"""The little language of terms: what each sign of it finds and what it leaves alone."""

from __future__ import annotations

import pytest

from rules.cities import example_city
from rules.detect import terms
from rules.detect.scan import Match, Scan
from rules.detect.terms import TermsSpec
from rules.model import Draft
from rules.text import Document


def find(text: str, *items: object) -> list[Match]:
    """Return what Finnish terms find in a text."""
    spec = TermsSpec.model_validate({"language": "fi", "items": items})
    finder = terms.compile([spec], example_city("paimio"))
    scan = Scan(Document(text, "fi"), Draft(text), example_city("paimio"))
    return [match for _, match in finder(scan)]


def words(text: str, *items: object) -> list[str]:
    """Return the words that Finnish terms mark."""
    return [text[m.start : m.end] for m in find(text, *items)]


@pytest.mark.parametrize(
    ("term", "text", "marked"),
    [
        ("maksu", "Maksujen suuruus ja maksuista päätetään.", ["Maksujen", "maksuista"]),
        ("maksu", "Maksamme huomenna.", []),
        ("kohdentaa", "Kohdennettu, kohdentuu, kohdentamalla.", ["Kohdennettu", "kohdentamalla"]),
        ("=mikäli", "Mikäli sataa, mikälikin.", ["Mikäli"]),
        ("*toimenpide", "Korjaustoimenpiteitä tehdään.", ["Korjaustoimenpiteitä"]),
        ("*toimenpide", "Toimenpide tehdään.", []),
        ("vireilletulo*", "Vireilletulosta kuulutetaan.", ["Vireilletulosta"]),
        ("hakea|anoa", "Hae tai ano.", ["Hae", "ano"]),
        ("suorittaa<passive>", "Työ suoritetaan, hän suorittaa sen.", ["suoritetaan"]),
        ("suorittaa<passive>", "Työtä ei suoriteta.", []),
        ("=tulee <inf-a>", "Hakemus tulee jättää.", ["tulee jättää"]),
        ("=tulee <inf-a>", "Bussi tulee torille.", []),
        ("<action,nominative> tapahtua", "Maksaminen tapahtuu.", ["Maksaminen tapahtuu"]),
        ("<action,nominative> tapahtua", "Ihme tapahtuu.", []),
        ("saattaa ... =tiedoksi", "Saatamme asian tiedoksi.", ["Saatamme asian tiedoksi"]),
        ("=siten =että", "Tee se siten, että näet.", ["siten, että"]),
        ("olla ?=nyt =auki", "Ovi on nyt auki ja on auki.", ["on nyt auki", "on auki"]),
        ("taho<!ablative>", "Eri tahot ja monelta taholta.", ["tahot"]),
    ],
)  # fmt: skip
def test_a_term_marks_the_words_it_names(term: str, text: str, marked: list[str]) -> None:
    """Each sign of the language finds its words in any inflection, and nothing else."""
    assert words(text, term) == marked


@pytest.mark.parametrize(
    ("item", "text", "marked"),
    [
        ({"term": "=toimesta", "after": "<genitive>"}, "Kaupungin toimesta.", ["toimesta"]),
        ({"term": "=toimesta", "after": "<genitive>"}, "Luovuin kahdesta toimesta.", []),
        ({"term": "kuluva", "before": "vuosi"}, "Kuluvan vuoden sää.", ["Kuluvan"]),
        ({"term": "kuluva", "before": "vuosi"}, "Kuluva rengas.", []),
        ({"term": "oppija", "not_after": ["kieli"]}, "Oppija tuli.", ["Oppija"]),
        ({"term": "suorittaa", "not_near": ["tutkinto"]}, "Hän suoritti tutkinnon.", []),
        ({"term": "käynnistyä", "not_near": ["auto"]}, "Hanke käynnistyi.", ["käynnistyi"]),
        ({"term": "johtaa", "near": ["vesi"]}, "Vettä ei saa johtaa ojaan.", ["johtaa"]),
        ({"term": "johtaa", "near": ["vesi"]}, "Liisa johtaa kuoroa.", []),
    ],
)  # fmt: skip
def test_the_words_around_decide(item: object, text: str, marked: list[str]) -> None:
    """A word is marked only among the words that make it officialese."""
    assert words(text, item) == marked


def test_a_word_in_quotation_marks_is_only_mentioned() -> None:
    """Advice about a word, or a title with it, is not marked."""
    assert words("Sano ”jos” äläkä ”mikäli”.", "=mikäli") == []


def test_a_part_of_a_longer_find_of_the_same_rule_is_not_told_twice() -> None:
    """One rule says one thing about one place."""
    assert words("Kuluvan vuoden aikana.", "=kuluvan", "=kuluvan =vuoden") == ["Kuluvan vuoden"]


@pytest.mark.parametrize(
    ("item", "text", "put"),
    [
        ({"kohdentaa": "suunnata"}, "Säästöt kohdennetaan nyt.", ("suunnataan",)),
        ({"kohdentaa": "suunnata"}, "Kunta voi kohdentaa rahaa.", ("suunnata",)),
        ({"kohdentaa": "suunnata"}, "Kunta kohdentaa rahaa.", ("suuntaa",)),
        ({"kohdentaa": "suunnata"}, "Rahaa ei kohdenneta.", ()),
        ({"huomioida": "ottaa~ huomioon"}, "Huomioikaa sää.", ("Ottakaa huomioon",)),
        ({"asiakaskunta": "asiakkaat"}, "Kyselimme asiakaskunnalta.", ("asiakkailta",)),
        ({"asiakaskunta": "asiakkaat"}, "Uuden asiakaskunnan.", ()),
        ({"ohjeistus": "ohje"}, "Ohjeistuksessanne on virhe.", ()),
        ({"ohjeistus": "ohje"}, "Ohjeistuskin muuttui.", ()),
        ({"tarkoituksenmukainen": "sopiva"}, "Tarkoituksenmukaisempi tila.", ()),
        ({"kyseinen": "tämä"}, "Kyseisissä taloissa.", ("Näissä",)),
        ({"=mikäli": "jos, kun"}, "Mikäli sataa.", ("Jos", "Kun")),
        ({"toimija": "(yritys)"}, "Toimijat tulevat.", ()),
        ({"tehdä päätös": "päättää"}, "Kunta tekee päätöksen.", ("päättää",)),
        ({"tehdä päätös": "päättää"}, "Eilen tehty päätös.", ()),
        ({"saattaa ... =tiedoksi": "kertoa"}, "Saatamme asian tiedoksi.", ()),
    ],
)  # fmt: skip
def test_a_replacement_has_the_right_form_or_is_advice(
    item: dict[str, str], text: str, put: tuple[str, ...]
) -> None:
    """What is put in fits the sentence; where that is not certain nothing is put in."""
    (found,) = find(text, item)
    assert found.replacements == put
    assert found.values["replacement"]


def test_a_term_that_cannot_be_read_says_why() -> None:
    """The author of a pack learns which mark is unknown."""
    with pytest.raises(ValueError, match="unknown mark"):
        TermsSpec.model_validate({"language": "fi", "items": ["maksu<gentive>"]})
