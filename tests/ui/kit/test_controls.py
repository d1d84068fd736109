"""Buttons, fields and choices work by keyboard, have names, and read nothing as HTML."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.ui.kit import (
    PASTE_LIMIT,
    PASTE_LINES,
    Button,
    Choice,
    ElidedLabel,
    FlowLayout,
    IconButton,
    Label,
    Menu,
    PickerButton,
    PrimaryButton,
    SegmentedChoice,
    Switch,
    TextArea,
    TextField,
    keyboard_focused,
    plain_tip,
)

HOSTILE = "<img src='file:///etc/passwd'><b>&amp; R&D</b>"


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()


@pytest.mark.parametrize(
    "widget",
    [
        lambda: PrimaryButton("Send"),
        lambda: Button("Small", small=True),
        lambda: Button("Quiet", "quiet"),
        lambda: IconButton("copy", "Copy", size=12),
        lambda: TextField("Name"),
        lambda: TextArea("Prompt", lines=(1, 3)),
        lambda: PickerButton("Model", compact=True),
        lambda: Switch("Demo"),
    ],
)
def test_each_control_can_be_hit_and_has_a_name(qtbot: QtBot, widget: object) -> None:
    made = widget()  # type: ignore[operator]
    shown(qtbot, made)
    assert made.sizeHint().height() >= 28
    assert made.accessibleName()
    assert made.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("make", [lambda: Button("Go"), lambda: IconButton("send", "Go")])
def test_buttons_take_space_and_enter(qtbot: QtBot, make: object, key: Qt.Key) -> None:
    button = make()  # type: ignore[operator]
    shown(qtbot, button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_foreign_text_is_never_html(qtbot: QtBot) -> None:
    label = Label(HOSTILE)
    elided = ElidedLabel(HOSTILE * 10)
    button = Button(HOSTILE)
    for widget in (label, elided, button):
        qtbot.addWidget(widget)
    assert label.textFormat() == elided.textFormat() == Qt.TextFormat.PlainText
    assert button.text().replace("&&", "&") == HOSTILE
    assert button.accessibleName() == HOSTILE
    elided.resize(40, 20)
    elided.show()
    assert "<img" not in elided.toolTip()
    assert "&lt;img" in plain_tip(HOSTILE)
    assert plain_tip("R&D (Ctrl+N)") == "R&D (Ctrl+N)", "heard as it is"
    long = plain_tip("word " * 40)
    assert "<" not in long and max(len(line) for line in long.split("\n")) <= 76
    assert plain_tip("汉字" * 60).replace("\n", "") == "汉字" * 60


def test_the_ring_is_for_the_keyboard(qtbot: QtBot) -> None:
    box = QWidget()
    column = QVBoxLayout(box)
    first, second = Button("First"), Button("Second")
    column.addWidget(first)
    column.addWidget(second)
    shown(qtbot, box)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not keyboard_focused(first)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    qtbot.waitUntil(second.hasFocus)
    assert keyboard_focused(second)


def test_a_text_area_grows_and_stops(qtbot: QtBot) -> None:
    area = TextArea("Prompt", lines=(2, 5))
    shown(qtbot, area)
    area.resize(300, area.height())
    low = area.height()
    area.set_text("\n".join("abcd"))
    middle = area.height()
    area.set_text("\n".join("a" * 40))
    high = area.height()
    area.set_text("\n".join("a" * 400))
    assert low < middle < high == area.height()
    area.undo()
    assert area.text() == "\n".join("a" * 40)


def test_u03_lines_in_the_letters_of_another_font_are_shown_whole(qtbot: QtBot) -> None:
    area = TextArea("Prompt", lines=(1, 12), bare=True)
    area.setFixedWidth(200)
    shown(qtbot, area)
    for text in ("一只可爱的小猫坐在窗台上，日落时分，数字绘画。" * 4, "cat", "cat 猫"):
        area.show_text(text)
        lines = area.firstVisibleBlock().layout()
        needed = sum(lines.lineAt(at).height() for at in range(lines.lineCount()))
        assert area.viewport().height() >= needed + 2 * area.document().documentMargin()
        assert area.verticalScrollBar().maximum() == 0


def test_short_choices_take_no_more_room_than_they_need(qtbot: QtBot) -> None:
    chips = SegmentedChoice("How many", [("1", "1"), ("2", "2"), ("4", "4"), ("other", "Other…")])
    shown(qtbot, chips)
    chips.setFixedWidth(278)  # what a form has
    tops = {button.y() for each in ("1", "2", "4", "other") if (button := chips.button(each)) is not None}
    assert len(tops) == 1


def test_enter_submits_where_it_should(qtbot: QtBot) -> None:
    chat = TextArea("Message", submit_on_enter=True)
    form = TextArea("Prompt")
    shown(qtbot, chat)
    qtbot.addWidget(form)
    with qtbot.waitSignal(chat.submitted):
        qtbot.keyClick(chat, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(chat.submitted):
        qtbot.keyClick(chat, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert chat.text() == "\n"
    with qtbot.assertNotEmitted(form.submitted):
        qtbot.keyClick(form, Qt.Key.Key_Return)
    with qtbot.waitSignal(form.submitted):
        qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_u01_a_huge_paste_is_handed_over_not_laid_out(qtbot: QtBot) -> None:
    area = TextArea("Message")
    qtbot.addWidget(area)
    data = QMimeData()
    data.setText("x" * (PASTE_LIMIT + 1))
    with qtbot.waitSignal(area.oversized_paste) as caught:
        area.insertFromMimeData(data)
    assert caught.args is not None
    assert len(caught.args[0]) == PASTE_LIMIT + 1
    assert area.text() == ""


@pytest.mark.parametrize(
    "text", ["熊猫 \n" * PASTE_LIMIT, "a\n" * PASTE_LINES + "\n熊猫", "x" * 5 * PASTE_LIMIT]
)
def test_u01_what_is_too_long_is_handed_over_whole(qtbot: QtBot, text: str) -> None:
    area = TextArea("Message")
    qtbot.addWidget(area)
    data = QMimeData()
    data.setText(text)
    with qtbot.waitSignal(area.oversized_paste) as caught:
        area.insertFromMimeData(data)
    assert caught.args is not None
    assert caught.args[0].data().decode() == text


def test_u01_only_what_is_too_long_for_the_field_is_refused(qtbot: QtBot) -> None:
    area = TextArea("Message")
    qtbot.addWidget(area)
    data = QMimeData()
    data.setText("熊" * PASTE_LIMIT)
    with qtbot.assertNotEmitted(area.oversized_paste):
        area.insertFromMimeData(data)
    assert area.text() == "熊" * PASTE_LIMIT


def test_u02_pasted_html_comes_in_as_text_and_files_do_not(qtbot: QtBot) -> None:
    area = TextArea("Message")
    qtbot.addWidget(area)
    data = QMimeData()
    data.setHtml("<b>bold</b><img src='file:///etc/passwd'>")
    data.setText("bold")
    area.insertFromMimeData(data)
    assert area.text() == "bold"
    files = QMimeData()
    files.setUrls([QUrl("file:///etc/passwd")])
    assert not area.canInsertFromMimeData(files)


def test_a_segmented_choice_tells_what_the_person_took(qtbot: QtBot) -> None:
    choice = SegmentedChoice("Size", [("s", "Small"), ("l", "Large")])
    shown(qtbot, choice)
    assert choice.value() == ""
    with qtbot.assertNotEmitted(choice.chosen):
        choice.set_value("s")
    large = choice.button("l")
    assert large is not None
    assert large.accessibleName() == "Size: Large"
    with qtbot.waitSignal(choice.chosen) as caught:
        qtbot.mouseClick(large, Qt.MouseButton.LeftButton)
    assert caught.args == ["l"]
    assert choice.value() == "l"
    choice.set_choices([("l", "Large"), ("x", "Extra")])
    assert choice.value() == "l"
    choice.set_value("unknown")
    assert choice.value() == ""


MODELS = [Choice(f"model-{n}", f"Model {n}", "maker", "All") for n in range(30)] + [
    Choice("千问", "通义千问", "阿里")
]


def test_a_picker_is_searched_and_taken_by_keyboard(qtbot: QtBot) -> None:
    picker = PickerButton("Model", MODELS)
    shown(qtbot, picker)
    picker.set_value("model-3")
    assert picker.accessibleName() == "Model: Model 3"
    picker.open()
    popover = picker.popover()
    assert popover is not None
    assert popover.list.currentIndex().data() == "Model 3"
    qtbot.keyClicks(popover.search, "MODEL 27")
    assert popover.list.currentIndex().data() == "Model 27"
    with qtbot.waitSignal(picker.chosen) as caught:
        qtbot.keyClick(popover.search, Qt.Key.Key_Return)
    assert caught.args == ["model-27"]
    assert picker.value() == "model-27"
    assert picker.popover() is None


def test_a_picker_finds_chinese_moves_by_arrows_and_closes_by_escape(qtbot: QtBot) -> None:
    picker = PickerButton("Model", MODELS)
    shown(qtbot, picker)
    picker.open()
    popover = picker.popover()
    assert popover is not None
    popover.search.setText("千问")
    assert popover.list.currentIndex().data() == "通义千问"
    popover.search.clear()
    qtbot.keyClick(popover.search, Qt.Key.Key_Down)
    assert popover.list.currentIndex().data() == "Model 1"
    with qtbot.assertNotEmitted(picker.chosen):
        qtbot.keyClick(popover.search, Qt.Key.Key_Escape)
    assert picker.popover() is None


def test_a_picker_may_take_what_nobody_listed(qtbot: QtBot) -> None:
    picker = PickerButton("Model", MODELS, free_text=True)
    shown(qtbot, picker)
    picker.open()
    popover = picker.popover()
    assert popover is not None
    popover.search.setText("brand-new <b>model</b>")
    with qtbot.waitSignal(picker.chosen) as caught:
        qtbot.keyClick(popover.search, Qt.Key.Key_Return)
    assert caught.args == ["brand-new <b>model</b>"]
    picker.open()
    again = picker.popover()
    assert again is not None
    again.close()
    strict = PickerButton("Model", MODELS)
    shown(qtbot, strict)
    strict.open()
    popover = strict.popover()
    assert popover is not None
    popover.search.setText("nothing like it")
    with qtbot.assertNotEmitted(strict.chosen):
        qtbot.keyClick(popover.search, Qt.Key.Key_Return)
    popover.close()


def test_a_flow_breaks_into_lines(qtbot: QtBot) -> None:
    box = QWidget()
    flow = FlowLayout(box, gap=8)
    buttons = [Button(f"Button {n}") for n in range(6)]
    for button in buttons:
        flow.addWidget(button)
    qtbot.addWidget(box)
    one_line = flow.sizeHint().width()
    assert flow.heightForWidth(one_line) < flow.heightForWidth(one_line // 2)
    box.resize(one_line // 2, 300)
    box.show()
    flow.setGeometry(box.rect())
    assert all(button.geometry().right() <= box.width() for button in buttons)
    assert buttons[-1].y() > buttons[0].y()


def test_a_menu_runs_what_it_shows(qtbot: QtBot, qapp: QApplication) -> None:
    taken: list[str] = []
    menu = Menu()
    qtbot.addWidget(menu)
    action = menu.add("Save & close", lambda: taken.append("save"), icon_name="save", shortcut="Ctrl+S")
    marked = menu.add("Pinned", lambda: taken.append("pin"), checked=True)
    assert action.text().startswith("Save && close")
    assert marked.isChecked()
    menu.popup(QPoint(0, 0))
    action.trigger()
    menu.close()
    assert taken == ["save"]
