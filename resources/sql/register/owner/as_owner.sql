-- Installing and upgrading: what is made now belongs to the owner of the register.
SET LOCAL ROLE madoguchi_owner
