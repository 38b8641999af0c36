"""Bybit's public market: bars over HTTP, prices and bars over its stream. Nothing here needs a key.

pybit is imported only by `rest/pybit_http.py` and `stream/pybit_stream.py`, which are loaded when the market is opened.
"""

BYBIT_SOURCE = "bybit"
