-- Schema 9: where actors stand in the graph. The log has one more command: discard, for a sentence that a relation
-- does not rest on.

-- How the graph looked, and nothing that was found: in no history.
CREATE TABLE place (
  actor      INTEGER PRIMARY KEY REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  x          INTEGER NOT NULL,           -- in pixels at zoom 1
  y          INTEGER NOT NULL,
  pinned     INTEGER NOT NULL            -- whether a person put it there
) STRICT;

PRAGMA user_version = 9;
