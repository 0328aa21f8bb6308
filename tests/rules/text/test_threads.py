"""Many checks at once."""

from concurrent.futures import ThreadPoolExecutor

from rules.text import Document, word

TEXTS = (
    "Kirjastopalveluiden Matti Virtasen luento Turussa siirtyy huomiselle.",
    "Biblioteket är stängt på grund av renoveringen nästa vecka.",
    "Nuorisotyöntekijöiden arviointi toteutetaan kunnanhallituksen päätöksellä.",
    "The swimming hall reopens after repairs, says Fatima Korhonen.",
)


def seen(text: str) -> list[object]:
    document = Document(text)
    return [(t.text, t.word.readings, t.word.is_last_name, t.sentence) for t in document.tokens]


def test_threads_see_what_one_thread_sees() -> None:
    """Documents taken apart at the same time are all right, warm or cold."""
    expected = {text: seen(text) for text in TEXTS}

    def cold(number: int) -> bool:
        if number % 10 == 0:
            word._shared.clear()
        text = TEXTS[number % len(TEXTS)]
        return seen(text) == expected[text]

    with ThreadPoolExecutor(max_workers=8) as pool:
        right = list(pool.map(cold, range(400), timeout=60))

    assert all(right)
