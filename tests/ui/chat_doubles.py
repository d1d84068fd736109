"""Services beside the open chat that act at once, for tests of pages."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from panda_desktop.domain.attachments import Attachment
from panda_desktop.domain.changes import (
    BranchChanged,
    MessageGrew,
    PadChanged,
    PresetsChanged,
    PromptsChanged,
    ReplyFinished,
)
from panda_desktop.domain.chat import Message, MessageState, Parameters, Role
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.pad import Pad
from panda_desktop.domain.presets import Preset
from panda_desktop.domain.prompts import Prompt
from panda_desktop.services.bus import Bus

if TYPE_CHECKING:
    from tests.ui.doubles import FakeChat


class FakeComparing:
    """Comparisons in memory; `grow` and `finish` move one answer. `failure` is raised once."""

    def __init__(self, bus: Bus, chat: "FakeChat") -> None:
        self.bus = bus
        self.chat = chat
        self.failure: PandaError | None = None
        self.shown: dict[str, tuple[Message, ...]] = {}
        self.calls: list[tuple[Any, ...]] = []

    async def compare(
        self, conversation_id: str, text: str, models: Sequence[str], attachments: Sequence[Attachment] = ()
    ) -> tuple[Message, ...]:
        failure, self.failure = self.failure, None
        if failure is not None:
            raise failure
        self.calls.append(("compare", conversation_id, text, *models))
        parent = self.chat.all[conversation_id].leaf_id
        mine = self._message(conversation_id, Role.USER, text, parent, attachments=tuple(attachments))
        return self._answer(mine, models)

    async def compare_again(self, message_id: str, models: Sequence[str]) -> tuple[Message, ...]:
        self.calls.append(("again", message_id, *models))
        return self._answer(self._find(message_id), models)

    async def retry(self, message_id: str) -> Message:
        failure, self.failure = self.failure, None
        if failure is not None:
            raise failure
        self.calls.append(("retry", message_id))
        old = self._find(message_id)
        assert old.parent_id is not None
        return self._answer(self._find(old.parent_id), (old.model,))[1]

    async def answers(self, message_id: str) -> tuple[Message, ...]:
        question = self._find(message_id)
        every = self.chat.messages.get(question.conversation_id, ())
        return (question, *[each for each in every if each.parent_id == message_id][-4:])

    def stop_answer(self, message_id: str) -> None:
        self.calls.append(("stop", message_id))
        self.finish(message_id, state=MessageState.STOPPED)

    async def use(self, message_id: str) -> None:
        self.calls.append(("use", message_id))
        answer = self._find(message_id)
        self.chat.show_branch(replace(self.chat.all[answer.conversation_id], leaf_id=message_id))

    def grow(self, message_id: str, text: str) -> Message:
        """Lets text of one answer come."""
        before = self._find(message_id)
        grown = replace(before, text=before.text + text, state=MessageState.STREAMING)
        self._store(grown)
        self.bus.publish(MessageGrew(grown))
        return grown

    def finish(self, message_id: str, **more: Any) -> Message:
        """Ends one answer."""
        values: dict[str, Any] = {"state": MessageState.DONE, "finish_reason": "stop", **more}
        ended = replace(self._find(message_id), **values)
        self._store(ended)
        self.bus.publish(ReplyFinished(ended))
        return ended

    def _answer(self, question: Message, models: Sequence[str]) -> tuple[Message, ...]:
        answers = [
            self._message(
                question.conversation_id,
                Role.ASSISTANT,
                "",
                question.id,
                state=MessageState.WAITING,
                model=model,
            )
            for model in models
        ]
        conversation = self.chat.all[question.conversation_id]
        sent = replace(conversation, leaf_id=answers[0].id, draft="", draft_attachments=())
        self.chat.put(sent)
        self.bus.publish(BranchChanged(sent))
        return (question, *answers)

    def _message(
        self, conversation_id: str, role: Role, text: str, parent: str | None, **more: Any
    ) -> Message:
        stored = self.chat.messages.setdefault(conversation_id, [])
        seq = sum(map(len, self.chat.messages.values())) + 1
        made = Message(new_id(), conversation_id, parent, seq, role, text, datetime.now(UTC), **more)
        stored.append(made)
        return made

    def _find(self, message_id: str) -> Message:
        every = (each for messages in self.chat.messages.values() for each in messages)
        return next(each for each in every if each.id == message_id)

    def _store(self, message: Message) -> None:
        stored = self.chat.messages[message.conversation_id]
        stored[[each.id for each in stored].index(message.id)] = message


class FakePresets:
    """Presets in memory."""

    def __init__(self, bus: Bus) -> None:
        self.bus = bus
        self.all: list[Preset] = []
        self.default_id = ""

    async def presets(self) -> tuple[Preset, ...]:
        return tuple(self.all)

    async def create_preset(
        self, name: str, system_prompt: str = "", model: str = "", parameters: Parameters = Parameters()
    ) -> Preset:
        if not name.strip():
            raise PandaError(ErrorKind.INVALID_INPUT)
        made = Preset(new_id(), name, system_prompt, model, parameters, len(self.all))
        self.all.append(made)
        self._tell()
        return made

    async def change_preset(self, preset_id: str, **values: Any) -> Preset:
        place = self._place(preset_id)
        given = {name: value for name, value in values.items() if value is not None}
        self.all[place] = replace(self.all[place], **given)
        self._tell()
        return self.all[place]

    async def place_preset(self, preset_id: str, place: int) -> None:
        self.all.insert(place, self.all.pop(self._place(preset_id)))
        self._tell()

    async def delete_preset(self, preset_id: str) -> None:
        del self.all[self._place(preset_id)]
        self._tell()

    async def set_default(self, preset_id: str) -> None:
        self.default_id = preset_id
        self._tell()

    def _place(self, preset_id: str) -> int:
        return [each.id for each in self.all].index(preset_id)

    def _tell(self) -> None:
        self.bus.publish(PresetsChanged(tuple(self.all), self.default_id))


class FakePrompts:
    """The prompt library in memory."""

    def __init__(self, bus: Bus) -> None:
        self.bus = bus
        self.all: list[Prompt] = []
        self.seeded = False

    async def prompts(self) -> tuple[Prompt, ...]:
        return tuple(self.all)

    async def seed(self, contents: Sequence[tuple[str, str]]) -> None:
        if not self.seeded:
            self.seeded = True
            for name, text in contents:
                await self.create_prompt(name, text)

    async def create_prompt(self, name: str, text: str) -> Prompt:
        if not name.strip():
            raise PandaError(ErrorKind.INVALID_INPUT)
        made = Prompt(new_id(), name, text, len(self.all))
        self.all.append(made)
        self._tell()
        return made

    async def change_prompt(
        self, prompt_id: str, *, name: str | None = None, text: str | None = None
    ) -> Prompt:
        place = self._place(prompt_id)
        before = self.all[place]
        named = before.name if name is None else name
        self.all[place] = replace(before, name=named, text=before.text if text is None else text)
        self._tell()
        return self.all[place]

    async def place_prompt(self, prompt_id: str, place: int) -> None:
        self.all.insert(place, self.all.pop(self._place(prompt_id)))
        self._tell()

    async def delete_prompt(self, prompt_id: str) -> None:
        del self.all[self._place(prompt_id)]
        self._tell()

    def _place(self, prompt_id: str) -> int:
        return [each.id for each in self.all].index(prompt_id)

    def _tell(self) -> None:
        self.bus.publish(PromptsChanged(tuple(self.all)))


class FakeCompleting:
    """The completion pad in memory; `write` and `end` are the model."""

    def __init__(self, bus: Bus) -> None:
        self.bus = bus
        self.pad = Pad()
        self.failure: PandaError | None = None
        self.calls: list[str] = []

    async def load(self) -> Pad:
        return self.pad

    async def change_pad(
        self, *, text: str | None = None, model: str | None = None, parameters: Parameters | None = None
    ) -> Pad:
        given = {"text": text, "model": model, "parameters": parameters}
        self._put(**{name: value for name, value in given.items() if value is not None})
        return self.pad

    async def complete(self) -> None:
        failure, self.failure = self.failure, None
        if failure is not None:
            raise failure
        self.calls.append("complete")
        self._put(given=len(self.pad.text), state=MessageState.STREAMING)

    def stop_completion(self) -> None:
        self.calls.append("stop")
        self._put(state=MessageState.STOPPED)

    async def take_back(self) -> None:
        self.calls.append("take back")
        self._put(text=self.pad.prompt)

    def write(self, text: str) -> None:
        """Lets text of the continuation come."""
        self.pad = replace(self.pad, text=self.pad.text + text)
        self.bus.publish(PadChanged(self.pad, grew=True))

    def end(self, **more: Any) -> None:
        """Ends the continuation."""
        self._put(state=MessageState.DONE, **more)

    def _put(self, **values: Any) -> None:
        self.pad = replace(self.pad, **values)
        self.bus.publish(PadChanged(self.pad))
