"""The list of models: kept, with its age, and what the person says of it."""

import json
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from panda_desktop.domain.changes import ModelsChanged, ModelsReading
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.model_listing import ModelListing
from panda_desktop.domain.model_marks import ModelMarks
from panda_desktop.domain.models import DOCUMENTED_MODELS, ModelInfo, ModelKind, of_kind
from panda_desktop.storage.storage import Storage
from tests.gateway.scripted import answer
from tests.services.world import World, world


async def read(here: World) -> None:
    """Has the list read."""
    here.models.refresh()
    await here.until(lambda: not here.models.reading)


def ids(here: World) -> list[str]:
    return [model.id for model in here.models.models]


async def test_a_read_list_has_its_time_and_is_kept(tmp_path: Path) -> None:
    before = datetime.now(UTC)
    async with world(tmp_path) as here:
        assert here.models.models == DOCUMENTED_MODELS
        await read(here)
        assert ids(here) == ["deepseek-v4-flash"]
        listing = here.models.listing
        assert listing is not None and before <= listing.read_at <= datetime.now(UTC)
        assert here.account.models == here.models.models
        place = here.connection.profile.id, here.connection.endpoint.base_url
        assert await here.storage.models.listing(*place) == listing
        assert await here.storage.models.listing(place[0], "https://elsewhere.example/v1") is None


async def test_an_offline_start_shows_the_kept_list(tmp_path: Path) -> None:
    listing = ModelListing((ModelInfo("kept", ModelKind.CHAT),), datetime.now(UTC) - timedelta(days=2))
    async with world(tmp_path) as here:
        here.server.routes["/models"] = answer("{}", status="503")
        await here.storage.models.save_listing(
            here.connection.profile.id, here.connection.endpoint.base_url, listing
        )
        await here.connection.try_keyring_again()  # as at the start: the place is known
        await here.until(lambda: here.models.listing is not None)
        await read(here)
        assert ids(here) == ["kept"]
        assert here.models.listing == listing
        assert here.models.error is not None and here.models.error.kind is ErrorKind.UNAVAILABLE
        told = [change for change in here.bus.heard if isinstance(change, ModelsReading)]
        assert [each.reading for each in told] == [True, False]


async def test_a_call_during_a_reading_leads_to_one_more(tmp_path: Path) -> None:
    async with world(tmp_path) as here:
        here.models.refresh()
        await here.until(lambda: any(isinstance(each, ModelsReading) for each in here.bus.heard))
        for _ in range(3):
            here.models.refresh()
        await here.until(lambda: not here.models.reading)
        changes = [change for change in here.bus.heard if isinstance(change, ModelsChanged)]
        assert len(changes) == 2


async def test_marks_hold_over_a_restart(tmp_path: Path) -> None:
    async with world(tmp_path) as here:
        await here.models.add("my-own-model")
        await here.models.star("my-own-model", True)
        await here.models.hide("kolors", True)
        await here.models.set_kind("deepseek-v4-flash", ModelKind.VIDEO)
        await here.models.set_sees("my-own-model", False)
    async with world(tmp_path) as here:
        await here.models.start()
        models = {model.id: model for model in here.models.models}
        assert [model.id for model in of_kind(here.models.models, ModelKind.CHAT)][4:] == ["my-own-model"]
        assert models["my-own-model"].favourite and models["my-own-model"].added
        assert models["my-own-model"].sees_images is False
        assert models["kolors"].hidden
        assert models["deepseek-v4-flash"].kind is ModelKind.VIDEO
        await here.models.set_kind("deepseek-v4-flash", None)
        await here.models.remove("my-own-model")
        assert "my-own-model" not in ids(here)
        assert here.models.marks == ModelMarks(hidden=("kolors",))


async def test_a_correction_that_it_sees_no_images_is_heeded_by_the_account(tmp_path: Path) -> None:
    async with world(tmp_path) as here:
        await here.models.set_sees("deepseek-v4-flash", False)
        found = next(model for model in here.account.models if model.id == "deepseek-v4-flash")
        assert found.sees_images is False


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "x" * 201, "a\x00"])
async def test_an_id_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    async with world(tmp_path) as here:
        with pytest.raises(PandaError) as caught:
            await here.models.add(name)
        assert caught.value.kind is ErrorKind.INVALID_INPUT
        assert here.models.marks == ModelMarks()


async def test_details_hold_everything_that_is_said(tmp_path: Path) -> None:
    said = {
        "id": "deepseek-v4-flash",
        "context_length": 131072,
        "pricing": {"prompt": 0.14},
        "tags": ["a", "b"],
    }
    async with world(tmp_path) as here:
        here.server.routes["/models/deepseek-v4-flash"] = answer(json.dumps(said))
        details = await here.models.details("deepseek-v4-flash")
        assert details.facts == (
            ("id", "deepseek-v4-flash"),
            ("context_length", "131072"),
            ("pricing.prompt", "0.14"),
            ("tags", "a, b"),
        )


async def test_the_list_of_a_removed_profile_is_forgotten(tmp_path: Path) -> None:
    async with world(tmp_path) as here:
        other = await here.profiles.add("Other", here.server.url)
        listing = ModelListing((ModelInfo("kept", ModelKind.CHAT),), datetime.now(UTC))
        await here.storage.models.save_listing(other.id, here.server.url, listing)
        await here.connection.remove_profile(other.id)
        await here.tasks.close()
        assert await here.storage.models.listing(other.id, here.server.url) is None


async def test_stored_rubbish_reads_as_nothing(tmp_path: Path) -> None:
    storage = await Storage.open(tmp_path)
    try:
        for name, text in (
            ("models", '{"favourites": ["a"], "kinds": {"b": "poem"}, "hidden": 5}'),
            ("models of first x", '{"models": 5}'),
        ):

            def write(connection: sqlite3.Connection, name: str = name, text: str = text) -> None:
                connection.execute("INSERT INTO settings (name, value) VALUES (?, ?)", (name, text))

            await storage.settings._database.run(write)
        assert await storage.models.marks() == ModelMarks(favourites=("a",))
        assert await storage.models.listing("first", "x") is None
    finally:
        await storage.close()
