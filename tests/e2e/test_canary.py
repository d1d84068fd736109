"""K09: a key that is used for everything lies nowhere afterwards."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from panda_desktop.app.last_run import REPORT, RUNNING
from panda_desktop.domain.account import KeyState
from panda_desktop.ui.exchange.values import Form
from panda_desktop.ui.window import Place
from tests.canary import CANARY, in_files, in_processes, on_screen
from tests.e2e.gateway import DemoServer, demo_server
from tests.e2e.program import FILM_S, Used, used

# What the media library says of a machine without sound, camera and video hardware.
MULTIMEDIA = ("^Couldn't (load|resolve)", "^PulseAudioService", "No RHI backend")


@pytest.fixture
def own_gateway() -> Iterator[DemoServer]:
    """The other tests count what they pay at theirs."""
    with demo_server(speed=50) as server:
        yield server


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of its own for whatever the program writes for a while."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    yield folder


@pytest.mark.timeout(240)
@pytest.mark.qt_log_ignore(*MULTIMEDIA, extend=True)
async def test_k09_a_key_that_did_the_main_job_lies_nowhere(
    tmp_path: Path, home: Path, temporary: Path, own_gateway: DemoServer
) -> None:
    data, out = tmp_path / "data", tmp_path / "out"
    out.mkdir()
    async with used(data, {"PANDA_BASE_URL": own_gateway.base_url}) as program:
        await enter_key(program)
        program.views.settings.change(log_details=True)
        await main_job(program)
        for form in Form:
            await export(program, form, out / f"chats{form.suffix}")
        program.views.backups.make()
        await program.until(lambda: program.views.backups.backups and not program.views.backups.busy)
        assert not on_screen() and not in_processes()
        assert not in_files([data, out, home, temporary]), "while the program runs"
    assert not in_files([data, out, home, temporary])
    assert len(list(out.iterdir())) >= len(Form)
    # The next run takes the one before for crashed and writes a report.
    (data / RUNNING).write_text("0.1.0 2026-01-01T00:00:00Z\n")
    async with used(data, {"PANDA_BASE_URL": own_gateway.base_url}) as program:
        await program.until(lambda: (data / REPORT).exists() or program.window.notices.notices())
        assert not on_screen() and not in_processes()
    assert not in_files([data, out, home, temporary])


async def enter_key(program: Used) -> None:
    """Pastes the key as a person does; there is no safe store, so it serves this run."""
    page = program.page(Place.SETTINGS)
    page.account.form.field.field.setText(f"Authorization: Bearer {CANARY}")
    page.account.form.button.click()
    await program.until(lambda: program.views.account.key_state is KeyState.SESSION_ONLY)
    await program.until(lambda: program.views.account.balance is not None)


async def main_job(program: Used) -> None:
    """Chats, lets the gateway refuse something, copies, makes a picture and a video."""
    await program.ask("Show Python code, a table and a list")
    answer = await program.answered()
    program.views.chat.choose_model("no-such-model")
    await program.ask("This cannot be answered")
    await program.answered()
    QApplication.clipboard().setText(answer.text)
    images, videos = program.views.images, program.views.videos
    page = program.page(Place.IMAGES)
    page.form.prompt.set_text("A cat on a window sill")
    page.form.generate.click()
    await program.until(lambda: images.count() and not images.row(0).job.state.is_running)
    page = program.page(Place.VIDEOS)
    page.form.prompt.set_text("A boat leaves the harbour")
    await program.until(page.form.make.isEnabled)
    page.form.make.click()
    await program.until(lambda: videos.count() and not videos.row(0).job.state.is_running, FILM_S)
    program.page(Place.LIBRARY)
    program.page(Place.SPENDING)


async def export(program: Used, form: Form, target: Path) -> None:
    """Exports all chats in a form."""
    program.window.notices.close_notice("exchange")
    desk = program.views.desk
    program.window.commands.run("exchange.all")
    panel = desk.panel
    assert panel is not None
    chip = panel.form.button(form)
    assert chip is not None
    chip.click()
    panel.go.click()
    dialog = desk.dialogs.dialog
    assert dialog is not None
    dialog.fileSelected.emit(str(target))
    dialog.done(QFileDialog.DialogCode.Accepted)
    await program.until(lambda: not program.views.exchange.is_running and program.window.notices.notices())
