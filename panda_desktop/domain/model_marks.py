"""What a person says of models: favourites, hidden ones, corrections, and models of their own.

Promise: what the gateway lists is never lost by a mark: each can be taken back.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.models import SMART_ROUTES, ModelInfo, ModelKind, guess_kind

MOST_RECENT: Final = 24
"""How many of the models used last are remembered, of all kinds together."""
ID_LENGTH: Final = 200


@dataclass(frozen=True, slots=True)
class ModelMarks:
    """Marks by the id of a model; they hold for every gateway that has a model of that id.

    Attributes:
        favourites: what comes first, in the order it was marked.
        hidden: what is in no list.
        added: ids the person named.
        recent: what was asked last, the last one first.
        kinds: corrected kinds.
        sees: whether a model takes images, corrected.
    """

    favourites: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    recent: tuple[str, ...] = ()
    kinds: dict[str, ModelKind] = field(default_factory=dict)
    sees: dict[str, bool] = field(default_factory=dict)

    def starred(self, model_id: str, starred: bool) -> "ModelMarks":
        """Returns the marks with a favourite more or less; a new favourite is not hidden."""
        hidden = _without(self.hidden, model_id) if starred else self.hidden
        return replace(self, favourites=_set(self.favourites, model_id, starred), hidden=hidden)

    def hiding(self, model_id: str, hidden: bool) -> "ModelMarks":
        """Returns the marks with a model hidden, or no longer."""
        return replace(self, hidden=_set(self.hidden, model_id, hidden))

    def with_kind(self, model_id: str, kind: ModelKind | None) -> "ModelMarks":
        """Returns the marks with a corrected kind; None takes the correction back."""
        kinds = {key: value for key, value in self.kinds.items() if key != model_id}
        return replace(self, kinds=kinds if kind is None else {**kinds, model_id: kind})

    def with_sees(self, model_id: str, sees: bool | None) -> "ModelMarks":
        """Returns the marks with what is so about images; None takes the correction back."""
        others = {key: value for key, value in self.sees.items() if key != model_id}
        return replace(self, sees=others if sees is None else {**others, model_id: sees})

    def with_added(self, model_id: str, kind: ModelKind | None = None) -> "ModelMarks":
        """Returns the marks with a model of the person's own. Raises `INVALID_INPUT` (`model`)."""
        name = model_name(model_id)
        marks = replace(self, added=_set(self.added, name, True), hidden=_without(self.hidden, name))
        return marks if kind is None or kind is guess_kind(name) else marks.with_kind(name, kind)

    def without_added(self, model_id: str) -> "ModelMarks":
        """Returns the marks without a model of the person's own, and without what was said of it."""
        marks = self.starred(model_id, False).hiding(model_id, False)
        marks = marks.with_kind(model_id, None).with_sees(model_id, None)
        return replace(marks, added=_without(marks.added, model_id), recent=_without(marks.recent, model_id))

    def using(self, model_id: str) -> "ModelMarks":
        """Returns the marks with a model used last."""
        if model_id in SMART_ROUTES or not model_id or self.recent[:1] == (model_id,):
            return self
        return replace(self, recent=(model_id, *_without(self.recent, model_id))[:MOST_RECENT])

    def applied(self, listed: Iterable[ModelInfo]) -> tuple[ModelInfo, ...]:
        """Returns the models as they are shown: those that are listed in order, then the person's own."""
        models = {model.id: model for model in listed}
        for name in self.added:
            own = ModelInfo(name, guess_kind(name), name=name, guessed=True, added=True)
            models.setdefault(name, own)
        said = {*self.favourites, *self.hidden, *self.recent, *self.kinds, *self.sees}
        order = {name: place for place, name in enumerate(self.recent, 1)}
        for name in said & models.keys():
            model = models[name]
            models[name] = replace(
                model,
                kind=self.kinds.get(name, model.kind),
                sees_images=self.sees.get(name, model.sees_images),
                favourite=name in self.favourites,
                hidden=name in self.hidden,
                recent=order.get(name, 0),
            )
        return tuple(models.values())


NO_MARKS: Final = ModelMarks()


def model_name(text: str) -> str:
    """Returns an id as it is sent: one word or several, on one line. Raises `INVALID_INPUT` (`model`)."""
    name = text.strip()
    if not name or len(name) > ID_LENGTH or not name.isprintable():
        raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="model"))
    return name


def _set(names: tuple[str, ...], name: str, there: bool) -> tuple[str, ...]:
    if there:
        return names if name in names else (*names, name)
    return _without(names, name)


def _without(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(each for each in names if each != name)
