"""What a gateway said of its models, and when.

Promise: what is known is kept with its age until something newer is known.
"""

from dataclasses import dataclass
from datetime import datetime

from panda_desktop.domain.models import ModelInfo


@dataclass(frozen=True, slots=True)
class ModelListing:
    """A list of models.

    Attributes:
        models: in the gateway's order, each id once; empty when it listed none.
        read_at: aware UTC.
    """

    models: tuple[ModelInfo, ...]
    read_at: datetime


@dataclass(frozen=True, slots=True)
class ModelDetails:
    """Everything a gateway says of one model.

    Attributes:
        id: the model.
        facts: name and value of each, both foreign text; what lies within something is named
            `outside.inside`.
    """

    id: str
    facts: tuple[tuple[str, str], ...]
