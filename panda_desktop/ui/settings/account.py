"""The settings of the account: where the gateway is, and the key.

Promise: the key itself is never shown again once it was handed on; its masked form and where it is
are.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.domain.account import OFFICIAL_BASE_URL, Balance, Endpoint, KeyState
from panda_desktop.domain.errors import PandaError
from panda_desktop.ui.kit import Button, FlowLayout, Label, SegmentedChoice, Switch, TextField, announce
from panda_desktop.ui.sentences import Sentences
from panda_desktop.ui.settings.key_form import KeyForm
from panda_desktop.ui.settings.rows import SettingGroup, SettingRow

_OFFICIAL = "official"
_OTHER = "other"


class AccountSettings(QWidget):
    """Endpoint, key and demo.

    Signals:
        endpoint_chosen(str): a base URL as typed; empty for Panda World's own.
        key_entered(object): an `ApiKey` to be tested and stored.
        test_wanted: the key in use shall be tested.
        remove_key_wanted: the stored key shall be deleted.
        demo_wanted(bool): the demo gateway shall be used, or no longer.
    """

    endpoint_chosen = Signal(str)
    key_entered = Signal(object)
    test_wanted = Signal()
    remove_key_wanted = Signal()
    demo_wanted = Signal(bool)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes the group; it knows nothing yet."""
        super().__init__(parent)
        self._sentences = Sentences(self)
        self.endpoint = SegmentedChoice(
            self.tr("Gateway"), [(_OFFICIAL, self.tr("Panda World")), (_OTHER, self.tr("Other address"))]
        )
        self.address = TextField(self.tr("Address of the gateway"), placeholder=OFFICIAL_BASE_URL, mono=True)
        self._address_result = Label("", "danger", wrap=True)
        self._address_result.hide()
        self.form = KeyForm(self.tr("Test and save"))
        self.test = Button(self.tr("Test"), tip=self.tr("Ask the gateway for the balance with this key"))
        self.remove = Button(
            self.tr("Remove key"),
            "danger",
            icon_name="trash",
            tip=self.tr("Delete the key from this computer"),
        )
        self._key_words = Label("", "small", wrap=True)
        self.demo = Switch(self.tr("Demo"), tip=self.tr("Answers made on this computer; nothing is charged"))
        self._endpoint_row = SettingRow(
            self.tr("Gateway"), self.tr("Where requests are sent."), self._endpoint_box(), wide=True
        )
        rows: list[QWidget] = [
            self._endpoint_row,
            SettingRow(self.tr("Key"), "", self._key_box(), wide=True),
            SettingRow(
                self.tr("Demo"),
                self.tr(
                    "Tries everything without a key. The answers are made on this computer; nothing is "
                    "charged."
                ),
                self.demo,
            ),
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SettingGroup(self.tr("The profile in use"), rows))
        self._connect()
        self.set_endpoint(Endpoint(OFFICIAL_BASE_URL))
        self.set_key_state(KeyState.MISSING)

    def set_endpoint(self, endpoint: Endpoint) -> None:
        """Shows where the gateway is; the demo leaves the person's own choice standing."""
        self._address_result.hide()
        self.address.set_invalid(False)
        self.demo.setChecked(endpoint.is_demo)
        if endpoint.is_demo:
            return
        official = endpoint.base_url == OFFICIAL_BASE_URL
        self.endpoint.set_value(_OFFICIAL if official else _OTHER)
        self.address.setVisible(not official)
        self.address.setText("" if official else endpoint.base_url)

    def set_endpoint_failed(self, error: PandaError) -> None:
        """Says why the address cannot be used."""
        words = self._sentences.about(error).text
        self.address.set_invalid(True, words)
        self._address_result.setText(words)
        self._address_result.show()
        announce(self.address, words, urgent=True)

    def set_key_state(self, state: KeyState, hint: str = "") -> None:
        """Shows where the key is.

        Args:
            state: where it is.
            hint: its masked form, `ApiKey.hint()`; empty when there is none.
        """
        self.test.setVisible(state not in (KeyState.MISSING, KeyState.LOCKED, KeyState.NOT_NEEDED))
        self.remove.setVisible(state in (KeyState.STORED, KeyState.SESSION_ONLY, KeyState.LOCKED))
        words = {
            KeyState.MISSING: self.tr("No key yet."),
            KeyState.STORED: self.tr("{key} is in this computer's key store."),
            KeyState.SESSION_ONLY: self.tr(
                "{key} is kept in memory until you quit: there is no safe store here."
            ),
            KeyState.FROM_ENVIRONMENT: self.tr("{key} comes from PANDA_API_KEY and serves this run."),
            KeyState.LOCKED: self.tr("The key store of this computer is locked. Unlock it, then test again."),
            KeyState.NOT_NEEDED: self.tr("The demo needs no key. Enter one here to leave the demo."),
        }[state]
        self._key_words.setText(words.format(key=hint or self.tr("Your key")))

    def set_testing(self) -> None:
        """Shows that the key is being tested."""
        self.test.setEnabled(False)
        self.form.set_testing()

    def set_test_works(self, balance: Balance | None) -> None:
        """Shows that the key works."""
        self.test.setEnabled(True)
        self.form.set_works(balance)

    def set_test_failed(self, error: PandaError) -> None:
        """Shows why the key does not work."""
        self.test.setEnabled(True)
        self.form.set_failed(error)

    def _endpoint_box(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.endpoint)
        column.addWidget(self.address)
        column.addWidget(self._address_result)
        return box

    def _key_box(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        state = QHBoxLayout()
        state.addWidget(self._key_words, 1)
        column.addLayout(state)
        column.addWidget(self.form)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.test)
        flow.addWidget(self.remove)
        column.addWidget(buttons)
        return box

    def _connect(self) -> None:
        self.endpoint.chosen.connect(self._choose_endpoint)
        self.address.editingFinished.connect(self._send_address)
        self.address.textEdited.connect(lambda _text: self._address_result.hide())
        self.form.key_entered.connect(self.key_entered)
        self.test.clicked.connect(lambda _checked=False: self.test_wanted.emit())
        self.remove.clicked.connect(lambda _checked=False: self.remove_key_wanted.emit())
        self.demo.clicked.connect(self.demo_wanted)

    def _choose_endpoint(self, choice: str) -> None:
        self.address.setVisible(choice == _OTHER)
        self._address_result.hide()
        if choice == _OFFICIAL:
            self.address.clear()
            self.endpoint_chosen.emit("")
        else:
            self.address.setFocus()

    def _send_address(self) -> None:
        text = self.address.text().strip()
        if text and self.address.isModified():
            self.address.setModified(False)
            self.endpoint_chosen.emit(text)
