"""The bars of sessions that replayed the past: each keeps its own, so that it can be replayed again after others."""

from photon_desktop.store.sessions import Session
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import MarketSnapshot

KEPT_SESSIONS = 20  # of one symbol and interval; each holds about half a megabyte


def keep_bars(store: Store, account: str, interval: Interval) -> None:
    """Put the bars that the newest session, if it traded in `account`, was played on under its own name.

    Those of the 20 newest sessions of the symbol and interval are kept.
    """
    session = next(iter(store.sessions.all()), None)
    if session is None or session.account != account:
        return  # nothing was decided
    for symbol in session.instruments:
        store.bars.rename(symbol, interval, session.market, _own_name(session.market, session))
        own = [source for source in store.bars.sources(symbol, interval) if source.startswith(f"{session.market} ")]
        for source in own[:-KEPT_SESSIONS]:  # names rise with time
            store.bars.remove(symbol, interval, source)


def bars_of(store: Store, session: Session, seen: MarketSnapshot, last_ns: int) -> Bars:
    """The bars of the series that `session` saw in `seen`, up to `last_ns` (ns UTC)."""
    own = _own_name(seen.kept_as, session)
    is_own = own in store.bars.sources(seen.ticker, seen.interval)
    return store.bars.read(seen.ticker, seen.interval, own if is_own else seen.kept_as, end_ns=last_ns)


def _own_name(market: str, session: Session) -> str:
    return f"{market} {session.id}"
