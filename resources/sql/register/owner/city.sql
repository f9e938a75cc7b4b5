-- Opening a city as its owner.
SELECT register_id, municipality, code, training FROM office.city WHERE code = $1
