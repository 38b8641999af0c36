"""The tables of the accounts and of the rounds of one."""

from PySide6.QtCore import QObject

from photon_desktop.store.standings import Standing
from photon_desktop.ui import formats
from photon_desktop.ui.dialogs.accounts.views import (
    MARKET_WORDS,
    MODE_WORDS,
    PRODUCT_WORDS,
    AccountState,
    AccountView,
    RoundView,
)
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.tables.row_table import Column, RowTable, Tone, tone_of_sign

ACCOUNT_WIDTHS = (176, 72, 84, 104, 84, 64, 160)
ROUND_WIDTHS = (56, 116, 116, 96, 72, 64)
_MOST = 1_000
_AT_FIRST = mark("at first")


def account_table(parent: QObject | None = None) -> RowTable[AccountView]:
    """Every account, one a row."""
    columns = [
        Column[AccountView](tr("Name"), lambda view: view.profile.name),
        Column[AccountView](
            tr("Mode"), lambda view: tr(MODE_WORDS[view.profile.mode]), tooltip=_product, tone=_mode_tone
        ),
        Column[AccountView](tr("Market"), lambda view: tr(MARKET_WORDS.get(view.profile.market, view.profile.market))),
        Column[AccountView](tr("Equity"), lambda view: _equity(view.standing), is_number=True, tooltip=_paid_in),
        Column[AccountView](
            tr("Return"), lambda view: _gain(view.standing), is_number=True, tone=lambda view: _gain_tone(view.standing)
        ),
        Column[AccountView](tr("Trades"), lambda view: f"{view.standing.fills:,}", is_number=True),
        Column[AccountView](tr("State"), lambda view: tr(view.state.value), tone=_state_tone),
    ]
    return RowTable(columns, lambda view: view.profile.key, _MOST, parent)


def round_table(parent: QObject | None = None) -> RowTable[RoundView]:
    """Every round of one account, the newest on top."""
    columns = [
        Column[RoundView](tr("Round"), lambda view: f"{view.round.number}", is_number=True),
        Column[RoundView](tr("Began"), _began, tooltip=_began_tip),
        Column[RoundView](tr("Ended"), _ended),
        Column[RoundView](
            tr("Equity"), lambda view: _equity(view.standing), is_number=True,
            tooltip=lambda view: tr("Paid in: {paid_in}").format(paid_in=formats.money(view.standing.paid_in)),
        ),
        Column[RoundView](
            tr("Return"), lambda view: _gain(view.standing), is_number=True, tone=lambda view: _gain_tone(view.standing)
        ),
        Column[RoundView](tr("Trades"), lambda view: f"{view.standing.fills:,}", is_number=True),
    ]  # fmt: skip
    return RowTable(columns, lambda view: view.round.account, _MOST, parent)


def _equity(standing: Standing) -> str:
    return formats.NO_VALUE if standing.equity is None else formats.money(standing.equity)


def _gain(standing: Standing) -> str:
    return formats.signed_percent(standing.gain)


def _gain_tone(standing: Standing) -> Tone:
    return tone_of_sign(standing.gain)


def _paid_in(view: AccountView) -> str:
    if view.standing.equity is None:
        return tr("Its books are opened when it first trades.")
    return tr("Paid in: {paid_in}").format(paid_in=formats.money(view.standing.paid_in))


def _product(view: AccountView) -> str:
    return tr(PRODUCT_WORDS[view.profile.product]) if view.profile.mode.is_exchange else tr("Filled on this computer")


def _mode_tone(view: AccountView) -> Tone:
    return Tone.DOWN if view.profile.mode.is_real_money else Tone.PLAIN


def _state_tone(view: AccountView) -> Tone:
    return Tone.MUTED if view.state is AccountState.ARCHIVED else Tone.PLAIN


def _began(view: RoundView) -> str:
    return formats.minute_time(view.round.began_at) if view.round.began_at else tr(_AT_FIRST)


def _began_tip(view: RoundView) -> str:
    return formats.full_time(view.round.began_at) if view.round.began_at else tr("Before rounds were counted")


def _ended(view: RoundView) -> str:
    return tr("now") if view.round.ended_at is None else formats.minute_time(view.round.ended_at)
