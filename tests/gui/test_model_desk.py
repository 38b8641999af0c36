"""Models from the first one trained to one gone back to, in the whole program."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from photon_desktop.desktop import Desktop
from photon_desktop.ui.panels.models.panel import ModelDeskPanel
from tests.gui.desktops import FIT_S, run_shown, until


def _decides(panel: ModelDeskPanel) -> str:
    champion = None if panel.view is None else panel.view.champion
    return "" if champion is None else champion.manifest.version


@pytest.mark.slow
def test_a_model_trained_on_all_bars_takes_over_and_can_be_rolled_back(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario(desktop: Desktop) -> None:
        panel = desktop.window.models
        await until(lambda: panel.view is not None and len(panel.view.versions) >= 2, patience_s=FIT_S)
        view = panel.view
        assert view is not None and view.champion is not None
        assert view.champion.manifest.version == view.versions[0].manifest.version
        # a challenger that was due while a slow machine still fitted is told as skipped between them
        assert [step.kind for step in view.steps if step.kind != "skipped"][-2:] == ["fitted", "fitted"]
        provisional = view.versions[-1]
        panel.version_view.selectRow(len(view.versions) - 1)
        assert panel.roll_back.isEnabled()
        panel.roll_back.click()
        await until(lambda: _decides(panel) == provisional.manifest.version)
        assert panel.view is not None
        assert panel.view.steps[0].kind == "rolled_back"
        store = desktop.application.store
        manifest = provisional.manifest
        stored = store.models.champion(manifest.symbol, manifest.interval, manifest.model_type.value)
        assert stored is not None
        assert stored.version == manifest.version

    run_shown(qapp, partial(Desktop, tmp_path, venues=dict), scenario)
