"""What is typed in the guided tour: the words of a person, not of the program.

Promise: in each language the demo answers them with the same parts.
"""

from dataclasses import dataclass
from typing import Final

from panda_desktop.ui.translation import Language


@dataclass(frozen=True, slots=True)
class TourWords:
    """What is typed.

    Attributes:
        question: its answer has code, a table and numbered steps.
        about, aside: asked about a picture, and behind that.
        compared: asked of several models.
        beginning: of a text that a model writes on.
        picture: the prompt of the images.
        film, next_film: the prompts of a video of one of them, and of the clip after it.
        priced: a question to a model whose price is known.
        quick: asked in the quick prompt.
        files: names that were attached before, within the person's folder.
    """

    question: str
    about: str
    aside: str
    compared: str
    beginning: str
    picture: str
    film: str
    next_film: str
    priced: str
    quick: str
    files: tuple[str, ...]


_ENGLISH: Final = TourWords(
    question="Show merge sort as Python code, compare sorting algorithms in a table, and list the steps to "
    "choose one.",
    about="What could be the story behind this picture? Answer in three sentences.",
    aside="And what would be a good title for it?",
    compared="Explain in a few sentences why the sky is blue.",
    beginning="Once upon a time, in a bamboo forest above the clouds,",
    picture="A cute cat sitting on a window sill at sunset, digital art",
    film="The camera moves slowly towards the cat, which turns its head; soft evening light",
    next_film="The cat jumps down and walks into the room",
    priced="Write a packing list for two weeks in the mountains.",
    quick="Which panda is the smallest?",
    files=("Documents/notes on pandas.md", "Documents/costs 2026.csv", "Pictures/bamboo.png"),
)
_CHINESE: Final = TourWords(
    question="用 Python 代码演示归并排序，用表格比较几种排序算法，并列出选择算法的步骤。",
    about="这张图片背后可能有什么故事？请用三句话回答。",
    aside="给它起什么标题好？",
    compared="竹子为什么长得这么快？",
    beginning="很久以前，在云雾之上的一片竹林里，",
    picture="一只可爱的小猫坐在窗台上，日落时分，数字绘画",
    film="镜头慢慢靠近小猫，小猫转过头来；柔和的傍晚光线",
    next_film="小猫跳下窗台，走进房间",
    priced="怎样为山间旅行准备行李？",
    quick="哪一种熊猫最小？",
    files=("文档/熊猫笔记.md", "文档/2026 年费用.csv", "图片/竹林.png"),
)


def words_in(language: Language) -> TourWords:
    """Returns what is typed in a language."""
    return _CHINESE if language is Language.CHINESE else _ENGLISH
