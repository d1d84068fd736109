"""What one message of a ChatGPT export says, as Markdown.

Promise: whatever it holds is in the text or the reasoning; what is not known becomes a visible note.

OpenAI publishes no description. The kinds of content are those that readers of real exports have met, 2023 to
2026 (mohamed-chs/convoviz, docs/dev/chatgpt-spec.md; mitkury/chatgpt-export-parser, docs).
"""

from typing import Any, Final

from panda_desktop.services.exchange.foreign import Repairs
from panda_desktop.services.exchange.notes import fenced, label, quoted, unknown
from panda_desktop.services.exchange.plain import joined, list_of, object_of, text_of

_POINTERS: Final = (
    "image_asset_pointer",
    "audio_asset_pointer",
    "video_container_asset_pointer",
    "real_time_user_audio_video_asset_pointer",
)
_SETTINGS: Final = "user_editable_context"


def said(content: Any, repairs: Repairs) -> str:
    """Returns the text of `message.content`; empty when it holds nothing to see."""
    if isinstance(content, str):
        return content
    value = object_of(content)
    text = text_of(value.get("text"))
    match kind := text_of(value.get("content_type")):
        case "text" | "multimodal_text":
            return _parts(value, repairs)
        case "code":
            language = text_of(value.get("language"))
            return fenced(text, "" if language == "unknown" else language) if text.strip() else ""
        case "execution_output":
            return fenced(text) if text.strip() else ""
        case "tether_quote" | "sonic_webpage":
            source = [text_of(value.get(name)) for name in ("title", "url", "domain")]
            return joined((label(*dict.fromkeys(source)) if any(source) else "", quoted(text)))
        case "tether_browsing_display":
            return joined(quoted(text_of(value.get(name))) for name in ("summary", "result"))
        case "system_error":
            return joined((label(kind, text_of(value.get("name"))), quoted(text)))
        case "model_editable_context":
            return text_of(value.get("model_set_context"))
        case "thoughts" | "reasoning_recap" | "user_editable_context":
            return ""  # see `thought` and `instructions`
        case _:
            return _other(kind, value, repairs)


def _parts(value: dict[str, Any], repairs: Repairs) -> str:
    texts = []
    for part in list_of(value.get("parts")):
        if isinstance(part, str):
            texts.append(part)
        elif part is not None:
            texts.append(_part(part, repairs))
    return joined(texts)


def _part(part: Any, repairs: Repairs) -> str:
    value = object_of(part)
    kind = text_of(value.get("content_type"))
    if kind in _POINTERS:
        pointers = [text_of(value.get("asset_pointer"))]
        pointers += [
            text_of(object_of(inner).get("asset_pointer"))
            for inner in value.values()
            if isinstance(inner, dict)
        ]
        prompt = text_of(object_of(object_of(value.get("metadata")).get("dalle")).get("prompt"))
        return joined((label(kind, *pointers), quoted(prompt)))
    if kind == "audio_transcription":
        return text_of(value.get("text"))
    repairs.unknown(kind or type(part).__name__)
    return unknown(kind or type(part).__name__, part)


def _other(kind: str, value: dict[str, Any], repairs: Repairs) -> str:
    """Content of a kind that came after this was written."""
    if not any(inner for name, inner in value.items() if name != "content_type"):
        return ""
    repairs.unknown(kind or "content")
    return unknown(kind or "content", value)


def thought(content: Any) -> str:
    """Returns the thinking in `message.content`, if that is what it holds."""
    value = object_of(content)
    if value.get("content_type") == "reasoning_recap":
        return text_of(value.get("content"))
    if value.get("content_type") != "thoughts":
        return ""
    texts = []
    for each in list_of(value.get("thoughts")):
        summary, inner = (text_of(object_of(each).get(name)) for name in ("summary", "content"))
        texts.append(joined((f"**{summary.strip()}**" if summary.strip() else "", inner)))
    return joined(texts)


def instructions(message: dict[str, Any]) -> str:
    """Returns the person's standing instructions, if that is what the message holds."""
    content = object_of(message.get("content"))
    if content.get("content_type") == _SETTINGS:
        return joined(text_of(content.get(name)) for name in ("user_profile", "user_instructions"))
    given = object_of(object_of(message.get("metadata")).get("user_context_message_data"))
    return joined(text_of(given.get(name)) for name in ("about_user_message", "about_model_message"))


def attached(message: dict[str, Any]) -> str:
    """Names the files that were attached."""
    files = list_of(object_of(message.get("metadata")).get("attachments"))
    names = [text_of(object_of(file).get("name")) for file in files]
    return "\n".join(label(name) for name in names if name.strip())
