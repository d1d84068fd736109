"""Every fault and bad input this program promises to stand, by the id that names its tests.

Promise: an id never changes its meaning; one that is taken out is not given to something else.
"""

from typing import Final

_TABLE: Final = """
S01 a stream cut in two at every byte
S02 a stream cut in three at every pair of bytes
S03 one byte a packet
S04 every kind of line end, also mixed
S05 byte order marks at the start and in the middle
S06 thousands of comment lines
S07 fields without space, without colon, unknown, with nonsense
S08 one JSON value over several data lines
S09 no blank lines between events
S10 a last event without its end
S12 bytes that are no UTF-8
S13 another charset in the header
S14 events of 1, 16 and 64 MiB
S15 a line without end
S16 an end without DONE, with a finish reason
S17 an end without DONE and without a finish reason
S18 DONE with spaces, twice, with more after it
S19 an error inside the stream
S20 events that are no JSON
S22 chunks without choices
S23 deltas without text
S24 several choices, odd indexes
S25 thoughts beside the text, or alone
S26 calls of tools
S27 every finish reason
S29 control characters in the text
S30 another model served than was asked
S32 a whole answer instead of a stream
S33 a web page instead of a stream
S34 packed streams: flushed, cut, bombs
S35 chunked encoding that is broken
S36 a length that says more or less than comes
S37 the connection ends or is reset inside an event
S38 nothing comes at all
S39 a stall in the middle
S40 keep-alives for ever
S41 very many very small events
S42 stop: in the middle, before anything, twice
S44 two streams at once
H01 400 with message and field
H02 401
H03 no money, under every status
H04 403
H05 404 of a model and of an address
H06 other definite refusals
H07 408 and 425
H08 413 and contexts that are too long
H09 429 with a time to wait
H10 every form of Retry-After
H11 500, 502, 503, 504
H12 failures of what stands before the gateway
H13 an error page of megabytes
H14 every form of an error body
H15 markup in an error
H17 an empty answer
H18 the right body under a wrong type
H19 redirects of a POST
H20 a redirect of a GET to another origin
H21 redirect loops and odd places
H22 a redirect from https to http
H23 a name that is not known or leads nowhere
H24 a connection refused or never made
H25 every way in which TLS fails
H26 an authority only the system's store knows
H27 proxies: dead, with password, SOCKS, exceptions
H28 one family of addresses only, or a dead one
H29 headers and bodies one byte at a time
H31 an answer of 500 MB
H32 decompression bombs in every status
H34 a reset after the request, before the status
H35 a kept connection that is gone
H36 many held requests at once
H37 the network lost and back
H38 every form of a list of models
H40 every way of writing an address; two addresses
H41 a clock that is wrong
H42 cookies
I01 every way to give an image, or none
I02 fewer or more images than asked for
I03 links that have expired
I04 downloads that are slow, cut or of a wrong length
I05 assets on another host
I06 redirects of assets, private targets
I07 relative, odd and huge addresses
I09 other things under an image's name
I10 empty and cut images
I11 images of huge dimensions
I12 animations without end
I13 SVG
I14 rare and fuzzed formats
I15 broken profiles, rotation, odd colours
I17 huge revised prompts with markup
I18 names to save as
I19 saving over, into nothing, onto a full disk
I20 a download killed at every tenth
V01 every shape of a result
V02 several addresses, JSON in text
V03 an id instead of a result
V04 every status word
V05 an answer without a video
V06 a long wait without a byte
V07 blank lines before the answer
V08 cut off after minutes
V09 a connection dropped in silence
V10 the program ends at every step
V11 the computer sleeps
V12 the clock jumps
V13 a double click
V14 the same again on purpose
V15 polling that fails
V16 a polling address elsewhere
V17 a failure with a reason, perhaps charged
V18 a result whose link dies
V20 a download cut at every twentieth
V21 what is no video
V22 four gigabytes, a full disk
V23 broken files, unknown codecs
V24 cancelling
V25 first frames of every kind
V26 too little or unknown balance
V27 the key changes meanwhile
V28 twenty jobs at once
D01 killed while streaming
D02 killed inside migration, backup, delete, import
D03 power loss
D04 a full disk
D05 nothing may be written
D06 a damaged database
D07 a journal missing, foreign or deleted
D08 a newer database
D09 every older database
D10 two instances
D11 odd places for the data
D12 very much data
D13 backups that fail
D14 the clock goes back
D15 an old SQLite
D17 hostile imports
D18 files changed outside
D19 files held by others
D20 a log that grows
K01 no safe store
K02 unsafe stores
K03 a store that is locked or does not answer
K04 a locked wallet that says none
K05 another store than before
K06 a store that does not keep
K07 keys with odd characters
K09 the key is nowhere it does not belong
K10 addresses in the debug log
K11 copies and reports
K12 the field of the key
K13 a key log file
K14 other origins get no key
K15 removing the key
K16 clipboard managers
U01 huge pastes
U02 pasted markup and pictures
U03 odd things dropped
U04 every script and direction
U06 twice is once
U07 switching and deleting while answers come
U08 closing while work runs
U09 exceptions everywhere
U10 dialogs while tasks run
U11 a day of work
U12 every size and screen
U13 themes and fonts
U14 locales
U15 drivers and displays
U16 after a crash
U17 a wrong installation
U18 screen reader and keyboard in every state
U19 random events
M01 images that would report
M02 files and shares as images
M03 data addresses
M04 every kind of link
M05 raw HTML
M06 breaking out of attributes
M07 the same safety everywhere
M08 the CommonMark examples
M09 pathological inputs
M11 huge and odd code blocks
M12 every prefix of a document
M13 terminal codes
M14 diagrams, pictures and formulas in fences
M15 anchors
M17 injected orders
M18 random documents
"""

ROWS: Final[dict[str, str]] = {
    row: text for row, _, text in (line.partition(" ") for line in _TABLE.strip().splitlines())
}
"""Short text by id."""
