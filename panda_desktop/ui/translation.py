"""The language of the window.

Promise: a missing or damaged translation leaves the English words, never an empty window.

Sentences are written in English as `self.tr("…")` in QObject classes, or
`QCoreApplication.translate("Context", "…")` elsewhere. `resources/translations/panda_<language>.ts` hold the
translations; `.qm` files are built from them and lie beside them, in a checkout as in a package.
"""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from panda_desktop.ui.resources import resource_path


class Language(StrEnum):
    """What the person chose."""

    SYSTEM = "system"
    ENGLISH = "en"
    CHINESE = "zh_CN"


class Translation:
    """Keeps the translators of the application. Make one before the first window."""

    def __init__(self, app: QCoreApplication) -> None:
        """Installs nothing yet."""
        self._app = app
        self._installed: list[QTranslator] = []
        self._language = ""

    @property
    def language(self) -> str:
        """The language in force, `en` or `zh_CN`; empty before `use`."""
        return self._language

    def use(self, choice: Language) -> bool:
        """Loads the translators of a language and sets the locale for numbers and dates.

        Windows that are open keep their words: they are made anew (`app.speaking`).

        Returns:
            False when the language has no translation file here: the words stay English.
        """
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []
        self._language = resolve(choice, QLocale.system())
        QLocale.setDefault(QLocale.system() if choice is Language.SYSTEM else QLocale(self._language))
        if self._language == "en":
            self._install("panda_en", str(resource_path("translations")))  # plural forms, where there are any
            return True
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._install(f"qtbase_{self._language}", qt_folder)
        return self._install(f"panda_{self._language}", str(resource_path("translations")))

    def _install(self, name: str, folder: str) -> bool:
        translator = QTranslator(self._app)
        if not translator.load(name, folder):
            return False
        self._app.installTranslator(translator)
        self._installed.append(translator)
        return True


def resolve(choice: Language, system: QLocale) -> str:
    """Returns the language a choice means here: any Chinese system gets `zh_CN`, any other English."""
    if choice is not Language.SYSTEM:
        return choice.value
    return "zh_CN" if system.language() == QLocale.Language.Chinese else "en"
