"""Pages of a series' bars, newest first: only the blocks that a page lies in are read."""

from dataclasses import dataclass

from photon_desktop.store.bars import BarRepository
from photon_desktop.store.connections import Connections
from photon_desktop.store.pages.span import Span
from photon_desktop.store.pages.whole import rows_in_one
from photon_desktop.store.series import FIND_SERIES, SeriesKey
from photon_desktop.trading.bars import Bars

_FIELDS = ("first_time", "last_time", "count")
_BLOCKS = f"""FROM bar_blocks WHERE series_id = ({FIND_SERIES})
    AND first_time < ? AND last_time >= ? ORDER BY first_time DESC LIMIT -1"""


@dataclass(frozen=True, slots=True)
class _Block:
    first_ns: int
    last_ns: int
    bars: int  # of those asked for


class BarPages:
    """Bars by their open time."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._bars = BarRepository(connections)

    def read(self, key: SeriesKey, span: Span) -> tuple[int, Bars]:
        """How many bars of the series open in the times of `span`, and those of its page in rising order. Raises
        StoreDamagedError as BarRepository does."""
        with self._connections.snapshot():
            blocks = self._blocks(key, span)
            return sum(block.bars for block in blocks), self._page(key, span, blocks)

    def count(self, key: SeriesKey, span: Span) -> int:
        """How many bars of the series open in the times of `span`."""
        with self._connections.snapshot():
            return sum(block.bars for block in self._blocks(key, span))

    def _blocks(self, key: SeriesKey, span: Span) -> list[_Block]:
        """Those in which bars of `span` lie, newest first."""
        named = (key.symbol, key.interval.value, key.source, span.end_ns, span.start_ns)
        found = [_Block(*row) for row in rows_in_one(self._connections, _FIELDS, _BLOCKS, named)]
        return [block if _is_within(block, span) else self._cut(key, span, block) for block in found]

    def _cut(self, key: SeriesKey, span: Span, block: _Block) -> _Block:
        """A block at an end of the times, of which only some bars count."""
        start, end = max(span.start_ns, block.first_ns), min(span.end_ns, block.last_ns + 1)
        return _Block(block.first_ns, block.last_ns, len(self._between(key, start, end)))

    def _page(self, key: SeriesKey, span: Span, blocks: list[_Block]) -> Bars:
        """Skips whole blocks without reading them."""
        skipped, place = span.skipped, 0
        while place < len(blocks) and skipped >= blocks[place].bars:
            skipped -= blocks[place].bars
            place += 1
        wanted, last = skipped + span.size, place
        while last < len(blocks) and wanted > 0:
            wanted -= blocks[last].bars
            last += 1
        if last == place:
            return Bars.empty()
        start = max(span.start_ns, blocks[last - 1].first_ns)
        bars = self._between(key, start, min(span.end_ns, blocks[place].last_ns + 1))
        end = len(bars) - skipped
        return bars.part(max(0, end - span.size), max(0, end))

    def _between(self, key: SeriesKey, start_ns: int, end_ns: int) -> Bars:
        return self._bars.read(key.symbol, key.interval, key.source, start_ns=start_ns, end_ns=end_ns)


def _is_within(block: _Block, span: Span) -> bool:
    return block.first_ns >= span.start_ns and block.last_ns < span.end_ns
