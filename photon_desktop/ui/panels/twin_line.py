"""What trading has cost the account, against a paper twin that trades for nothing and at once."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from photon_desktop.trading.twin import TradingCost
from photon_desktop.trading.twin_curve import TwinStanding
from photon_desktop.ui import formats
from photon_desktop.ui.language import mark, tr

_TWIN = mark(
    "The paper twin makes the same decisions in the same account, on paper or not: each order is filled whole and at"
    " once at the price asked for, without spread, slippage and commission."
)
_NOTHING_YET = mark("Trading cost: nothing was ordered yet")
_TIPS = {
    "whole": mark("The twin's equity less the account's. {what} Under zero, trading was a gain against it."),
    "fees": mark("Fees: the sum of the commissions of all fills."),
    "slippage": mark(
        "Slippage: the sum over all fills of (price paid − price asked for) × quantity, the other way round for sales:"
        " spread, slippage, and the price's way from the decision to the fill."
    ),
    "delay": mark(
        "Delay: the trading cost less fees and slippage. It is what orders would have made that were filled in part or"
        " not at all, because they expired or were rejected, and what followed from that."
    ),
}


class TwinLine(QWidget):
    """One line of figures, and the switch of the twin's curve."""

    def __init__(self) -> None:
        super().__init__()
        self.parts = {name: QLabel() for name in _TIPS}
        self.is_wanted = QCheckBox(tr("Paper twin"))
        self.is_wanted.setObjectName("twinShown")
        self.is_wanted.setAccessibleName(tr("Show the paper twin's curve"))
        drawn = tr("Draw the equity without costs beside the account's.")
        self.is_wanted.setToolTip(f"{drawn} {tr(_TWIN)}")
        self.is_wanted.setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 6)
        row.setSpacing(4)
        for name, label in self.parts.items():
            label.setObjectName(f"twin{name.capitalize()}")
            label.setProperty("role", "muted")
            label.setToolTip(_tip(name))
            row.addWidget(label)
        row.addStretch(1)
        row.addWidget(self.is_wanted)
        self.clear()

    @property
    def text(self) -> str:
        """The whole line as it is read."""
        return " ".join(label.text() for label in self.parts.values() if label.text())

    def show_standing(self, standing: TwinStanding) -> None:
        """Say what trading has cost until now."""
        self.clear()
        if standing.orders:
            for name, text in cost_words(standing.cost).items():
                self.parts[name].setText(text)

    def show_fault(self, sentence: str) -> None:
        """Say why it can't be told."""
        self.clear()
        self.parts["whole"].setText(tr("▲ The trading cost can't be told now"))
        self.parts["whole"].setToolTip(sentence)

    def clear(self) -> None:
        """Know of no order."""
        for label in self.parts.values():
            label.setText("")
        self.parts["whole"].setText(tr(_NOTHING_YET))
        self.parts["whole"].setToolTip(_tip("whole"))


def cost_words(cost: TradingCost) -> dict[str, str]:
    """The line's parts in words, by name; a part under zero, a gain, has its sign."""
    return {
        "whole": tr("Trading cost {amount}:").format(amount=formats.money(cost.total)),
        "fees": tr("fees {amount},").format(amount=formats.money(cost.fees)),
        "slippage": tr("slippage {amount},").format(amount=formats.money(cost.slippage)),
        "delay": tr("delay {amount}").format(amount=formats.money(cost.delay)),
    }


def _tip(name: str) -> str:
    return tr(_TIPS[name]).format(what=tr(_TWIN))
