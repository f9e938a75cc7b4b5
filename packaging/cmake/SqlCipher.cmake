# Pinned SQLCipher amalgamation, fetched through the npm client; nothing of the package is executed.
