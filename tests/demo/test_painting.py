"""Reading a prompt, and painting what it says."""

import time
from itertools import pairwise

import pytest
from PySide6.QtGui import QImage

from panda_desktop.demo.painting.brief import read_brief
from panda_desktop.demo.painting.colours import ink
from panda_desktop.demo.painting.light import Hour
from panda_desktop.demo.painting.picture import paint, paint_png
from panda_desktop.demo.painting.words import (
    HEROES,
    HOURS,
    PLACES,
    STYLES,
    WEATHERS,
    Hero,
    Place,
    Style,
    Weather,
)


@pytest.mark.parametrize(
    ("prompt", "place", "heroes", "hour"),
    [
        ("A cute cat sitting on a window sill, digital art", Place.WINDOW, (Hero.CAT,), None),
        ("A futuristic city at sunset, neon lights", Place.CITY, (), Hour.SUNSET),
        ("Harbour at dawn, boats leaving", Place.HARBOUR, (Hero.BOAT,), Hour.DAWN),
        ("Panda rolls down a snowy hill", Place.MOUNTAIN, (Hero.PANDA,), None),
        ("whales in the ocean", Place.UNDERWATER, (Hero.WHALE,), None),
        ("a cyberpunk street in the rain", Place.CITY, (), Hour.NEON),
        ("一只猫坐在窗台上", Place.WINDOW, (Hero.CAT,), None),
        ("竹林里的熊猫", Place.BAMBOO, (Hero.PANDA,), None),
        ("夜晚的城市，霓虹灯", Place.CITY, (), Hour.NEON),
        ("日落时的海滩", Place.BEACH, (), Hour.SUNSET),
        ("a robot", Place.MEADOW, (Hero.ROBOT,), None),
        ("a boat in the mountains", Place.LAKE, (Hero.BOAT,), None),
        ("something without a name", None, (), None),
    ],
)
def test_a_prompt_is_understood(
    prompt: str, place: Place | None, heroes: tuple[Hero, ...], hour: Hour | None
) -> None:
    brief = read_brief(prompt)
    assert (brief.place, brief.heroes, brief.hour) == (place, heroes, hour)


def test_colours_weather_and_style_are_understood() -> None:
    brief = read_brief("watercolour of a red balloon over a purple valley in the snow")
    assert brief.coat(Hero.BALLOON) == ink("#d8433b")
    assert brief.tint == ink("#8658b8")
    assert brief.style is Style.WATERCOLOUR
    assert brief.weathers == {Weather.SNOW}
    assert read_brief("水墨画，白色的猫").coat(Hero.CAT) == ink("#f4f1ea")


def test_the_cat_in_panda_is_no_cat() -> None:
    assert read_brief("大熊猫").heroes == (Hero.PANDA,)
    assert read_brief("a catalogue of seasons").heroes == ()


@pytest.mark.parametrize("hero", HEROES)
@pytest.mark.parametrize("language", ["english", "chinese"])
def test_every_hero_is_seen(hero: Hero, language: str) -> None:
    word = getattr(HEROES[hero], language).split()[0]
    with_hero, without = paint(f"{word} 月", 160, 160, 1), paint("月", 160, 160, 1)
    assert read_brief(word).heroes[0] is hero
    assert with_hero != without


@pytest.mark.parametrize("place", PLACES)
def test_every_place_looks_like_no_other_and_changes_with_the_hour(place: Place) -> None:
    word = PLACES[place].english.split()[0]
    seen = [paint(f"{word} at {hour}", 128, 96, 1) for hour in ("dawn", "noon", "sunset", "night")]
    if place not in (Place.SPACE, Place.ABSTRACT):
        assert all(first != second for first, second in pairwise(seen))
    assert all(_is_a_picture(image) for image in seen)


@pytest.mark.parametrize("word", [HOURS[hour].english.split()[0] for hour in HOURS])
@pytest.mark.parametrize("weather", [WEATHERS[weather].english.split()[0] for weather in WEATHERS])
def test_every_hour_and_weather_is_painted(word: str, weather: str) -> None:
    assert _is_a_picture(paint(f"lake {word} {weather}", 96, 96, 1))


@pytest.mark.parametrize("style", STYLES)
def test_every_style_changes_the_picture(style: Style) -> None:
    word = STYLES[style].english.split()[0].replace("_", " ")
    styled = paint(f"{word} lighthouse", 200, 150, 3)
    assert _is_a_picture(styled)
    assert styled != paint("lighthouse", 200, 150, 3)


def _is_a_picture(image: QImage) -> bool:
    """It fills the frame and is not of one colour."""
    colours = {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)
    }
    return len(colours) > 12 and image.pixelColor(0, 0).alpha() == 255


def test_the_same_words_size_and_seed_give_the_same_bytes() -> None:
    first = paint_png("a fox in the forest", 200, 120, 7)
    assert first == paint_png("a fox in the forest", 200, 120, 7)
    assert first != paint_png("a fox in the forest", 200, 120, 8)
    assert first.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "prompt", ["", " ", "\ud800", "🐼" * 5_000, "a" * 100_000, "%s {0} <b>", "猫" * 3_000]
)
def test_any_prompt_is_painted(prompt: str) -> None:
    assert paint(prompt, 64, 48, 1).width() == 64


@pytest.mark.parametrize(
    "prompt",
    [
        "A futuristic city at sunset, neon lights",
        "oil painting of a meadow with a fox",
        "watercolour harbour",
    ],
)
def test_a_large_picture_takes_less_than_a_second(prompt: str) -> None:
    begun = time.process_time()
    paint_png(prompt, 1024, 1024, 1)
    assert time.process_time() - begun < 1.0
