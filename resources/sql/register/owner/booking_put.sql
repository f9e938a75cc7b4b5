-- City and training changes (the register itself): payments booked up to this day are in; never goes back.
INSERT INTO office.booking (code, up_to) VALUES ($1, $2)
ON CONFLICT (code) DO UPDATE SET up_to = greatest(booking.up_to, excluded.up_to)
