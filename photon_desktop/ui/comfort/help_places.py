"""Which page of the guide belongs to which place of the window."""

from PySide6.QtWidgets import QWidget

from photon_desktop.ui.comfort.help_book import FIRST

HELP_PAGE = "helpPage"  # a widget's own property goes before the table
PLACES = {
    "chart": "chart",
    "watchlist": "start",
    "decisionFeed": "decisions",
    "whyPanel": "decisions",
    "modelDesk": "decisions",
    "portfolio": "trading",
    "trades": "trading",
    "messages": "agents",
    "agents": "agents",
    "analytics": "trading",
    "heatmap": "start",
    "modeBadge": "trading",
    "aboutDialog": "start",
    "alertsPage": "alerts",
    "acceptBooksDialog": "arming",
    "accountsDialog": "trading",
    "addSymbolsDialog": "start",
    "armingDialog": "arming",
    "backtestExportDialog": "backtest",
    "backtestRenameDialog": "backtest",
    "backtestWizard": "backtest",
    "closePositionDialog": "trading",
    "commandPalette": "keyboard",
    "crashReportDialog": "troubleshooting",
    "csvImportDialog": "import",
    "dataDialog": "import",
    "downloadDialog": "import",
    "dropDialog": "import",
    "keysPage": "arming",
    "killSwitchDialog": "trading",
    "layoutsDialog": "start",
    "newAccountDialog": "trading",
    "priceAlertsDialog": "trading",
    "protectPositionDialog": "trading",
    "renameAccountDialog": "trading",
    "replayWindow": "backtest",
    "reportSaveDialog": "troubleshooting",
    "resetAccountDialog": "trading",
    "roundTradesDialog": "trading",
    "selfCheckDialog": "agents",
    "settingsDialog": "settings",
    "shortcutSheet": "keyboard",
    "timeMachine": "decisions",
    "tradesExportDialog": "trading",
}


def page_of(widget: QWidget | None) -> str:
    """The page for where one is: that of the nearest widget, from `widget` up through its parents, which has one; the
    first page where none has."""
    while widget is not None:
        own = widget.property(HELP_PAGE)
        page = own if isinstance(own, str) and own else PLACES.get(widget.objectName())
        if page is not None:
            return page
        widget = widget.parentWidget()
    return FIRST
