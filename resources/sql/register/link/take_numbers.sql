-- PostgresLink: new 宛名番号 or 世帯番号.
SELECT status, number FROM api.take_numbers($1, $2)
