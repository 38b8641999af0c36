"""One account's record, done again and compared."""

from photon_desktop.backtest.self_check.books import Books
from photon_desktop.backtest.self_check.decisions import RulesOf, compare_decisions
from photon_desktop.backtest.self_check.fills import compare_fills
from photon_desktop.backtest.self_check.findings import Findings, Tally, difference
from photon_desktop.backtest.self_check.orders import compare_orders
from photon_desktop.backtest.self_check.record import Record
from photon_desktop.backtest.self_check.stops import look_for_passed_stops


def check_record(record: Record, rules_of: RulesOf) -> Findings:
    """Decide, check and fill again all that `record` holds; a piece whose inputs are not kept is left open, and said.

    Taken from the record as they were: prices, the moment at which the agents knew of fills, the drawdown, and what a
    person did by hand. All else is worked out anew, by the functions that live trading runs.
    """
    tally = Tally()
    for name in record.lost:
        tally.compared(name.split()[0], name, [difference("", name.split()[0], name, "gone", "stored")])
    if record.left_out:
        tally.leave_open(
            f"{record.left_out:,} older decisions were left out: the newest {len(record.decisions):,} stand for all."
        )
    ought = compare_fills(record, lambda settings: rules_of(settings).costs, tally)
    books = (Books(record.capital, (one.fill for one in record.fills)), Books(record.capital, ought))
    compare_decisions(record, rules_of, books, tally)
    compare_orders(record, rules_of, books, tally)
    look_for_passed_stops(record, tally)
    return tally.findings(record.account)
