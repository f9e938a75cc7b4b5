-- Sending the replica: up to which 会計日 payments are in.
SELECT up_to FROM booking;
