-- Sending the replica: up to which feed number the newest backup holds everything.
SELECT up_to FROM backup;
