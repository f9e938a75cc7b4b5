-- A case book: the moment at which the clock of a training register is to stand, for training_clock.
SELECT pg_catalog.set_config('madoguchi.training_moment', $1, false)
