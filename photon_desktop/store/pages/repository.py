"""All pages of a store."""

from photon_desktop.store.connections import Connections
from photon_desktop.store.pages.bars import BarPages
from photon_desktop.store.pages.equity import EquityPages
from photon_desktop.store.pages.fills import FillPages
from photon_desktop.store.pages.log import LogPages
from photon_desktop.store.pages.messages import MessagePages


class PageRepository:
    """Messages, fills, equity, bars and log lines, a page at a time."""

    def __init__(self, connections: Connections) -> None:
        self.messages = MessagePages(connections)
        self.fills = FillPages(connections)
        self.equity = EquityPages(connections)
        self.bars = BarPages(connections)
        self.log = LogPages(connections)
