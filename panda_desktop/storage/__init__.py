"""What is kept on this computer: the database, the files and the key. The only place with SQL and the
keyring.
"""
