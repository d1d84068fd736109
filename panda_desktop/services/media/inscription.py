"""What is written into the PNG files this program makes, and what is read from those it is given.

Promise: facts of the wish and its result, never the key or an address; what a file claims is taken as plain
text within stated lengths, or not at all.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from panda_desktop.domain.jobs import ImageRequest, Job
from panda_desktop.domain.media import MediaItem

KEYWORD: Final = "panda"
"""The text that holds everything, as JSON; the others are for programs that show the standard ones."""
PROMPT_LENGTH: Final = 20_000
_WORD_LENGTH: Final = 200


def inscription(item: MediaItem, job: Job | None) -> dict[str, str]:
    """Returns the texts for a copy of an item, by keyword (PNG, 11.3.3.2).

    Args:
        item: what is shown.
        job: what made it, or made the video it was grabbed from; None when nothing is known of it.
    """
    facts: dict[str, Any] = {
        "version": 1,
        "id": item.id,
        "kind": "frame" if item.job_id is None and item.parent_id is not None else item.kind.value,
        "prompt": item.prompt,
        "revised_prompt": item.revised_prompt,
        "model": item.model,
        "created_at": item.created_at.isoformat(),
        "job": item.job_id,
        "parent": item.parent_id,
    }
    if job is not None and job.id == item.job_id:
        facts["parameters"] = _parameters(job)
        facts["cost"] = None if job.cost is None else str(job.cost)
        facts["cost_is_shared"] = job.cost_is_shared
        facts["results"] = job.arrived
    texts = {
        "Description": item.prompt,
        "Software": "Panda Desktop",
        "Creation Time": item.created_at.isoformat(timespec="seconds"),
        KEYWORD: json.dumps({name: value for name, value in facts.items() if value not in (None, "")}),
    }
    return {keyword: text for keyword, text in texts.items() if text}


def _parameters(job: Job) -> dict[str, Any]:
    request = job.request
    if isinstance(request, ImageRequest):
        return {"n": request.n} | ({"size": request.size} if request.size else {})
    return {}


@dataclass(frozen=True, slots=True)
class Inscribed:
    """What a file says of itself: all of it is a claim."""

    prompt: str = ""
    revised_prompt: str = ""
    model: str = ""
    item_id: str = ""
    parent_id: str = ""


def inscribed(texts: Mapping[str, str]) -> Inscribed:
    """Reads what this program wrote, else the standard description, else what other image programs write."""
    try:
        facts = json.loads(texts.get(KEYWORD, ""))
    except (ValueError, RecursionError):
        facts = None
    if isinstance(facts, dict):
        return Inscribed(
            _said(facts, "prompt", PROMPT_LENGTH),
            _said(facts, "revised_prompt", PROMPT_LENGTH),
            _said(facts, "model", _WORD_LENGTH),
            _said(facts, "id", _WORD_LENGTH),
            _said(facts, "parent", _WORD_LENGTH),
        )
    said = texts.get("Description") or texts.get("parameters", "").partition("\nNegative prompt:")[0]
    return Inscribed(said[:PROMPT_LENGTH].strip())


def _said(facts: dict[Any, Any], name: str, most: int) -> str:
    value = facts.get(name)
    return value[:most].strip() if isinstance(value, str) else ""
