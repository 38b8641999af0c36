"""The design tokens: one table that feeds the stylesheet, the icons and the chart's pens. Colours are "#rrggbb"."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from photon_desktop.errors import ValueRefusedError

T = TypeVar("T")

GRID = 4  # px; every distance is a multiple
TYPE_SMALL = 11  # px
TYPE_NORMAL = 13
TYPE_LARGE = 20  # figures that matter: last price, equity
RADIUS = 3
HAIRLINE = 1
MOTION_MS = 120
LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3 AA


@dataclass(frozen=True, slots=True)
class MarketPalette:
    """The two market colours. Shape and word always say the same; colour only follows."""

    name: str
    up: str
    down: str


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours of one look.

    `neutrals` are nine steps from the canvas to the text; `lines` colour the curves of the chart in their order;
    `on_accent`, `on_market` and `on_danger` are for text that stands on a filled area of that colour.
    """

    name: str
    is_dark: bool
    neutrals: tuple[str, ...]
    accent: str
    on_accent: str
    market: MarketPalette
    on_market: str
    warning: str
    danger: str
    on_danger: str
    lines: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.neutrals) != 9:
            raise ValueRefusedError(f"The theme {self.name} has {len(self.neutrals)} neutral steps; it needs nine.")

    @property
    def canvas(self) -> str:
        """Behind the chart and the tables."""
        return self.neutrals[0]

    @property
    def surface(self) -> str:
        """Behind panels, toolbars and dialogs."""
        return self.neutrals[1]

    @property
    def raised(self) -> str:
        """Behind inputs, buttons, table headers and what floats."""
        return self.neutrals[2]

    @property
    def hairline(self) -> str:
        """Lines that part one thing from the next; also what the pointer is over."""
        return self.neutrals[3]

    @property
    def border(self) -> str:
        """The edge of what can be used; also what is pressed."""
        return self.neutrals[4]

    @property
    def disabled_text(self) -> str:
        """What can't be used now (no contrast is asked of it)."""
        return self.neutrals[5]

    @property
    def muted_text(self) -> str:
        """Labels, axes, hints."""
        return self.neutrals[6]

    @property
    def secondary_text(self) -> str:
        """Text beside the main thing."""
        return self.neutrals[7]

    @property
    def text(self) -> str:
        """What is read."""
        return self.neutrals[8]

    @property
    def up(self) -> str:
        """Rising prices, buys, gains."""
        return self.market.up

    @property
    def down(self) -> str:
        """Falling prices, sells, losses."""
        return self.market.down

    def by_sign(self, value: float) -> str:
        """The market colour of a gain or a loss; the text colour for zero."""
        if value == 0:
            return self.text
        return self.up if value > 0 else self.down

    def text_pairs(self) -> tuple[tuple[str, str, str], ...]:
        """Every text colour with every background it is put on: (what, foreground, background)."""
        on_backgrounds = {
            "text": self.text, "secondary": self.secondary_text, "muted": self.muted_text, "up": self.up,
            "down": self.down, "accent": self.accent, "warning": self.warning, "danger": self.danger,
        }  # fmt: skip
        backgrounds = {"canvas": self.canvas, "surface": self.surface, "raised": self.raised}
        plain = [
            (f"{word} on {place}", foreground, background)
            for word, foreground in on_backgrounds.items()
            for place, background in backgrounds.items()
        ]
        filled = [
            ("text on hairline", self.text, self.hairline),
            ("text on border", self.text, self.border),
            ("text on accent", self.on_accent, self.accent),
            ("text on up", self.on_market, self.up),
            ("text on down", self.on_market, self.down),
            ("text on danger", self.on_danger, self.danger),
            ("tag on warning", self.on_market, self.warning),
            ("tag on accent", self.on_market, self.accent),
            ("tag on muted", self.on_market, self.muted_text),
            *((f"line {number} on canvas", line, self.canvas) for number, line in enumerate(self.lines)),
        ]
        return (*plain, *filled)


def _steps(colours: str) -> tuple[str, ...]:
    return tuple(colours.split())


_DARK_MARKETS = {
    "teal_red": MarketPalette("teal_red", up="#2bb3a3", down="#f2645f"),
    "blue_orange": MarketPalette("blue_orange", up="#58a6f5", down="#f0983e"),
}
_LIGHT_MARKETS = {
    "teal_red": MarketPalette("teal_red", up="#00766a", down="#c2272d"),
    "blue_orange": MarketPalette("blue_orange", up="#175fb8", down="#9c4a00"),
}
MARKET_NAMES = tuple(_DARK_MARKETS)

DARK = Theme(
    name="dark",
    is_dark=True,
    neutrals=_steps("#0c0f14 #12161c #191e26 #232a34 #343d4a #5d6878 #8e99a9 #c1c8d3 #eceff4"),
    accent="#6ea8fe",
    on_accent="#0c0f14",
    market=_DARK_MARKETS["teal_red"],
    on_market="#0c0f14",
    warning="#e5b454",
    danger="#ff6b66",
    on_danger="#0c0f14",
    lines=("#e0b24c", "#a391f5", "#6ea8fe", "#5fa3b5", "#e58fc0", "#b3bf5a"),
)
LIGHT = Theme(
    name="light",
    is_dark=False,
    neutrals=_steps("#ffffff #f7f8fa #eef0f3 #dfe3e8 #c6ccd5 #97a0ad #586270 #333b47 #11161d"),
    accent="#1f5fd0",
    on_accent="#ffffff",
    market=_LIGHT_MARKETS["teal_red"],
    on_market="#ffffff",
    warning="#8a5a00",
    danger="#c01f2a",
    on_danger="#ffffff",
    lines=("#8f6400", "#6a4fd0", "#1f5fd0", "#2f6f80", "#a3317a", "#5a6600"),
)
_THEMES = {theme.name: theme for theme in (DARK, LIGHT)}
THEME_NAMES = tuple(_THEMES)


def theme_named(name: str, market: str = "teal_red") -> Theme:
    """The theme `name` (dark, light) with the market colours `market` (teal_red, blue_orange).

    Raises ValueRefusedError, naming the known ones, for anything else.
    """
    theme = _known(_THEMES, name, "theme")
    markets = _DARK_MARKETS if theme.is_dark else _LIGHT_MARKETS
    return replace(theme, market=_known(markets, market, "set of market colours"))


def contrast(foreground: str, background: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    brighter, darker = sorted((_luminance(foreground), _luminance(background)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def mixed(first: str, second: str, share: float) -> str:
    """The colour that lies `share` (0 to 1) of the way from `first` to `second`."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(one + (other - one) * share):02x}" for one, other in pairs)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _known(table: Mapping[str, T], name: str, what: str) -> T:
    if name not in table:
        raise ValueRefusedError(f"There is no {what} called {name!r}; use one of {', '.join(table)}.")
    return table[name]
