-- Migration: a 仮登録 of a 転入 holds the three items of who comes (3), who may have no number yet elsewhere (issue 5).
SET LOCAL ROLE madoguchi_owner;
ALTER TABLE office.move_hold DROP CONSTRAINT move_hold_kind_check;
ALTER TABLE office.move_hold ADD CONSTRAINT move_hold_kind_check CHECK (kind IN (1, 2, 3));
RESET ROLE;
