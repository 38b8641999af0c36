"""Run before the program: pyqtgraph imports Qt's OpenGL modules for what the program never draws with."""

import sys
from types import ModuleType


class _Widget:
    """What pyqtgraph derives a viewport from; none is ever made."""


_widgets = ModuleType("PySide6.QtOpenGLWidgets")
vars(_widgets)["QOpenGLWidget"] = _Widget
sys.modules[_widgets.__name__] = _widgets
sys.modules["PySide6.QtOpenGL"] = ModuleType("PySide6.QtOpenGL")
