"""What a person sees and touches: windows, tabs, sentences.

Promise: every sentence of the program is written in this package, and nothing in it waits for the network
or a file.
"""
