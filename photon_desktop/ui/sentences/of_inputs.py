"""A change of one of the model's inputs, as the window writes it: see `learning.input_words`."""

from photon_desktop.ui.language import mark

CHANGES = (
    mark("a {bars}-bar change of {before} → {after}"),
    mark("a volume of {before} → {after} times its {bars}-bar median"),
    mark("a last bar of {before} → {after}"),
    mark("a close {before} → {after} from {average}"),
    mark("RSI {before} → {after}"),
    mark("MACD {before} → {after}"),
    mark("a MACD signal of {before} → {after}"),
    mark("a MACD histogram of {before} → {after}"),
    mark("a {bars}-bar volatility of {before} → {after} times that of {more} bars"),
    mark("a trend {before} → {after}"),
    mark("a trend strength of {before} → {after}"),
    mark("an RSI state {before} → {after}"),
    mark("SMA10 against SMA20 {before} → {after}"),
    mark("a place in the {bars}-bar range of {before} → {after}"),
)
STATES = (
    mark("bear"), mark("sideways"), mark("bull"), mark("oversold"), mark("neutral"), mark("overbought"),
    mark("crossed below"), mark("not crossing"), mark("crossed above"),
)  # fmt: skip
