-- Schema 2: what a person decided on a time. The log has one more command: redate.

ALTER TABLE time ADD COLUMN chosen TEXT; -- when it is (EDTF), or "from published", "from nothing", "from START-STOP": what it counts from
ALTER TABLE time ADD COLUMN found TEXT;  -- then, what the text alone makes of it: EDTF, else the TIMEX3 value

PRAGMA user_version = 2;
