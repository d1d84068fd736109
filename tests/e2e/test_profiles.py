"""Two accounts in the real window: made, switched and removed as a person does it."""

from pathlib import Path

from PySide6.QtWidgets import QLabel

from panda_desktop.domain.account import KeyState
from panda_desktop.ui.window import Place
from tests.e2e.gateway import DemoServer, demo_server
from tests.e2e.program import KEY, environment, used


async def test_a_second_account_is_made_used_and_taken_back(tmp_path: Path, gateway: DemoServer) -> None:
    with demo_server(speed=50) as other:
        async with used(tmp_path, environment(gateway.base_url)) as program:
            await program.until(lambda: program.views.account.balance is not None)
            page = program.page(Place.SETTINGS)
            page.show_section("account")
            page.profiles.add.click()
            page.profiles.form.name.setText("Other")
            page.profiles.form.gateway.button("other").click()
            page.profiles.form.address.setText(other.base_url)
            page.profiles.form.add.click()
            await program.until(lambda: program.window.status.profile.plain_text() == "Other")
            await program.until(lambda: program.views.account.key_state is KeyState.MISSING)
            page.account.form.field.field.setText(KEY)
            page.account.form.button.click()
            # No keyring here: the key serves this run, and that is said.
            await program.until(lambda: program.views.account.key_state is KeyState.SESSION_ONLY)
            await program.until(lambda: program.views.account.balance is not None)
            await program.ask("Say something about rivers")
            await program.answered()
            assert len(other.posts()) >= 1
            before = len(other.posts()), len(gateway.posts())
            program.window.commands.run("profile.use.first")
            await program.until(lambda: program.views.account.endpoint.base_url == gateway.base_url)
            await program.until(lambda: program.views.account.balance is not None)
            await program.ask("And about lakes")
            await program.until(lambda: len(gateway.posts()) > before[1])
            await program.answered()
            assert len(other.posts()) == before[0]
            profile = program.views.profiles.book.profiles[1]
            page = program.page(Place.SETTINGS)
            page.profiles.rows()[1].remove.click()
            await program.until(lambda: len(program.views.profiles.book.profiles) == 1)
            await program.until(
                lambda: any("“Other”" in each.text for each in program.window.notices.notices())
            )
            (notice,) = [each for each in program.window.notices.notices() if "“Other”" in each.text]
            notice.actions[0].run()
            await program.until(lambda: program.views.profiles.book.find(profile.id) is not None)
            use = f"profile.use.{profile.id}"
            await program.until(lambda: use in [each.key for each in program.window.commands])
            program.window.commands.run(use)
            await program.until(lambda: program.views.account.key_state is KeyState.SESSION_ONLY)
        data = [file for file in tmp_path.rglob("*") if file.is_file()]
        assert not [file for file in data if KEY.encode() in file.read_bytes()]


async def test_the_connection_is_tested_in_the_settings(tmp_path: Path, gateway: DemoServer) -> None:
    async with used(tmp_path, environment(gateway.base_url)) as program:
        await program.until(lambda: program.views.account.balance is not None)
        page = program.page(Place.SETTINGS)
        page.show_section("network")
        page.network.probe.button.click()
        await program.until(lambda: len(page.network.probe.lines()) == 4)  # plain http needs no certificate
        assert page.network.probe.lines()[-1].startswith("Balance: $")
        assert page.network.probe.lines()[0] == "Name found: 127.0.0.1"
        page.network.wait_chosen.emit("connect_s", 5)
        await program.until(lambda: program.views.settings.current.connect_s == 5)
        assert all(label.text() != "" for label in page.network.findChildren(QLabel) if label.buddy())
