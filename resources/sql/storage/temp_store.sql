-- Opening a file: no temporary file is ever written.
PRAGMA temp_store = MEMORY;
