"""Sentences about what was asked: key, money, the request itself, its limits.

Promise: each says which field or setting to change.
"""

from PySide6.QtCore import QObject

from panda_desktop.domain.errors import ErrorDetail, ErrorKind
from panda_desktop.ui.kit import NoticeLevel
from panda_desktop.ui.sentences.values import NextStep, Sentence
from panda_desktop.ui.wording import duration

K = ErrorKind


class RequestSentences(QObject):
    """The part of the book about requests; a QObject because `tr` finds translations by class."""

    def table(self, detail: ErrorDetail) -> dict[ErrorKind, Sentence]:
        """Returns the sentences by kind; `detail` fills in names and times."""
        return {**self._key_and_money(detail), **self._request(detail), **self._limits(detail)}

    def _key_and_money(self, detail: ErrorDetail) -> dict[ErrorKind, Sentence]:
        return {
            K.NO_KEY: Sentence(
                self.tr("There is no key yet. Enter one in the settings, or try the demo without a key."),
                (NextStep.ENTER_KEY,),
                NoticeLevel.WARNING,
            ),
            K.KEY_MALFORMED: Sentence(
                self.tr(
                    "This does not look like a key. Paste it as you got it; it usually starts with “sk-”."
                ),
                (NextStep.ENTER_KEY,),
            ),
            K.KEY_REFUSED: Sentence(
                self.tr(
                    "The gateway refused the key: it is wrong, paused or revoked. Check it on the website, "
                    "or enter another."
                ),
                (NextStep.ENTER_KEY,),
            ),
            K.FORBIDDEN: Sentence(
                self.tr(
                    "The gateway does not allow this with your key. Choose another model, or check the key's "
                    "rights."
                ),
                (NextStep.CHOOSE_MODEL, NextStep.OPEN_SETTINGS),
            ),
            K.NO_CREDIT: Sentence(
                self.tr(
                    "The balance is too low for this request. Add credit or choose a cheaper model, then "
                    "send again."
                ),
                (NextStep.TOP_UP, NextStep.CHOOSE_MODEL),
            ),
        }

    def _request(self, detail: ErrorDetail) -> dict[ErrorKind, Sentence]:
        return {
            K.BAD_REQUEST: Sentence(
                self.tr(
                    "The gateway did not accept the request. Change it as the details say, then send again."
                )
            ),
            K.MODEL_NOT_FOUND: Sentence(
                self.tr("The gateway does not know this model. Choose another one."), (NextStep.CHOOSE_MODEL,)
            ),
            K.ADDRESS_WRONG: Sentence(
                self.tr("There is no gateway at this address. Check the address in the settings."),
                (NextStep.OPEN_SETTINGS,),
            ),
            K.WRONG_KIND_OF_MODEL: Sentence(
                self.tr("This model does another kind of work. Choose one made for this tab."),
                (NextStep.CHOOSE_MODEL,),
            ),
            K.CANNOT_ATTACH: Sentence(
                self.tr(
                    "This file cannot be attached. Choose a picture (PNG, JPEG, WebP, GIF) or a text file."
                )
            ),
            K.CANNOT_SEE_IMAGES: Sentence(
                self.tr("This model cannot see pictures. Choose another one, or take the pictures out."),
                (NextStep.CHOOSE_MODEL,),
            ),
            K.INVALID_INPUT: Sentence(self._invalid(detail.param)),
            K.EMPTY_PROMPT: Sentence(
                self.tr("There is nothing to send yet. Write what you want first."), level=NoticeLevel.INFO
            ),
        }

    def _invalid(self, field: str) -> str:
        ranges = {
            "n": self.tr("The number of images must be from 1 to 10. Change it, then try again."),
            "temperature": self.tr("The temperature must be from 0 to 2. Change it, or leave it empty."),
            "top_p": self.tr("Top P must be from 0 to 1. Change it, or leave it empty."),
            "max_tokens": self.tr(
                "The most tokens must be a whole number above 0. Change it, or leave it empty."
            ),
            "answering": self.tr(
                "An answer is still coming here. Wait until it has ended, or stop it, then try again."
            ),
            "trash": self.tr("This chat is in the trash. Take it out, then send again."),
            "attachments": self.tr("A message takes at most 20 files. Take some out, then send again."),
            "models": self.tr("Choose two to four models to compare, then try again."),
            "size": self.tr("The size must look like 1024x1024. Change it, then try again."),
            "profile_name": self.tr("A profile needs a name. Enter one, then try again."),
            "profiles": self.tr("There are 50 profiles already. Remove one, then try again."),
            "last_profile": self.tr("The only profile cannot be removed. Add another one first."),
            "base_url": self.tr(
                "The address must start with https:// and name a host. Change it, then try again."
            ),
        }
        return ranges.get(
            field, self.tr("A value is out of its range. Change it as the details say, then try again.")
        )

    def _limits(self, detail: ErrorDetail) -> dict[ErrorKind, Sentence]:
        wait = detail.retry_after
        limited = self.tr("Too many requests in a short time. Wait a minute, then try again.")
        if wait is not None and wait > 0:
            limited = self.tr("Too many requests in a short time. Try again in {time}.").format(
                time=duration(wait)
            )
        return {
            K.TOO_LARGE: Sentence(
                self.tr(
                    "This is more than the model can take. Shorten the text, send fewer files, or start a "
                    "new chat."
                ),
                (NextStep.LEAVE_OUT_OLDER, NextStep.CHOOSE_MODEL),
            ),
            K.RATE_LIMITED: Sentence(limited, (NextStep.TRY_AGAIN,), NoticeLevel.WARNING),
            K.ANSWER_TOO_BIG: Sentence(
                self.tr(
                    "The answer was larger than this program accepts, so the rest was left out. Ask for less."
                )
            ),
            K.REQUEST_TIMEOUT: Sentence(
                self.tr(
                    "The gateway waited too long for the request. Check your connection, then try again."
                ),
                (NextStep.TRY_AGAIN,),
            ),
        }
