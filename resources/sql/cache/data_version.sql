-- ViewResident, ViewFormerState: another number once another connection has committed.
PRAGMA data_version;
