-- Installing and upgrading: functions name each other, whatever their order.
SET LOCAL check_function_bodies = off
