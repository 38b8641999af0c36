"""The API of the program with its window: on while the settings say so."""

import asyncio
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.api.server import Place
from photon_desktop.api.service import ApiService
from photon_desktop.application import Application
from photon_desktop.errors import PhotonError
from photon_desktop.markets import Markets
from photon_desktop.settings.api_place import ApiPlace


class ApiInWindow(QObject):
    """Lives on the main thread. It begins once the loop runs, and changes nothing that decides or trades."""

    list_changed = Signal()  # another program changed the watchlist
    failed = Signal(str)  # why it does not answer

    def __init__(
        self, application: Application, markets: Markets, alert_troubles: Callable[[], Mapping[str, str]] = dict
    ) -> None:
        super().__init__()
        self._alert_troubles = alert_troubles
        self._application, self._markets = application, markets
        self._service: ApiService | None = None
        self._place = ApiPlace()
        self._changing: asyncio.Task[None] | None = None
        self._has_begun = self._is_finished = False

    @property
    def address(self) -> str:
        """Where it answers, empty while it does not."""
        return "" if self._service is None else self._service.address

    def begin(self) -> None:
        """Answer from here on if the settings say so; what agents of another market or account said is forgotten."""
        self._has_begun = True
        if self._service is not None:
            self._service.live.forget()
        self.obey()

    @Slot()
    def obey(self) -> None:
        """Do as the settings say now."""
        is_at_work = self._changing is not None and not self._changing.done()
        if self._has_begun and not self._is_finished and not is_at_work:
            self._changing = asyncio.ensure_future(self._change())

    def finish(self) -> None:
        """Read nothing more: the program closes. What is open is closed by `ended`."""
        self._is_finished = True
        if self._service is not None:
            self._service.silence()

    async def ended(self) -> None:
        """Wait until nothing of it is left."""
        if self._changing is not None:
            await self._changing
        await self._stop()

    async def _change(self) -> None:
        while not self._is_finished and (wanted := self._application.rules.api).where != self._place.where:
            await self._stop()
            self._place = wanted
            if wanted.is_on:
                await self._start(wanted)

    async def _start(self, wanted: ApiPlace) -> None:
        service = ApiService(
            self._application,
            self._markets,
            self.list_changed.emit,
            Place(wanted.port),
            alert_troubles=self._alert_troubles,
        )
        try:
            await service.start()
        except PhotonError as error:
            self.failed.emit(str(error))
            return
        self._service = service
        if self._is_finished:
            service.silence()

    async def _stop(self) -> None:
        service, self._service = self._service, None
        if service is not None:
            await service.stop()
