"""The chart: candles, indicators and markers over a bar axis without gaps.

`data` holds what is drawn, `scale` decides where on the axes it stands, `items` draws it. Whoever needs pyqtgraph
imports it after this package, so that it takes the same Qt as the rest.
"""

import os

os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")
