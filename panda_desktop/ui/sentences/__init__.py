"""The sentence for every failure a person can meet, with the next step.

Promise: each `ErrorKind` has one plain sentence that says what happened and what to do.

`Sentences().about(error)` gives the words for showing in place, `Sentences().notice(error, {step: do})` a
notice with buttons for the next steps that can be done here.
"""

from panda_desktop.ui.sentences.book import Sentences
from panda_desktop.ui.sentences.values import NextStep, Sentence

__all__ = ["NextStep", "Sentence", "Sentences"]
