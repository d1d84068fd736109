"""Texts that somebody might search for to break the search."""

from hypothesis import strategies as st

HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\"'*^():-+{}[]NEARORNOTAND \0\n\t\\;%_“”«»，。中文a\ud83d\u202e\u0301"),
    ),
    max_size=60,
)
