"""Commands are understood in three languages."""

from __future__ import annotations

import pytest

from bot.commands import command, command_in


@pytest.mark.parametrize(
    ("typed", "verb", "text"),
    [
        ("", "form", ""),
        ("   ", "form", ""),
        ("tarkista Kirjasto on auki", "check", "Kirjasto on auki"),
        ("Granska: Biblioteket är öppet", "check", "Biblioteket är öppet"),
        ("check The library\nis open", "check", "The library\nis open"),
        ("tarkista", "form", ""),
        ("kysy kuka vastaa?", "ask", "kuka vastaa?"),
        ("FRÅGA vem svarar?", "ask", "vem svarar?"),
        ("tilit kirjasto", "accounts", "kirjasto"),
        ("konton", "accounts", ""),
        ("ohje", "help", ""),
        ("hjälp", "help", ""),
        ("poissa 1.7.–31.7.", "absence", "1.7.–31.7."),
        ("kriisi koululla palaa", "crisis.report", "koululla palaa"),
        ("övning", "crisis.drill", ""),
        ("koti", "home", ""),
        ("kieli", "home", ""),
        ("yksikkö", "home", ""),
        ("Kirjasto avataan maanantaina", "message", "Kirjasto avataan maanantaina"),
    ],
)
def test_the_words_of_a_command(typed: str, verb: str, text: str) -> None:
    """Each verb has its words in Finnish, Swedish and English; anything else is a message."""
    assert command(typed)[:2] == (verb, text)


@pytest.mark.parametrize(
    ("typed", "language"), [("kieli ruotsi", "sv"), ("språk engelska", "en"), ("language fi", "fi")]
)
def test_a_language_is_chosen_by_name(typed: str, language: str) -> None:
    """A language is named in any of the three languages."""
    assert (command(typed).verb, command(typed).args) == ("set", {"language": language})


def test_a_unit_is_chosen_by_name() -> None:
    """A unit of a city with more units than a list can hold is named."""
    assert command("yksikkö: tekniset palvelut").args == {"unit": "tekniset palvelut"}


@pytest.mark.parametrize(
    ("message", "verb"),
    [
        ("tilit", "accounts"),
        ("Ohje!", "help"),
        ("tarkista: Kirjasto on auki", "check"),
        ("Kysy meiltä lisää kirjastosta!", None),
        ("Check out our new library", None),
        ("Harjoitus alkaa torstaina", None),
        ("", None),
        ("Kirjasto", None),
    ],
)
def test_a_post_may_begin_with_the_word_of_a_command(message: str, verb: str | None) -> None:
    """In a message a command is one word alone, or has a colon behind it."""
    found = command_in(message)

    assert (found.verb if found else None) == verb
