-- Watch: lines of the seals file behind a number, as the register has kept them.
SELECT line FROM office.seal WHERE number > $1 ORDER BY number LIMIT 10000
