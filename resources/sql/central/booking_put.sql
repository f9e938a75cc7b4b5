-- City and training changes (the register itself): payments booked up to this day are in; never goes back.
INSERT INTO booking (one, up_to) VALUES (1, :up_to)
ON CONFLICT (one) DO UPDATE SET up_to = excluded.up_to WHERE excluded.up_to > booking.up_to;
