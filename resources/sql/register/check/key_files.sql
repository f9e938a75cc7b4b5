-- register check: where the keys are; what others may do with these files is looked at in the file system.
SELECT code, key_file FROM office.city ORDER BY code
