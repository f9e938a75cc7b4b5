-- Procedure: sending the replica. The hash at a position.
SELECT hash FROM feed WHERE number = :number;
