"""Yahoo Finance: bars of stocks, indices, currencies and funds, through yfinance. Unofficial, late at times, no stream.

yfinance is imported only by `ask/yfinance_door.py`, which is loaded when something is first asked.
"""

YAHOO_SOURCE = "yahoo"
