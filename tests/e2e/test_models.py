"""Models in the real window: the kept list of an offline start, the panel, and what is said of a model."""

from pathlib import Path

from panda_desktop.domain.models import ModelKind
from panda_desktop.ui.models.panel import ModelsPanel
from panda_desktop.ui.window import Place
from tests.e2e.gateway import DemoServer, demo_server
from tests.e2e.program import Used, environment, used


def panel_of(program: Used) -> ModelsPanel:
    program.window.commands.run("models.manage")
    panel = program.views.models_desk.panel()
    assert panel is not None
    return panel


def names(program: Used, kind: ModelKind) -> list[str]:
    return [model.id for model in program.views.models.of_kind(kind)]


async def test_h38_an_offline_start_has_the_list_that_was_read_last(tmp_path: Path) -> None:
    with demo_server(speed=50) as server:
        given = environment(server.base_url)
        async with used(tmp_path, given) as program:
            models = program.views.models
            await program.until(lambda: models.read_at is not None)
            known, read_at = models.all(), models.read_at
            images = names(program, ModelKind.IMAGE)
            models.star(images[-1], True)
            models.hide(images[0], True)
            await program.until(lambda: names(program, ModelKind.IMAGE) == [images[-1], *images[1:-1]])
    async with used(tmp_path, given) as program:
        models = program.views.models
        await program.until(lambda: models.error is not None and models.read_at is not None)
        assert models.read_at == read_at and len(models.all()) == len(known)
        assert names(program, ModelKind.IMAGE) == [images[-1], *images[1:-1]]
        panel = panel_of(program)
        assert panel.age.text().startswith("As of") and not panel.trouble.isHidden()
        panel.close()


async def test_a_correction_moves_a_model_to_another_tab(tmp_path: Path, gateway: DemoServer) -> None:
    async with used(tmp_path, environment(gateway.base_url)) as program:
        await program.until(lambda: program.views.models.read_at is not None)
        panel = panel_of(program)
        panel.search.setText("kolors")
        await program.until(lambda: panel.detail.facts())
        assert dict(panel.detail.facts())["id"] == "kolors"
        video = panel.detail.kind.button("video")
        assert video is not None
        video.click()
        await program.until(lambda: "kolors" in names(program, ModelKind.VIDEO))
        panel.close()
        page = program.page(Place.VIDEOS)
        assert "kolors" in [choice.value for choice in page.form.model.choices()]
        settings = program.page(Place.SETTINGS)
        settings.show_section("models")
        assert settings.section() == "models"


async def test_what_was_asked_last_comes_after_the_favourites(tmp_path: Path, gateway: DemoServer) -> None:
    async with used(tmp_path, environment(gateway.base_url)) as program:
        await program.until(lambda: program.views.models.read_at is not None)
        last = names(program, ModelKind.CHAT)[-1]
        program.views.chat.choose_model(last)
        await program.ask("Say something about rivers")
        await program.answered()
        await program.until(lambda: names(program, ModelKind.CHAT)[4] == last)
