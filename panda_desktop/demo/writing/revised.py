"""The prompt as an image model rewrites it.

Promise: begins with the prompt itself.
"""

from typing import Final

_TOUCHES: Final = (
    "soft layered light, wide composition, fine atmospheric depth",
    "calm palette, clean silhouettes, gentle haze in the distance",
    "golden light, long shadows, painterly detail",
    "high contrast, glowing accents, crisp foreground",
)


def revised_prompt(prompt: str, seed: int) -> str:
    """Returns `prompt` with a few words on how it is painted."""
    return f"{prompt.strip().rstrip('.')}, {_TOUCHES[seed % len(_TOUCHES)]}"
