-- Opening a file: a commit is on disk when it returns (NORMAL lost commits in a power cut).
PRAGMA synchronous = FULL;
