"""The words a prompt is searched for, in English and Chinese.

Promise: only data; `_` in an English word stands for a space or a hyphen, plurals are understood.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from panda_desktop.demo.painting.light import Hour


class Place(StrEnum):
    """Where a picture plays."""

    WINDOW = "window"
    CITY = "city"
    HARBOUR = "harbour"
    BEACH = "beach"
    SEA = "sea"
    LAKE = "lake"
    MOUNTAIN = "mountain"
    FOREST = "forest"
    BAMBOO = "bamboo"
    GARDEN = "garden"
    MEADOW = "meadow"
    DESERT = "desert"
    SPACE = "space"
    UNDERWATER = "underwater"
    ABSTRACT = "abstract"


class Hero(StrEnum):
    """Who or what is seen."""

    CAT = "cat"
    DOG = "dog"
    FOX = "fox"
    RABBIT = "rabbit"
    PANDA = "panda"
    ROBOT = "robot"
    PERSON = "person"
    ASTRONAUT = "astronaut"
    BIRD = "bird"
    WHALE = "whale"
    FISH = "fish"
    JELLYFISH = "jellyfish"
    BOAT = "boat"
    LIGHTHOUSE = "lighthouse"
    HOUSE = "house"
    CASTLE = "castle"
    PAGODA = "pagoda"
    BALLOON = "balloon"
    ROCKET = "rocket"
    TREE = "tree"
    LANTERN = "lantern"
    CUP = "cup"
    BUTTERFLY = "butterfly"
    BRIDGE = "bridge"


class Weather(StrEnum):
    """What is in the air."""

    SNOW = "snow"
    RAIN = "rain"
    MIST = "mist"
    AURORA = "aurora"
    FIREFLIES = "fireflies"
    PETALS = "petals"
    LEAVES = "leaves"


class Style(StrEnum):
    """How a picture is painted."""

    PLAIN = "plain"
    WATERCOLOUR = "watercolour"
    INK = "ink"
    OIL = "oil"
    PIXEL = "pixel"
    SKETCH = "sketch"
    MONOCHROME = "monochrome"
    RETRO = "retro"


@dataclass(frozen=True, slots=True)
class Words:
    """Spellings, separated by spaces."""

    english: str
    chinese: str


HEROES: Final[dict[Hero, Words]] = {
    Hero.CAT: Words("cat kitten kitty kitties feline tabby", "小猫 猫咪 (?<!熊)猫"),
    Hero.DOG: Words("dog puppy puppies corgi shiba retriever", "狗 小犬 柴犬"),
    Hero.FOX: Words("fox", "狐狸 狐"),
    Hero.RABBIT: Words("rabbit bunny bunnies hare", "兔"),
    Hero.PANDA: Words("panda", "熊猫"),
    Hero.ROBOT: Words("robot android droid mech", "机器人 机甲"),
    Hero.ASTRONAUT: Words("astronaut cosmonaut spaceman", "宇航员 航天员"),
    Hero.PERSON: Words(
        "person man woman girl boy child children people traveller traveler wanderer hiker monk samurai "
        "couple",
        "女孩 男孩 少女 少年 旅人 行人 侠客 孩子 (?<!机器)人影",
    ),
    Hero.BIRD: Words("bird seagull gull crane swan sparrow flock goose geese", "鸟 海鸥 仙鹤 白鹤 大雁 燕子"),
    Hero.WHALE: Words("whale", "鲸"),
    Hero.FISH: Words("fish koi goldfish shoal", "鱼群 锦鲤 金鱼 小鱼 (?<!鲸)鱼"),
    Hero.JELLYFISH: Words("jellyfish", "水母"),
    Hero.BOAT: Words("boat ship sailboat sail yacht sailing ferry gondola junk canoe", "船 帆 舟 渔火 艇"),
    Hero.LIGHTHOUSE: Words("lighthouse", "灯塔"),
    Hero.HOUSE: Words("house cabin cottage hut home farm village town", "小屋 木屋 房子 村庄 小镇 农舍 家园"),
    Hero.CASTLE: Words("castle palace fortress", "城堡 宫殿"),
    Hero.PAGODA: Words("pagoda temple shrine", "宝塔 寺庙 古塔 寺 神社 亭"),
    Hero.BALLOON: Words("balloon hot_air_balloon airship", "热气球 气球"),
    Hero.ROCKET: Words("rocket spaceship spacecraft starship shuttle", "火箭 飞船"),
    Hero.LANTERN: Words("lantern", "灯笼 孔明灯 花灯"),
    Hero.CUP: Words("coffee tea cup mug espresso latte teapot", "咖啡 茶"),
    Hero.BUTTERFLY: Words("butterfly butterflies moth", "蝴蝶"),
    Hero.BRIDGE: Words("bridge", "桥"),
    Hero.TREE: Words("tree oak willow cherry_blossom blossom sakura bonsai", "树 樱花 柳 梅花 桃花"),
}

PLACES: Final[dict[Place, Words]] = {
    Place.WINDOW: Words(
        "window window_sill windowsill sill room bedroom cafe café kitchen desk", "窗 房间 书桌 室内"
    ),
    Place.CITY: Words(
        "city cityscape skyline downtown skyscraper metropolis street tokyo shanghai hong_kong new_york "
        "urban cyberpunk",
        "城市 都市 街道 街头 摩天 上海 东京 香港 北京 外滩 夜市",
    ),
    Place.HARBOUR: Words("harbour harbor port marina pier dock quay wharf fishing_village", "港 码头 渔村"),
    Place.BEACH: Words("beach coast shore island palm tropical lagoon", "海滩 沙滩 海岸 海岛 岛 椰"),
    Place.SEA: Words("sea ocean wave sailing", "海 大洋 浪"),
    Place.LAKE: Words("lake pond river fjord reflection", "湖 河 江 池塘 溪"),
    Place.UNDERWATER: Words("underwater under_the_sea coral reef deep_sea aquarium", "海底 水下 珊瑚 深海"),
    Place.BAMBOO: Words("bamboo", "竹"),
    Place.FOREST: Words("forest wood woodland jungle pine grove", "森林 树林 林间 松林 丛林"),
    Place.GARDEN: Words("garden park courtyard", "花园 公园 庭院 园林"),
    Place.MEADOW: Words(
        "meadow field flower sunflower lavender tulip poppy poppies daisy daisies grassland prairie "
        "hill countryside "
        "rose wildflower spring",
        "草地 草原 田野 花海 花田 鲜花 向日葵 薰衣草 郁金香 花 田 春天",
    ),
    Place.DESERT: Words("desert dune sahara oasis canyon", "沙漠 沙丘 戈壁 绿洲"),
    Place.SPACE: Words(
        "space galaxy nebula planet cosmos universe cosmic orbit saturn mars asteroid milky_way outer_space",
        "太空 宇宙 星系 星云 行星 银河 火星 土星",
    ),
    Place.MOUNTAIN: Words(
        "mountain alp peak himalaya cliff valley summit volcano everest fuji highland glacier ski "
        "skiing snowy_hill",
        "山 峰 雪原 峡谷 冰川",
    ),
    Place.ABSTRACT: Words("abstract geometric pattern bauhaus minimalist_art fractal", "抽象 几何"),
}

HOURS: Final[dict[Hour, Words]] = {
    Hour.DAWN: Words("dawn sunrise morning daybreak early_light", "日出 黎明 清晨 早晨 晨光 拂晓"),
    Hour.GOLDEN: Words(
        "golden_hour golden_light afternoon autumn fall late_light sunlit warm_light", "午后 金色 秋"
    ),
    Hour.SUNSET: Words("sunset sundown setting_sun synthwave", "日落 夕阳 黄昏 晚霞 落日"),
    Hour.DUSK: Words("dusk twilight evening blue_hour", "傍晚 暮色 蓝调"),
    Hour.NIGHT: Words(
        "night midnight moon moonlight moonlit star starry nocturnal aurora northern_lights fireflies "
        "firefly dark",
        "夜 月 星空 星星 极光 萤火",
    ),
    Hour.GREY: Words("rain rainy fog foggy misty overcast storm stormy cloudy mist", "雨 雾 阴天 暴风"),
    Hour.DAY: Words("day noon sunny blue_sky summer bright daylight clear_sky", "白天 正午 晴 蓝天 夏"),
}

WEATHERS: Final[dict[Weather, Words]] = {
    Weather.SNOW: Words("snow snowy snowing winter blizzard snowfall christmas frosty ice skiing", "雪 冬"),
    Weather.RAIN: Words("rain rainy raining storm drizzle", "雨"),
    Weather.MIST: Words("mist misty fog foggy haze hazy", "雾 朦胧 烟"),
    Weather.AURORA: Words("aurora northern_lights", "极光"),
    Weather.FIREFLIES: Words("firefly fireflies magic magical enchanted fairy", "萤火 魔法 精灵"),
    Weather.PETALS: Words("cherry_blossom blossom sakura petal spring", "樱花 花瓣 桃花 春"),
    Weather.LEAVES: Words("autumn fall falling_leaves maple", "秋 落叶 枫"),
}

STYLES: Final[dict[Style, Words]] = {
    Style.WATERCOLOUR: Words("watercolour watercolor aquarelle gouache", "水彩"),
    Style.INK: Words("ink sumi-e ink_wash chinese_painting calligraphy", "水墨 国画 墨"),
    Style.OIL: Words(
        "oil_painting impressionist impressionism van_gogh monet oil brushstroke", "油画 印象派 梵高 莫奈"
    ),
    Style.PIXEL: Words("pixel pixel_art 8_bit 8-bit 16-bit voxel", "像素"),
    Style.SKETCH: Words("sketch pencil drawing charcoal line_art", "素描 铅笔 速写"),
    Style.MONOCHROME: Words("monochrome black_and_white noir grayscale greyscale", "黑白"),
    Style.RETRO: Words("vintage retro poster film_photo polaroid 1970s", "复古 海报 胶片"),
}

NEON: Final = Words("neon cyberpunk futuristic synthwave vaporwave sci-fi", "霓虹 赛博 未来 科幻")

COLOURS: Final[dict[str, Words]] = {
    "#d8433b": Words("red crimson scarlet ruby", "红"),
    "#f0883a": Words("orange ginger amber", "橙 橘"),
    "#f2c14e": Words("yellow gold golden blond", "黄 金色"),
    "#4f9d62": Words("green emerald jade", "绿 翠"),
    "#2fa39a": Words("teal turquoise cyan aqua mint", "青"),
    "#3f78c9": Words("blue navy azure cobalt", "蓝"),
    "#8658b8": Words("purple violet lilac", "紫"),
    "#ef8fb0": Words("pink rose_coloured magenta", "粉"),
    "#f4f1ea": Words("white ivory", "白"),
    "#34343c": Words("black", "黑"),
    "#9aa0a8": Words("grey gray silver", "灰 银"),
    "#8d6346": Words("brown chestnut", "棕 褐"),
}

HOME: Final[dict[Hero, Place]] = {
    Hero.CAT: Place.WINDOW,
    Hero.CUP: Place.WINDOW,
    Hero.DOG: Place.MEADOW,
    Hero.FOX: Place.FOREST,
    Hero.RABBIT: Place.MEADOW,
    Hero.PANDA: Place.BAMBOO,
    Hero.ROBOT: Place.MEADOW,
    Hero.PERSON: Place.MOUNTAIN,
    Hero.ASTRONAUT: Place.SPACE,
    Hero.BIRD: Place.LAKE,
    Hero.WHALE: Place.UNDERWATER,
    Hero.FISH: Place.UNDERWATER,
    Hero.JELLYFISH: Place.UNDERWATER,
    Hero.BOAT: Place.HARBOUR,
    Hero.LIGHTHOUSE: Place.SEA,
    Hero.HOUSE: Place.MOUNTAIN,
    Hero.CASTLE: Place.MOUNTAIN,
    Hero.PAGODA: Place.MOUNTAIN,
    Hero.BALLOON: Place.MEADOW,
    Hero.ROCKET: Place.SPACE,
    Hero.TREE: Place.GARDEN,
    Hero.LANTERN: Place.LAKE,
    Hero.BUTTERFLY: Place.MEADOW,
    Hero.BRIDGE: Place.LAKE,
}
