"""What the views show and can ask for, as observable objects: QtCore only, no widgets and no sentences.

Promise: a view never waits; it states an intent, and hears by signal what became of it.
"""
