"""The forms in which gateways of this family answer a finished video.

Promise: each form holds the clip exactly once, and never anywhere else than its name says.
"""

import json
from collections.abc import Callable
from typing import Any, Final

# address of the clip, address of a preview picture
_Content = Callable[[str, str], Any]


def _log(url: str, preview: str) -> str:
    return (
        "> Queued: position 2\n"
        f"> Started: [preview 1]({preview})\n"
        f"> 50 %: ![preview 2]({preview})\n\n"
        f"Done: [download the video]({url})"
    )


_CONTENTS: Final[dict[str, _Content]] = {
    "fenced": lambda url, _: f"```html\n<video src='{url}' controls></video>\n```",
    "tag": lambda url, _: f'<video controls="controls" src="{url}"></video>',
    "bare": lambda url, _: url,
    "markdown": lambda url, _: f"Here is your video: [clip.mp4]({url})",
    "log": _log,
    "json": lambda url, _: json.dumps({"video_url": url, "duration": 5}),
    "parts": lambda url, _: [
        {"type": "text", "text": "Here is your video."},
        {"type": "video_url", "video_url": {"url": url}},
    ],
    "blank-lines": lambda url, _: url,
}
_FIELDS: Final[dict[str, Callable[[str], dict[str, Any]]]] = {
    "video-url": lambda url: {"video_url": url},
    "url": lambda url: {"url": url},
    "output": lambda url: {"output": {"video_url": url}},
    "output-url": lambda url: {"output": url},
    "result-url": lambda url: {"result_url": url},
    "metadata": lambda url: {"metadata": {"url": url}},
    "urls": lambda url: {"urls": [url]},
    "data": lambda url: {"data": [{"url": url}]},
}


def shaped(shape: str, url: str, preview: str, base64_clip: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Returns what a form puts into the message, and beside the choices.

    Args:
        shape: one of `catalogue.HELD`.
        url: of the clip.
        preview: of a picture that is not the clip.
        base64_clip: the clip itself.
    """
    if shape in _CONTENTS:
        return {"content": _CONTENTS[shape](url, preview)}, {}
    if shape == "message-videos":
        return {"content": None, "videos": [{"url": url}]}, {}
    if shape == "base64":
        return {"content": None}, {"data": [{"b64_json": base64_clip}]}
    return {"content": "The video is ready."}, _FIELDS[shape](url)
