"""What the account at the local exchange holds: coins, and positions in linear contracts."""

from dataclasses import dataclass, field
from decimal import Decimal

from photon_desktop.drill.exchange.orders import ZERO, LocalExecution
from photon_desktop.trading.money import to_money


@dataclass(slots=True)
class LocalPosition:
    """A linear position at average cost: `quantity` negative when short, `cost` signed alike."""

    quantity: Decimal = ZERO
    cost: Decimal = ZERO
    stop_loss: str = ""
    take_profit: str = ""

    def trade(self, signed: Decimal, price: Decimal) -> Decimal:
        """Take `signed` more at `price`; the profit that realises, to a hundred-millionth: what is closed takes its
        share of the cost, and the last of it all that is left."""
        is_closing = self.quantity * signed < 0
        closing = max(-abs(signed), -abs(self.quantity)) * (1 if self.quantity > 0 else -1) if is_closing else ZERO
        realised = ZERO
        if closing:
            is_whole = closing == -self.quantity
            cost_closed = self.cost if is_whole else to_money(self.cost * -closing / self.quantity)
            realised = -closing * price - cost_closed
            self.cost -= cost_closed
        if self.quantity * (self.quantity + signed) < 0:
            self.stop_loss, self.take_profit = "", ""
        self.quantity += signed
        self.cost += (signed - closing) * price
        if not self.quantity:
            self.cost, self.stop_loss, self.take_profit = ZERO, "", ""
        return realised


@dataclass(slots=True)
class LocalWallet:
    """Coins by name, linear positions by symbol, and what one of a coin is worth in dollars where it is not one."""

    coins: dict[str, Decimal] = field(default_factory=lambda: {"USDT": Decimal(10_000)})
    positions: dict[str, LocalPosition] = field(default_factory=dict)
    values: dict[str, Decimal] = field(default_factory=dict)

    def position(self, symbol: str) -> LocalPosition:
        """The position in `symbol`, made empty when there is none."""
        return self.positions.setdefault(symbol, LocalPosition())

    def pay(self, coin: str, amount: Decimal) -> None:
        """Take `amount` of `coin` away."""
        self.coins[coin] = self.coins.get(coin, ZERO) - amount

    def book(self, done: LocalExecution, base: str) -> None:
        """Let an execution change coins and positions."""
        self.pay(done.fee_coin, done.fee)
        signed = done.quantity if done.side == "Buy" else -done.quantity
        if done.category == "spot":
            self.pay(base, -signed)
            self.pay("USDT", signed * done.price)
        elif done.kind == "Trade":
            self.pay("USDT", -self.position(done.symbol).trade(signed, done.price))

    def balance_row(self) -> dict[str, object]:
        """As the wallet balance shows it."""
        coins = [
            {"coin": coin, "walletBalance": format(held, "f"), "equity": format(held, "f"), "locked": "0"}
            for coin, held in sorted(self.coins.items())
        ]
        usdt = format(self.coins.get("USDT", ZERO), "f")
        for row in coins:
            row["usdValue"] = format(self.coins[row["coin"]] * self.values.get(row["coin"], Decimal(1)), "f")
        return {"accountType": "UNIFIED", "totalEquity": usdt, "totalAvailableBalance": usdt, "coin": coins}

    def position_rows(self, symbol: str | None, *, with_empty: bool = False) -> list[dict[str, object]]:
        """As the list of positions shows those that hold something; the stream shows one that is closed, too."""
        return [
            {
                "category": "linear",
                "symbol": name,
                "side": "" if not held.quantity else "Buy" if held.quantity > 0 else "Sell",
                "size": format(abs(held.quantity), "f"),
                "avgPrice": format(held.cost / held.quantity, "f") if held.quantity else "0",
                "positionIdx": 0,
                "stopLoss": held.stop_loss,
                "takeProfit": held.take_profit,
            }
            for name, held in sorted(self.positions.items())
            if (held.quantity or with_empty) and symbol in (None, name)
        ]
