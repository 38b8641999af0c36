"""How a text is laid out: what separates its cells, where its rows begin, and what its columns are called."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from photon_desktop.errors import DataError
from photon_desktop.market.importer.lines import COMMENT, cells_of, head_lines, lines_from_all_over
from photon_desktop.market.importer.numerals import MISSING, is_number
from photon_desktop.market.importer.refusals import shown
from photon_desktop.market.importer.times import is_time
from photon_desktop.market.importer.vocabulary import PRICE_ROLES, Role, is_known, plain, rank, rank_of_all

_DELIMITERS = (",", ";", "\t", "|", " ")
_NAMED_DELIMITER = re.compile(r'^"?sep=([,;:|~^!\t ])"?$', re.IGNORECASE)
_TWO_NUMBERS = re.compile(r"\d [\d.,]")
_GROUPED_BY_SPACES = re.compile(r"^\D?\d{1,3}(?: \d{3})+(?:[.,]\d+)?\D?$")
_MOST_SAMPLE_LINES = 300
_MOST_PREAMBLE = 50
_LEAST_NUMBERS = 4
_TICKER_WORDS = {"ticker", "tickers", "symbol", "symbols"}

Cells = Sequence[str]


@dataclass(frozen=True, slots=True)
class Layout:
    """A text's rows and columns. `names` has a name for each column, or none at all where there is no header;
    `tickers` says of a file with several instruments beside each other which one a column belongs to, "" for those
    of none; `rows` are cells of lines from the start, then from all over the text."""

    delimiter: str
    skipped_lines: int
    width: int
    names: tuple[str, ...]
    tickers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def column(self, number: int) -> list[str]:
        """The cells of one column."""
        return [row[number] for row in self.rows]


def lay_out(text: bytes, name: str, delimiter: str | None) -> Layout:
    """The layout of `text`, its cells separated by `delimiter` or, when that is None, by what fits best.

    Raises DataError when there are no rows of a time and numbers.
    """
    lines = head_lines(text, name)
    named = next((found[1] for line in lines[:2] if (found := _NAMED_DELIMITER.match(line))), None)
    candidates = (delimiter,) if delimiter else (named,) if named else _DELIMITERS
    counted = {sign: _counted(lines, sign) for sign in candidates}
    best = max(candidates, key=lambda sign: counted[sign].numbers)
    shape = counted[best]
    if shape.first is None:
        raise DataError(_no_rows(lines, name))
    above = _header_lines(lines[: shape.first], best)
    sample = [*lines[shape.first : shape.first + _MOST_SAMPLE_LINES], *lines_from_all_over(text)]
    rows = [cells for cells in (cells_of(line, best) for line in sample) if len(cells) == shape.width]
    names, tickers = _header(above, shape.width, rows)
    return Layout(best, shape.first, shape.width, names, tickers, tuple(map(tuple, rows)))


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a delimiter makes of the first lines: how many numbers they hold in rows of the same width, and where the
    first such row is."""

    numbers: int
    width: int
    first: int | None


def _counted(lines: list[str], delimiter: str) -> _Shape:
    seen = [(place, cells_of(line, delimiter)) for place, line in enumerate(lines[:_MOST_SAMPLE_LINES]) if line.strip()]
    rows = [(place, cells, _numbers_in(cells)) for place, cells in seen]
    data = [(place, cells, numbers) for place, cells, numbers in rows if _is_data(cells, numbers)]
    if not data:
        return _Shape(0, 0, None)
    width = Counter(len(cells) for _, cells, _ in data).most_common(1)[0][0]
    own = [(place, numbers) for place, cells, numbers in data if len(cells) == width]
    return _Shape(sum(numbers for _, numbers in own), width, own[0][0])


def _numbers_in(cells: Cells) -> int:
    return sum(1 for cell in cells if is_number(cell) and _is_one_number(cell))


def _is_one_number(cell: str) -> bool:
    return not _TWO_NUMBERS.search(cell) or bool(_GROUPED_BY_SPACES.match(cell))


def _is_data(cells: Cells, numbers: int) -> bool:
    """A row of bars has four prices; one of single prices has one beside a time."""
    if len(cells) < 2 or cells[0].startswith(COMMENT.decode()):
        return False
    return numbers >= _LEAST_NUMBERS or (numbers > 0 and any(is_time(cell) for cell in cells[:3]))


def _no_rows(lines: list[str], name: str) -> str:
    known = [line for line in lines if any(is_known(cell) for sign in _DELIMITERS for cell in cells_of(line, sign))]
    if known:
        return f"There are no rows of bars in {shown(name)}, only a header or text; choose a file with data."
    return f"There are no OHLCV columns in {shown(name)}: no line has a time and prices; choose another file."


def _header_lines(lines: list[str], delimiter: str) -> list[list[str]]:
    """The lines above the first row that may name columns, comments without their sign."""
    near = lines[-_MOST_PREAMBLE:]
    cells = [cells_of(line.lstrip(COMMENT.decode()), delimiter) for line in near if line.strip()]
    return [line for line in cells if any(line) and not _NAMED_DELIMITER.match(line[0])]


def _header(above: list[list[str]], width: int, rows: list[list[str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The columns' names and tickers."""
    fitting = [_fitted(line, width, rows) for line in above if _may_be_header(line, width)]
    if not fitting:
        return (), ()
    fields = max(reversed(fitting), key=_known_in)
    if _known_in(fields) == 0:
        fields = fitting[-1]
    others = [line for line in fitting if line is not fields and _is_beside(line, fields)]
    tickers = next((line for line in others if _are_tickers(line, fields)), None)
    naming = [fields, *(line for line in others if line is not tickers)]
    names = tuple(max((line[place] for line in naming), key=rank_of_all) for place in range(width))
    if tickers is None:
        return _told_apart(names)
    return names, tuple(cell if place > 0 and is_known(fields[place]) else "" for place, cell in enumerate(tickers))


def _known_in(cells: Cells) -> int:
    return sum(1 for cell in cells if is_known(cell))


def _may_be_header(cells: list[str], width: int) -> bool:
    """A line of names may lack the one of an index, or end with cells that the rows have not."""
    filled = [cell for cell in cells if cell]
    are_texts = sum(1 for cell in filled if is_number(cell) or cell in MISSING) * 2 <= len(filled)
    return abs(len(cells) - width) <= 1 and len(filled) > 0 and are_texts


def _fitted(cells: list[str], width: int, rows: list[list[str]]) -> list[str]:
    """A header as wide as the rows: one name less than cells is an index without a name, or a comma at the end."""
    if len(cells) >= width:
        return cells[:width]
    ends_empty = all(row[-1] == "" for row in rows)
    return [*cells, ""] if ends_empty else ["", *cells]


def _is_beside(line: list[str], fields: list[str]) -> bool:
    """Whether a line names the columns further, and is not a sentence above them."""
    return line != fields and any(line) and len(line) == len(fields)


def _are_tickers(line: list[str], fields: list[str]) -> bool:
    """Whether a line of the header gives a ticker to every column that another line names."""
    named = [line[place] for place, field in enumerate(fields) if place > 0 and is_known(field)]
    are_called_so = plain(line[0]) in _TICKER_WORDS or not any(map(is_known, named))
    return len(named) >= _LEAST_NUMBERS and all(named) and are_called_so


def _told_apart(names: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Tickers of columns called "Close AAPL", "Close MSFT": what is left of the names when the same is left of all."""
    rests = {role: _rests(names, role) for role in PRICE_ROLES}
    kinds = {frozenset(rest.values()) for rest in rests.values()}
    if len(kinds) != 1 or len(next(iter(kinds))) < 2:
        return names, ()
    known = next(iter(kinds))
    of_columns = {place: rest for role in PRICE_ROLES for place, rest in rests[role].items()}
    of_columns |= {place: rest for place, rest in _rests(names, Role.VOLUME).items() if rest in known}
    return names, tuple(of_columns.get(place, "") for place in range(len(names)))


def _rests(names: tuple[str, ...], role: Role) -> dict[int, str]:
    """Of the columns with a role's word in their name, what else the name says."""
    found = {place: name for place, name in enumerate(names) if rank(name, role) > 1}
    return {place: _without(name, role.value) for place, name in found.items()}


def _without(name: str, word: str) -> str:
    return " ".join(
        part for part in re.split(r"[\s_.:/|()\[\]',-]+", name) if part and plain(part) not in {word, word[0]}
    )
