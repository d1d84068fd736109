"""Light and air: how sky, haze, water and everything under them is coloured at an hour and in a weather.

Promise: everything in one picture is seen in the same light.
"""

import random
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from PySide6.QtGui import QColor

from panda_desktop.demo.painting.colours import ink, mix, under


class Hour(StrEnum):
    """When a picture plays."""

    DAWN = "dawn"
    DAY = "day"
    GOLDEN = "golden"
    SUNSET = "sunset"
    DUSK = "dusk"
    NIGHT = "night"
    NEON = "neon"
    GREY = "grey"


@dataclass(frozen=True, slots=True)
class Light:
    """The light of one picture.

    Attributes:
        sky: from the zenith (0) to the horizon (1).
        sun: the disc of sun or moon.
        glow: around it.
        haze: what far things fade into.
        ambient: what every colour is seen under.
        rim: edge light on things before the sun.
        far_water: at the horizon.
        near_water: before the viewer.
        bright_cloud: where the sun reaches it.
        dim_cloud: where it does not.
        elevation: of sun or moon, 0 at the horizon, 1 at the top.
        stars: how many of them are seen, 0 to 1.
        lamps: how many windows and lamps are lit, 0 to 1.
        is_moon: the disc is the moon.
    """

    sky: tuple[tuple[float, QColor], ...]
    sun: QColor
    glow: QColor
    haze: QColor
    ambient: QColor
    rim: QColor
    far_water: QColor
    near_water: QColor
    bright_cloud: QColor
    dim_cloud: QColor
    elevation: float
    stars: float = 0.0
    lamps: float = 0.0
    is_moon: bool = False

    def on(self, colour: QColor | str, distance: float = 0.0) -> QColor:
        """Returns how a thing of `colour` looks, from near (0) to the horizon (1)."""
        own = ink(colour) if isinstance(colour, str) else colour
        return mix(under(own, self.ambient), self.haze, distance)


def _light(
    sky: tuple[tuple[float, str], ...],
    colours: str,
    elevation: float,
    *,
    stars: float = 0.0,
    lamps: float = 0.0,
    is_moon: bool = False,
) -> Light:
    """`colours`: sun, glow, haze, ambient, rim, far water, near water, bright cloud, dim cloud."""
    sun, glow, haze, ambient, rim, far_water, near_water, bright_cloud, dim_cloud = map(ink, colours.split())
    return Light(
        sky=tuple((at, ink(colour)) for at, colour in sky),
        sun=sun,
        glow=glow,
        haze=haze,
        ambient=ambient,
        rim=rim,
        far_water=far_water,
        near_water=near_water,
        bright_cloud=bright_cloud,
        dim_cloud=dim_cloud,
        elevation=elevation,
        stars=stars,
        lamps=lamps,
        is_moon=is_moon,
    )


_LIGHTS: Final[dict[Hour, tuple[Light, ...]]] = {
    Hour.DAWN: (
        _light(
            ((0, "#46598f"), (0.4, "#8f8cbf"), (0.68, "#e8b4b8"), (0.88, "#fbd3b0"), (1, "#ffe6c4")),
            "#fff6dc #ffc79a #e3bcc4 #dcc2cc #ffd9b0 #f3cdb8 #5d6f9e #ffe9d8 #b99fbe",
            0.14,
            stars=0.12,
        ),
        _light(
            ((0, "#2f6b86"), (0.45, "#7fb2b5"), (0.72, "#f1cfae"), (0.9, "#f9b99a"), (1, "#ffd9b8")),
            "#fff4d8 #ffbf95 #dcc4b8 #dfccc6 #ffdcb0 #eecbb4 #3f7784 #fff0de #a7a7b4",
            0.14,
            stars=0.05,
        ),
    ),
    Hour.DAY: (
        _light(
            ((0, "#2b7cc4"), (0.5, "#6fb4e4"), (0.82, "#b6dcf0"), (1, "#dff0f4")),
            "#fffdf0 #fff3cf #bcdcec #ffffff #fff3d0 #9fd0e4 #1f6fa0 #ffffff #b9cfdf",
            0.72,
        ),
        _light(
            ((0, "#1f8fb8"), (0.5, "#63c0d4"), (0.82, "#b5e4e2"), (1, "#eaf6e8")),
            "#fffdf0 #fff6d6 #bfe2de #fffdf6 #fff3d0 #a4dcd8 #12788c #ffffff #b4d3d6",
            0.66,
        ),
    ),
    Hour.GOLDEN: (
        _light(
            ((0, "#5a93b4"), (0.42, "#a7c2b6"), (0.74, "#f0d69a"), (1, "#fce3a8")),
            "#fffbe4 #ffdf94 #eed9a8 #fbe6c4 #ffe9b0 #f0d8a0 #4f8a92 #fff6dc #d3b48c",
            0.34,
        ),
        _light(
            ((0, "#6f8fae"), (0.4, "#c3b6a8"), (0.72, "#f6c988"), (1, "#ffdf9e")),
            "#fffae0 #ffd083 #efcf9f #f8dfc0 #ffe2a4 #f2cd98 #5b7f92 #fff2d6 #cfa48a",
            0.3,
        ),
    ),
    Hour.SUNSET: (
        _light(
            ((0, "#2d2458"), (0.34, "#6b3a80"), (0.6, "#cf5478"), (0.82, "#f98d5c"), (1, "#ffd07c")),
            "#fff2c4 #ffb063 #c8667e #c79aa6 #ffc07c #f0926a #3a2a60 #ffb284 #8c4880",
            0.1,
            stars=0.15,
            lamps=0.35,
        ),
        _light(
            ((0, "#1f3a5f"), (0.36, "#54608e"), (0.62, "#c07488"), (0.82, "#f6a45e"), (1, "#ffdc8a")),
            "#fff4c8 #ffbd68 #b9808c #c2a2a0 #ffcc84 #eaa072 #24406a #ffc894 #7a6286",
            0.11,
            stars=0.1,
            lamps=0.3,
        ),
        _light(
            ((0, "#3a1f4e"), (0.32, "#8d2f62"), (0.6, "#e4514f"), (0.84, "#ff9446"), (1, "#ffd56b")),
            "#fff3bc #ffa648 #bf5660 #c8929a #ffb866 #f28a52 #43204e #ffab70 #8e3c66",
            0.09,
            stars=0.1,
            lamps=0.35,
        ),
    ),
    Hour.DUSK: (
        _light(
            ((0, "#121a40"), (0.4, "#34386f"), (0.7, "#7a5590"), (0.9, "#cf8797"), (1, "#f0b49c")),
            "#ffe9d0 #f2a08c #6f5a92 #8b84b4 #f0b0a0 #b98098 #1a2450 #c99aae #4a4580",
            0.05,
            stars=0.5,
            lamps=0.6,
        ),
        _light(
            ((0, "#0e2340"), (0.42, "#23527a"), (0.72, "#5f8a9e"), (0.9, "#c0a596"), (1, "#efc39a")),
            "#ffedd4 #f0b488 #5b8098 #86a0b4 #f2c49a #8fa0a4 #123152 #b8b4b8 #3c6080",
            0.05,
            stars=0.4,
            lamps=0.6,
        ),
    ),
    Hour.NIGHT: (
        _light(
            ((0, "#050a20"), (0.45, "#0d1c46"), (0.8, "#1c3a6c"), (1, "#31588a")),
            "#fdf6e0 #9fc0ee #20406e #5a72ac #b4cdf6 #3a6296 #081430 #6f8cba #22386a",
            0.72,
            stars=1.0,
            lamps=0.75,
            is_moon=True,
        ),
        _light(
            ((0, "#0a0a26"), (0.45, "#1c1b4e"), (0.8, "#393878"), (1, "#5a5490")),
            "#fff4dc #b9b0ee #35356c #6a6cae #c8c4fa #554f8c #0d0e30 #8682ba #2f2e66",
            0.7,
            stars=1.0,
            lamps=0.75,
            is_moon=True,
        ),
    ),
    Hour.NEON: (
        _light(
            ((0, "#070520"), (0.4, "#1d0d4c"), (0.7, "#561380"), (0.9, "#b82a90"), (1, "#f0568e")),
            "#ffd9c0 #ff5a9e #4c1f82 #6a58b0 #4ff0ff #a02c94 #0c0830 #c05ab4 #341866",
            0.12,
            stars=0.4,
            lamps=1.0,
        ),
        _light(
            ((0, "#030b22"), (0.4, "#071f4e"), (0.7, "#0f4a82"), (0.9, "#3a7fb0"), (1, "#f08ab0")),
            "#ffe2cc #ff7ab8 #124a80 #5674b4 #ff6ad0 #3a6ea8 #040c2a #7aa6d0 #133a70",
            0.12,
            stars=0.4,
            lamps=1.0,
        ),
    ),
    Hour.GREY: (
        _light(
            ((0, "#56687a"), (0.5, "#8598a6"), (0.85, "#b8c4ca"), (1, "#d2d8d8")),
            "#f2f4f0 #dfe6e6 #b2bec4 #c0cad0 #e6eeee #a9b8be #4a6070 #dde4e6 #8b9aa6",
            0.5,
            lamps=0.4,
        ),
    ),
}


def light_of(hour: Hour, chance: random.Random, tint: QColor | None) -> Light:
    """Returns one of the lights of an hour, with `tint` in the air where a colour is wished for."""
    light = chance.choice(_LIGHTS[hour])
    if tint is None:
        return light
    return replace(
        light,
        sky=tuple((at, mix(colour, tint, 0.22)) for at, colour in light.sky),
        glow=mix(light.glow, tint, 0.25),
        haze=mix(light.haze, tint, 0.3),
        ambient=mix(light.ambient, tint, 0.16),
        far_water=mix(light.far_water, tint, 0.25),
        near_water=mix(light.near_water, tint, 0.18),
        bright_cloud=mix(light.bright_cloud, tint, 0.15),
        dim_cloud=mix(light.dim_cloud, tint, 0.25),
    )
