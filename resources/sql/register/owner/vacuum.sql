-- Making a city: statistics, and which pages everybody may read.
VACUUM (ANALYZE) office.replica
