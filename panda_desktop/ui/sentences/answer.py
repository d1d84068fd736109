"""Sentences about the other side and the way there.

Promise: each says whether trying again can help.
"""

from PySide6.QtCore import QObject

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, TlsCause
from panda_desktop.ui.kit import NoticeLevel
from panda_desktop.ui.sentences.values import NextStep, Sentence

K = ErrorKind


class AnswerSentences(QObject):
    """The part of the book about answers; a QObject because `tr` finds translations by class."""

    def table(self, detail: ErrorDetail) -> dict[ErrorKind, Sentence]:
        """Returns the sentences by kind; `detail` fills in names and times."""
        return {**self._other_side(detail), **self._way_there(detail)}

    def _other_side(self, detail: ErrorDetail) -> dict[ErrorKind, Sentence]:
        again = (NextStep.TRY_AGAIN,)
        return {
            K.SERVER_ERROR: Sentence(
                self.tr("The gateway had an error of its own. Try again in a moment."), again
            ),
            K.UPSTREAM_FAILED: Sentence(
                self.tr("The provider of this model failed. Try again, or choose another model."),
                (NextStep.TRY_AGAIN, NextStep.CHOOSE_MODEL),
            ),
            K.UNAVAILABLE: Sentence(
                self.tr("The gateway is overloaded or under maintenance. Try again in a few minutes."), again
            ),
            K.GATEWAY_TIMEOUT: Sentence(
                self.tr(
                    "The gateway waited too long for the model. The work may still be going on, and may be "
                    "charged: look before you send it again."
                ),
                (NextStep.LOOK_FOR_RESULT, NextStep.TRY_AGAIN),
                NoticeLevel.WARNING,
            ),
            K.REDIRECTED: Sentence(
                self.tr(
                    "This address sends requests elsewhere, so nothing was sent on. Check the address in the "
                    "settings."
                ),
                (NextStep.OPEN_SETTINGS,),
            ),
            K.NOT_THE_GATEWAY: Sentence(
                self.tr(
                    "Something else than the gateway answered, such as a web page. If this network has a "
                    "sign-in page, sign in first; else check the address."
                ),
                (NextStep.OPEN_SETTINGS, NextStep.TRY_AGAIN),
            ),
            K.BAD_ANSWER: Sentence(
                self.tr("The answer could not be understood. It is kept in the details; try again."), again
            ),
            K.EMPTY_ANSWER: Sentence(
                self.tr("The model answered nothing. Try again, or choose another model."),
                (NextStep.TRY_AGAIN, NextStep.CHOOSE_MODEL),
            ),
        }

    def _way_there(self, detail: ErrorDetail) -> dict[ErrorKind, Sentence]:
        settings = (NextStep.TRY_AGAIN, NextStep.OPEN_SETTINGS)
        again = (NextStep.TRY_AGAIN,)
        host = detail.host or self.tr("the gateway")
        return {
            K.NAME_NOT_FOUND: Sentence(
                self.tr(
                    "The name {host} was not found. Check your internet connection and the address."
                ).format(host=host),
                settings,
            ),
            K.CANNOT_CONNECT: Sentence(
                self.tr(
                    "No connection to {host}. Check your internet connection and firewall, then try again."
                ).format(host=host),
                settings,
            ),
            K.TLS_FAILED: Sentence(self._unsafe(detail.code).format(host=host), settings),
            K.PROXY_FAILED: Sentence(self._proxy(detail).format(host=host), again),
            K.CONNECTION_LOST: Sentence(
                self.tr("The connection was lost while waiting for the answer. Check it, then try again."),
                again,
            ),
            K.NO_FIRST_BYTE: Sentence(
                self.tr("The gateway did not begin to answer in time. Try again, or choose a faster model."),
                (NextStep.TRY_AGAIN, NextStep.CHOOSE_MODEL),
            ),
            K.STALLED: Sentence(
                self.tr("The answer stopped coming. What had arrived is kept; continue it or try again."),
                (NextStep.CONTINUE, NextStep.TRY_AGAIN),
                NoticeLevel.WARNING,
            ),
            K.TOOK_TOO_LONG: Sentence(
                self.tr(
                    "The longest waiting time was reached. Raise it in the settings, or look for the result "
                    "later."
                ),
                (NextStep.LOOK_FOR_RESULT, NextStep.OPEN_SETTINGS),
                NoticeLevel.WARNING,
            ),
            K.TRUNCATED: Sentence(
                self.tr("The answer was cut off. What had arrived is kept; continue it or try again."),
                (NextStep.CONTINUE, NextStep.TRY_AGAIN),
                NoticeLevel.WARNING,
            ),
            K.NOT_SENT: Sentence(
                self.tr("The program ended before this was sent, so nothing was charged. Try again."),
                (NextStep.TRY_AGAIN,),
                NoticeLevel.WARNING,
            ),
            K.CRASHED: Sentence(
                self.tr(
                    "The program ended while this answer was coming. What had arrived is kept; continue it "
                    "or try again."
                ),
                (NextStep.CONTINUE, NextStep.TRY_AGAIN),
                NoticeLevel.WARNING,
            ),
        }

    def _unsafe(self, cause: str) -> str:
        """Says why a connection is not safe, and what to do; `{host}` is filled in later."""
        said = {
            TlsCause.EXPIRED: self.tr(
                "The certificate of {host} has expired, or this computer's clock is wrong. Nothing was sent. "
                "Check date and time of this computer first."
            ),
            TlsCause.NOT_YET_VALID: self.tr(
                "The certificate of {host} is not valid yet: this computer's clock is probably wrong. "
                "Nothing was sent. Set date and time, then try again."
            ),
            TlsCause.SELF_SIGNED: self.tr(
                "{host} vouches for itself, and nobody else does. Nothing was sent. Check the address; if "
                "security software or a proxy reads along, it has to be trusted by this computer."
            ),
            TlsCause.UNKNOWN_AUTHORITY: self.tr(
                "This computer does not know who vouches for {host}. Nothing was sent. If your company or "
                "security software reads along, its certificate has to be in the system's store."
            ),
            TlsCause.OTHER_HOST: self.tr(
                "The certificate is for another name than {host}. Nothing was sent. Check the address; in a "
                "public network, sign in first."
            ),
            TlsCause.OLD_PROTOCOL: self.tr(
                "{host} speaks no safe protocol (TLS 1.2 or newer). Nothing was sent. Check the address and "
                "any proxy."
            ),
            TlsCause.BROKEN_OFF: self.tr(
                "The safe connection to {host} was broken off while it was made, so nothing was sent. Check "
                "security software, firewall or proxy, then try again."
            ),
            TlsCause.AUTHORITY_FILE: self.tr(
                "The file with trusted certificates cannot be read, so nothing was sent. Choose another one "
                "in the network settings, or none."
            ),
        }
        general = self.tr(
            "The connection to {host} is not safe, so nothing was sent. Check the computer's date and any "
            "security software or proxy."
        )
        return next((words for each, words in said.items() if each == cause), general)

    def _proxy(self, detail: ErrorDetail) -> str:
        """Says what a proxy did; `{host}` is filled in later."""
        if detail.status == 407:
            return self.tr(
                "The proxy {host} wants a name and a password. Put them into this computer's proxy settings, "
                "then try again."
            )
        return self.tr(
            "The proxy {host} did not let the request through. Check the proxy settings of this computer."
        )
