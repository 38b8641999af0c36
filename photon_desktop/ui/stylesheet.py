"""The stylesheet and palette, made from the design tokens."""

from PySide6.QtCore import QCoreApplication, QDir, QEvent, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from photon_desktop.ui.design import GRID, HAIRLINE, RADIUS, TYPE_LARGE, TYPE_NORMAL, TYPE_SMALL, Theme, mixed
from photon_desktop.ui.icons import CONTROL_DRAWINGS

_TEMPLATE = """
* {{ outline: 0; }}
QMainWindow, QDialog, QWizard, QWizardPage {{ background: {surface}; color: {text}; }}
QMainWindow::separator {{ background: {hairline}; width: {line}px; height: {line}px; }}
QMainWindow::separator:hover {{ background: {accent}; }}
QWidget {{ color: {text}; selection-background-color: {selection}; selection-color: {text}; }}
QLabel {{ background: transparent; }}
QLabel[role="muted"] {{ color: {muted}; font-size: {small}px; }}
QLabel[role="small"] {{ font-size: {small}px; }}
QLabel[role="figure"] {{ font-size: {large}px; }}
QLabel[role="title"] {{ color: {secondary}; font-weight: 600; }}
QLabel[role="badge"] {{
    color: {secondary}; background: {raised}; border: {line}px solid {border}; border-radius: {radius}px;
    padding: 0 {grid2}px; font-size: {small}px; font-weight: 600;
}}
QLabel[role="badge"][tone="warning"] {{ color: {warning}; border-color: {warning}; }}
QLabel[role="badge"][tone="danger"] {{ color: {on_danger}; background: {danger}; border-color: {danger}; }}
QLabel[role="badge"][tone="accent"] {{ color: {accent}; border-color: {accent}; }}
QLabel[tone="up"] {{ color: {up}; }}
QLabel[tone="down"] {{ color: {down}; }}
QLabel[tone="muted"] {{ color: {muted}; }}
QLabel[tone="warning"] {{ color: {warning}; }}
QLabel[tone="danger"] {{ color: {danger}; }}
QLabel:disabled {{ color: {disabled}; }}

QDockWidget {{
    color: {secondary}; font-size: {small}px; font-weight: 600;
}}
QDockWidget::title {{
    background: {surface}; padding: {grid}px {grid2}px; border-bottom: {line}px solid {hairline}; text-align: left;
}}
QDockWidget::close-button, QDockWidget::float-button {{
    background: transparent; border: none; padding: 0; icon-size: 12px;
    subcontrol-origin: margin; subcontrol-position: center right; width: 16px; height: 16px;
}}
QDockWidget::close-button {{ right: {grid}px; }}
QDockWidget::float-button {{ right: {grid6}px; }}
QDockWidget::close-button:hover, QDockWidget::float-button:hover {{ background: {hairline}; }}

QTabWidget::pane {{ border: none; border-top: {line}px solid {hairline}; }}
QTabBar {{ background: {surface}; qproperty-drawBase: 0; }}
QTabBar::tab {{
    background: transparent; color: {muted}; padding: {grid}px {grid3}px; border: none;
    border-top: 2px solid transparent; border-bottom: 2px solid transparent;
}}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:selected {{ color: {text}; border-bottom: 2px solid {accent}; }}
QTabBar::tab:focus {{ border-top: 2px solid {accent}; }}
QTabBar::tab:disabled {{ color: {disabled}; }}

QMenuBar {{ background: {surface}; border-bottom: {line}px solid {hairline}; }}
QMenuBar::item {{ background: transparent; padding: {grid}px {grid2}px; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {hairline}; }}
QMenu {{ background: {raised}; border: {line}px solid {border}; padding: {grid}px 0; }}
QMenu::item {{ padding: {grid}px {grid6}px {grid}px {grid4}px; }}
QMenu::item:selected {{ background: {selection}; }}
QMenu::item:disabled {{ color: {disabled}; }}
QMenu::separator {{ height: {line}px; background: {hairline}; margin: {grid}px 0; }}
QMenu::icon {{ padding-left: {grid2}px; }}

QToolBar {{
    background: {surface}; border: none; border-bottom: {line}px solid {hairline}; padding: {grid}px {grid2}px;
    spacing: {grid}px;
}}
QToolBar::separator {{ background: {hairline}; width: {line}px; margin: {grid}px {grid}px; }}
#tourBubble {{ background: {raised}; border: {line}px solid {accent}; border-radius: {radius}px; }}
#tourMark {{ background: transparent; border: 2px solid {accent}; }}
QToolButton {{
    background: transparent; color: {text}; border: {line}px solid transparent; border-radius: {radius}px;
    padding: 3px {grid2}px;
}}
QToolButton:hover {{ background: {hairline}; }}
QToolButton:pressed {{ background: {border}; }}
QToolButton:checked {{ background: {selection}; color: {text}; }}
QToolButton:focus {{ border: {line}px solid {accent}; }}
QToolButton:disabled {{ color: {disabled}; }}
QToolButton[role="flat"] {{ color: {muted}; padding: 3px 6px; font-size: {small}px; }}
QToolButton[role="flat"]:hover, QToolButton[role="flat"]:checked {{ color: {text}; }}

QPushButton {{
    background: {raised}; color: {text}; border: {line}px solid {border}; border-radius: {radius}px;
    padding: {grid}px {grid3}px; min-height: 18px;
}}
QPushButton:hover {{ background: {hairline}; }}
QPushButton:pressed, QPushButton:checked {{ background: {border}; }}
QPushButton:default {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
QPushButton:default:hover {{ background: {accent_hover}; }}
QPushButton:focus {{ border: {line}px solid {accent}; }}
QPushButton:default:focus {{ border: {line}px solid {text}; }}
QPushButton:disabled {{ background: {surface}; color: {disabled}; border-color: {hairline}; }}
QPushButton[tone="danger"] {{ background: {danger}; color: {on_danger}; border-color: {danger}; }}
QPushButton[tone="danger"]:disabled {{ background: {surface}; color: {disabled}; border-color: {hairline}; }}
QPushButton[tone="danger"]:focus {{ border-color: {text}; }}
QPushButton[tone="danger"]:disabled {{ background: {surface}; color: {disabled}; border-color: {hairline}; }}

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox, QDateTimeEdit {{
    background: {canvas}; color: {text}; border: {line}px solid {border}; border-radius: {radius}px;
    padding: 3px {grid2}px; min-height: 18px;
}}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {{
    border: {line}px solid {accent};
}}
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {{
    color: {disabled}; background: {surface}; border-color: {hairline};
}}
QLineEdit[tone="danger"] {{ border-color: {danger}; }}
QAbstractSpinBox {{ padding-right: {grid5}px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
    subcontrol-origin: border; width: {grid4}px; border: none; background: transparent;
}}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; }}
QComboBox {{ padding-right: {grid5}px; }}
QComboBox::drop-down {{
    subcontrol-origin: padding; subcontrol-position: center right; width: {grid5}px; border: none;
}}
QComboBox QAbstractItemView {{ background: {raised}; border: {line}px solid {border}; padding: {grid}px 0; }}
QCheckBox, QRadioButton {{ spacing: {grid2}px; background: transparent; }}
QCheckBox::indicator, QRadioButton::indicator {{
    width: 12px; height: 12px; background: {canvas}; border: {line}px solid {disabled}; border-radius: 2px;
}}
QRadioButton::indicator {{ border-radius: 7px; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; }}
QRadioButton::indicator:checked {{ background: {accent}; border: 3px solid {canvas}; width: 8px; height: 8px; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border-color: {text}; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ background: {surface}; border-color: {border}; }}
QCheckBox:focus, QRadioButton:focus {{ color: {accent}; }}
QGroupBox {{ border: none; border-top: {line}px solid {hairline}; margin-top: {grid4}px; padding-top: {grid2}px; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 0; color: {secondary}; }}

QAbstractItemView {{
    background: {canvas}; alternate-background-color: {canvas}; border: none; gridline-color: {hairline};
    selection-background-color: {selection}; selection-color: {text};
}}
QTableView::item, QTreeView::item {{ padding: 0 {grid2}px; border: none; border-bottom: {line}px solid {hairline}; }}
QListView::item {{ padding: {grid}px {grid2}px; border: none; }}
QAbstractItemView::item:hover {{ background: {surface}; }}
QAbstractItemView::item:selected {{ background: {selection}; color: {text}; }}
QTreeView::item:disabled {{ color: {disabled}; }}
QTableView:focus, QTreeView:focus, QListView:focus {{ border: {line}px solid {accent}; }}
QHeaderView {{ background: {surface}; border: none; }}
QHeaderView::section {{
    background: {surface}; color: {muted}; font-size: {small}px; font-weight: 400; padding: {grid}px {grid2}px;
    border: none; border-bottom: {line}px solid {hairline};
}}
QTableCornerButton::section {{ background: {surface}; border: none; }}

QStatusBar {{ background: {surface}; color: {muted}; border-top: {line}px solid {hairline}; font-size: {small}px; }}
QStatusBar QLabel {{ color: {muted}; font-size: {small}px; padding: 0 {grid2}px; }}
QStatusBar QPushButton {{ border: none; background: transparent; color: {muted}; font-size: {small}px;
    padding: 0 {grid2}px; min-height: 0; }}
QStatusBar QPushButton[tone="warning"] {{ color: {warning}; }}
QStatusBar QPushButton:hover, QStatusBar QPushButton:focus {{ color: {text}; text-decoration: underline; }}
QStatusBar::item {{ border: none; }}
QToolTip {{
    background: {raised}; color: {text}; border: {line}px solid {border}; padding: {grid}px; font-size: {small}px;
}}

QScrollBar:vertical {{ background: transparent; width: {grid2}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {grid2}px; margin: 0; }}
QScrollBar::handle {{ background: {border}; border-radius: 2px; margin: 2px; min-height: 24px; min-width: 24px; }}
QScrollBar::handle:hover {{ background: {disabled}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; }}

QSplitter::handle {{ background: {hairline}; }}
QSplitter::handle:horizontal {{ width: {line}px; }}
QSplitter::handle:vertical {{ height: {line}px; }}
QSplitter::handle:hover {{ background: {accent}; }}
QSlider {{ min-height: 20px; }}
QSlider::groove:horizontal {{ height: 2px; background: {border}; }}
QSlider::handle:horizontal {{
    background: {text}; border: 2px solid {surface}; width: 10px; height: 10px; margin: -6px 0; border-radius: 7px;
}}
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus {{ background: {accent}; }}
QProgressBar {{
    background: {hairline}; color: {text}; border: none; border-radius: 2px; min-height: 4px; text-align: center;
}}
QProgressBar::chunk {{ background: {accent}; border-radius: 2px; }}
"""

_DRAWN_TEMPLATE = """
QDockWidget {{ titlebar-close-icon: url({place}:close.svg); titlebar-normal-icon: url({place}:float.svg); }}
QAbstractSpinBox::up-arrow {{ image: url({place}:arrow_up.svg); width: 10px; height: 10px; }}
QAbstractSpinBox::down-arrow {{ image: url({place}:arrow_down.svg); width: 10px; height: 10px; }}
QComboBox::down-arrow {{ image: url({place}:arrow_down.svg); width: 12px; height: 12px; }}
QCheckBox::indicator:checked {{ image: url({place}:{check}.svg); }}
"""


def stylesheet(theme: Theme) -> str:
    """Qt's stylesheet for `theme`.

    Labels choose a look with the dynamic properties `role` (muted, figure, title, badge) and `tone` (up, down, muted,
    warning, danger; badges accent, too), tool buttons with `role` flat, push buttons and line edits with `tone` danger.
    """
    multiples = {f"grid{count}": GRID * count for count in (2, 3, 4, 5, 6)}
    return _TEMPLATE.format(
        **_colours(theme), **multiples, grid=GRID, line=HAIRLINE, radius=RADIUS, small=TYPE_SMALL, large=TYPE_LARGE
    )


def drawn_controls(theme: Theme) -> str:
    """What the stylesheet adds once an `Icons` has told Qt where its arrows and ticks are; nothing before."""
    if not QDir.searchPaths(CONTROL_DRAWINGS):
        return ""
    return _DRAWN_TEMPLATE.format(place=CONTROL_DRAWINGS, check="check_dark" if theme.is_dark else "check")


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the whole application the font, palette and stylesheet of `theme`."""
    if not app.styleSheet():  # later it has it, and to set it anew takes every widget a third as long as the rest
        app.setStyle("Fusion")
    app.setPalette(palette(theme))
    app.setStyleSheet(stylesheet(theme) + drawn_controls(theme))
    _give_font(app, interface_font(TYPE_NORMAL))


def system_theme_name() -> str:
    """The theme that fits what the system is set to: light or dark; dark where the system does not say."""
    is_light = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Light
    return "light" if is_light else "dark"


def interface_font(pixels: int) -> QFont:
    """The system's interface font, `pixels` high, its figures all of one width."""
    font = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
    font.setPixelSize(pixels)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def palette(theme: Theme) -> QPalette:
    """The palette for what no stylesheet reaches: native parts, delegates, disabled text."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: theme.surface, roles.WindowText: theme.text, roles.Base: theme.canvas,
        roles.AlternateBase: theme.surface, roles.Text: theme.text, roles.Button: theme.raised,
        roles.ButtonText: theme.text, roles.BrightText: theme.danger, roles.ToolTipBase: theme.raised,
        roles.ToolTipText: theme.text, roles.PlaceholderText: theme.muted_text, roles.Highlight: _selection(theme),
        roles.HighlightedText: theme.text, roles.Link: theme.accent, roles.LinkVisited: theme.accent,
        roles.Light: theme.border, roles.Midlight: theme.hairline, roles.Mid: theme.hairline,
        roles.Dark: theme.border, roles.Shadow: theme.canvas, roles.Accent: theme.accent,
    }  # fmt: skip
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.disabled_text))
    return made


def _give_font(app: QApplication, font: QFont) -> None:
    if app.font() == font:
        return
    app.setFont(font)
    # under a stylesheet Qt itself tells only top-level widgets of the new font
    for widget in app.allWidgets():
        QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.ApplicationFontChange))


def _colours(theme: Theme) -> dict[str, str]:
    return {
        "canvas": theme.canvas, "surface": theme.surface, "raised": theme.raised, "hairline": theme.hairline,
        "border": theme.border, "disabled": theme.disabled_text, "muted": theme.muted_text,
        "secondary": theme.secondary_text, "text": theme.text, "accent": theme.accent, "on_accent": theme.on_accent,
        "accent_hover": mixed(theme.accent, theme.text, 0.2), "selection": _selection(theme), "up": theme.up,
        "down": theme.down, "warning": theme.warning, "danger": theme.danger, "on_danger": theme.on_danger,
    }  # fmt: skip


def _selection(theme: Theme) -> str:
    return mixed(theme.canvas, theme.accent, 0.22)
