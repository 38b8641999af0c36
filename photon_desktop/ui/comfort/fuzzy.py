"""How well a name fits what was typed."""

_AT_START, _AT_WORD, _INSIDE, _SCATTERED = 400, 300, 200, 100
_LONGEST_SPREAD = 5  # letters of the name that a typed one may take up, on average


def fit(typed: str, name: str) -> int | None:
    """How well `name` fits, more is better; None when a word of `typed` is not in it. Every name fits nothing typed.

    A word fits best at the name's beginning, then at that of a word, then inside one, then with its letters in order
    but apart ("mrkt" for "market"), the first of them at the beginning of a word.
    """
    lowered = name.casefold()
    fits = [_fit_of_word(word, lowered) for word in typed.casefold().split()]
    known = [one for one in fits if one is not None]
    return sum(known) if len(known) == len(fits) else None


def _fit_of_word(word: str, name: str) -> int | None:
    if name.startswith(word):
        return _AT_START
    if any(name.startswith(word, start) for start in _word_starts(name)):
        return _AT_WORD
    if word in name:
        return _INSIDE
    spreads = [spread for start in _word_starts(name) if (spread := _spread(word, name, start)) is not None]
    return _SCATTERED - min(spreads) if spreads else None


def _word_starts(name: str) -> list[int]:
    return [at for at, letter in enumerate(name) if letter.isalnum() and (at == 0 or not name[at - 1].isalnum())]


def _spread(word: str, name: str, start: int) -> int | None:
    """How many letters of `name` those of `word`, in order from `start` on, take up; None when they are not there."""
    if name[start] != word[0]:
        return None
    at = start
    for letter in word[1:]:
        at = name.find(letter, at + 1)
        if at < 0:
            return None
    spread = at - start + 1
    return spread if spread <= _LONGEST_SPREAD * len(word) else None
