"""Has the last day checked each night, keeps what came of it, and shows it; a difference is told at once."""

from concurrent.futures import Future
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from photon_desktop.backtest.self_check.stretch import StretchCheck
from photon_desktop.desks.checked_days import Stretch, day_due, midnight_before
from photon_desktop.desks.notifications import Notifications
from photon_desktop.errors import PhotonError
from photon_desktop.self_check import Checking, SelfCheckProcess
from photon_desktop.store.store import Store
from photon_desktop.trading.timestamps import Clock
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.self_check.dialog import SelfCheckDialog
from photon_desktop.ui.dialogs.self_check.views import SelfCheckView
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.main_window import MainWindow
from photon_desktop.ui.sentences.said import said

LAST, WANTED, _UNTIL = "self_check.last", "self_check.nightly", "self_check.checked_until"
_LOOK_MS = 60_000  # also how long a start is left to itself
_DIFFERS = mark("The self-check found a difference")
_FAILED = mark("The self-check could not be made")
_NOT_CHANGED = mark("Nothing was changed by it; press Ctrl+Shift+Y to try again.")


class SelfCheckDesk(QObject):
    """Lives on the main thread; the check itself runs in a process of its own."""

    _ended = Signal(object, object, bool)  # Future, Stretch, whether the night's

    def __init__(
        self,
        window: MainWindow,
        store: Store,
        models: Path,
        clock: Clock,
        notifications: Notifications,
        theme: Theme,
        checking: Checking | None = None,
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._models, self._clock = window, store, models, clock
        self._notifications, self._theme = notifications, theme
        self._checking = checking or SelfCheckProcess()
        self._future: Future[StretchCheck] | None = None
        self._is_finished = False
        self._dialog: SelfCheckDialog | None = None
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_MS)
        self._looking.timeout.connect(self.look)
        self._ended.connect(self._take)
        window.status.parity.clicked.connect(self.open)
        window.actions_by_name["actionSelfCheck"].triggered.connect(self.open)
        window.actions_by_name["actionSelfCheckNow"].triggered.connect(self.check_now)

    @property
    def is_busy(self) -> bool:
        """Whether a check is under way."""
        return self._future is not None

    def begin(self) -> None:
        """Show what the last check came to, and look once a minute whether another is due."""
        self._show()
        self._looking.start()

    def finish(self) -> None:
        """End what is under way: the program closes."""
        self._is_finished = True
        self._looking.stop()
        self._checking.close()
        self._future = None

    @Slot()
    def look(self) -> None:
        """Begin the night's check if it is wanted and due."""
        if self.is_busy or self._is_finished or not self._is_wanted:
            return
        newest = self._store.inputs.newest_before(midnight_before(self._clock.now_ns()))
        stretch = day_due(newest, self._checked_until)
        if stretch is not None:
            self._begin(stretch, is_nightly=True)

    @Slot()
    def check_now(self) -> None:
        """Check the newest day there is anything of, up to now."""
        if self.is_busy or self._is_finished:
            return
        now_ns = self._clock.now_ns()
        newest = self._store.inputs.newest_before(now_ns)
        if newest is None:
            self._window.show_notice(
                tr("There is nothing to check yet"), tr("The agents have to decide first; start them.")
            )
            return
        self._begin(Stretch(midnight_before(newest), now_ns), is_nightly=False)

    @Slot()
    def open(self) -> SelfCheckDialog:
        """Show the last check, with all that differed."""
        dialog = self._made_dialog()
        self._show()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    def set_theme(self, theme: Theme) -> None:
        """Draw what the stylesheet does not reach in this theme."""
        self._theme = theme
        if self._dialog is not None:
            self._dialog.set_theme(theme)

    @property
    def view(self) -> SelfCheckView:
        """What there is to show."""
        check, checked_at, is_nightly = self._kept()
        return SelfCheckView(check, checked_at, is_nightly, self._is_wanted, self.is_busy, self._clock.now_ns())

    @property
    def _is_wanted(self) -> bool:
        return bool(self._store.settings.get(WANTED, True))

    @property
    def _checked_until(self) -> int:
        return int(self._store.settings.get(_UNTIL, 0))

    def _kept(self) -> tuple[StretchCheck | None, int, bool]:
        try:
            kept = self._store.settings.get(LAST)
            if kept is not None:
                return StretchCheck.from_json(kept["check"]), int(kept["at"]), bool(kept["nightly"])
        except (PhotonError, KeyError, TypeError, ValueError):
            pass  # of another version of the program: the next check replaces it
        return None, 0, False

    def _begin(self, stretch: Stretch, *, is_nightly: bool) -> None:
        span = (stretch.since_ns, stretch.until_ns)
        self._future = self._checking.begin(self._store.path, self._models, *span)
        self._show()
        self._future.add_done_callback(lambda future: self._ended.emit(future, stretch, is_nightly))

    @Slot(object, object, bool)
    def _take(self, future: "Future[StretchCheck]", stretch: Stretch, is_nightly: bool) -> None:
        if self._is_finished or future is not self._future:
            return
        self._future = None
        try:
            check = future.result()
            self._keep(check, stretch, is_nightly=is_nightly)
        except Exception as error:
            self._tell_failure(error, stretch, is_nightly=is_nightly)
            return
        self._show()
        if check.difference_count:
            each = tr("Press Ctrl+Shift+P to see each.")
            sentence = f"{check.score.sentence} {each}"
            self._window.show_problem(tr(_DIFFERS), sentence, "")
            self._notifications.tell(tr(_DIFFERS), sentence)

    def _keep(self, check: StretchCheck, stretch: Stretch, *, is_nightly: bool) -> None:
        kept = {"at": self._clock.now_ns(), "nightly": is_nightly, "check": check.to_json()}
        with self._store.transaction():
            self._store.settings.put(LAST, kept)
            if is_nightly:
                self._store.settings.put(_UNTIL, stretch.until_ns)

    def _tell_failure(self, error: Exception, stretch: Stretch, *, is_nightly: bool) -> None:
        """Say so once, and not again each minute of the night."""
        if is_nightly:
            self._store.settings.put(_UNTIL, stretch.until_ns)
        failed = tr("Its process failed ({error}).").format(error=type(error).__name__)
        words = said(str(error)) if isinstance(error, PhotonError) else failed
        self._show()
        self._window.show_problem(tr(_FAILED), words, tr(_NOT_CHANGED))

    @Slot(bool)
    def _want(self, is_wanted: bool) -> None:
        self._store.settings.put(WANTED, is_wanted)
        self._show()

    def _show(self) -> None:
        view = self.view
        self._window.status.show_parity(view.status, view.tip, differs=view.differs)
        self._window.actions_by_name["actionSelfCheckNow"].setEnabled(not view.is_busy)
        if self._dialog is not None:
            self._dialog.show_check(view)

    def _made_dialog(self) -> SelfCheckDialog:
        if self._dialog is None:
            self._dialog = SelfCheckDialog(self._theme, self._window)
            self._dialog.check_requested.connect(self.check_now)
            self._dialog.wanted_changed.connect(self._want)
        return self._dialog
