"""Models are compared in the whole window over the demo gateway, and the chat goes on from one of them."""

from pathlib import Path

from panda_desktop.domain.chat import MessageState
from panda_desktop.ui.window import Place
from tests.e2e.gateway import demo_server
from tests.e2e.program import environment, used

ROUTES = ["auto:cost", "auto:quality", "auto:speed"]


async def test_u06_three_routes_are_compared_and_the_second_is_used(tmp_path: Path) -> None:
    with demo_server(speed=50) as gateway:
        async with used(tmp_path, environment(gateway.base_url)) as program:
            await program.until(lambda: program.views.account.balance is not None)
            program.views.settings.change(auto_titles=False)  # a title would be a request of its own
            await program.until(lambda: not program.views.settings.current.auto_titles)
            page = program.chat()
            program.window.commands.run("chat.compare")
            page._comparing.chooser.routes.click()
            await program.ask("Why is the sky blue?")
            page.pane.composer.button.click()
            await program.until(lambda: page._comparing.is_shown)
            columns = page._comparing.view.columns
            await program.until(lambda: all(each.message.state.is_final for each in columns))
            assert [each.message.model for each in columns] == ROUTES
            assert all(each.message.state is MessageState.DONE and each.message.text for each in columns)
            assert len({each.message.served_model for each in columns}) > 1
            await program.until(lambda: not program.views.chat.is_answering)
            assert sorted(post["model"] for post in gateway.posts()) == ROUTES
            second = columns[1].message
            columns[1].use.click()
            await program.until(lambda: program.last().id == second.id and not page._comparing.is_shown)
            row = program.views.chat.rows.row(1)
            assert (row.sibling_index, row.sibling_count) == (2, 3)
            await program.until(lambda: program.conversation().model == "auto:quality")
            await program.ask("And at night?")
            await program.until(lambda: program.views.chat.rows.count() == 4)
            answer = await program.answered()
            assert answer.state is MessageState.DONE
            posts = gateway.posts()
            assert len(posts) == 4 and posts[-1]["model"] == "auto:quality"
        async with used(tmp_path, environment(gateway.base_url)) as program:
            page = program.page(Place.CHAT)
            page.pane.transcript.beside_requested.emit(second.id)
            await program.until(lambda: page._comparing.is_shown)
            assert [each.message.model for each in page._comparing.view.columns] == ROUTES
            assert len(gateway.posts()) == 4
