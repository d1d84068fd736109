"""What the prompt library holds at the very first start, in the language of the program.

Promise: each is useful as it stands, and what the person deletes of them stays deleted.
"""

from PySide6.QtCore import QCoreApplication


def first_contents() -> list[tuple[str, str]]:
    """Returns names and texts, translated."""
    return [*_about_text(), *_about_work()]


def _about_text() -> list[tuple[str, str]]:
    translate = QCoreApplication.translate
    return [
        (
            translate("FirstPrompts", "Translate"),
            translate(
                "FirstPrompts",
                "Translate the following text into {{language}}. Keep its tone and its "
                "formatting, and translate idioms by their meaning. Give only the "
                "translation.\n\n{{text}}",
            ),
        ),
        (
            translate("FirstPrompts", "Summarise"),
            translate(
                "FirstPrompts",
                "Summarise the following text: first one sentence with its main point, "
                "then up to five bullet points with what matters most. Add nothing that is"
                " not in it.\n\n{{text}}",
            ),
        ),
        (
            translate("FirstPrompts", "Explain simply"),
            translate(
                "FirstPrompts",
                "Explain {{topic}} to me as to somebody who is new to it. Use plain words,"
                " one example from everyday life, and say at the end what is most often "
                "misunderstood.",
            ),
        ),
        (
            translate("FirstPrompts", "Improve my writing"),
            translate(
                "FirstPrompts",
                "Improve the following text. Correct mistakes, make it clearer and shorter"
                " where that helps, and keep my voice. Give the improved text first, then "
                "list the important changes with a reason for each.\n\n{{text}}",
            ),
        ),
        (
            translate("FirstPrompts", "Write an email"),
            translate(
                "FirstPrompts",
                "Write an email to {{recipient}}. What it must say:\n\n{{points}}\n\nIt "
                "should sound {{tone}}, be as short as it can be, and have a subject line.",
            ),
        ),
    ]


def _about_work() -> list[tuple[str, str]]:
    translate = QCoreApplication.translate
    return [
        (
            translate("FirstPrompts", "Review code"),
            translate(
                "FirstPrompts",
                "Review the following code. Look for bugs first, then for security, "
                "unhandled cases and readability. For each finding give the place, why it "
                "matters and how to mend it. Say so if something is good as it "
                "is.\n\n```\n{{code}}\n```",
            ),
        ),
        (
            translate("FirstPrompts", "Explain an error"),
            translate(
                "FirstPrompts",
                "I get the following error. Explain what it means, list the likely causes "
                "with the most likely first, and tell me how to check and mend "
                "each.\n\n```\n{{error}}\n```",
            ),
        ),
        (
            translate("FirstPrompts", "Weigh a decision"),
            translate(
                "FirstPrompts",
                "Help me decide: {{decision}}. Ask me up to three questions if something "
                "important is missing. Then set out what speaks for and against each way, "
                "what could go wrong, and what you would do.",
            ),
        ),
        (
            translate("FirstPrompts", "Collect ideas"),
            translate(
                "FirstPrompts",
                "Give me ten ideas for {{goal}}. Let them differ from each other, from "
                "safe to surprising, each in one sentence. Mark the two you would try "
                "first and say why.",
            ),
        ),
        (
            translate("FirstPrompts", "Make a plan"),
            translate(
                "FirstPrompts",
                "Make a plan to reach this: {{goal}}. I have {{time}}. Break it into steps"
                " I can begin today, say what each step needs, and where I should check "
                "whether the plan still holds.",
            ),
        ),
    ]
