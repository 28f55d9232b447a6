-- Schema 6: events are counted where they begin, so that a crowded stretch of time is a sum and no reading of all.

-- How long an event that has two ends can be at most, in seconds: so those that reach into a stretch of time are found
-- among the few that begin so long before it. Null: it is drawn as a point.
ALTER TABLE event ADD COLUMN reach INTEGER GENERATED ALWAYS AS (CASE
  WHEN earliest = -9223372036854775808 OR latest = 9223372036854775807 OR earliest = latest THEN NULL
  WHEN latest - earliest <= 86400 THEN 86400
  WHEN latest - earliest <= 2764800 THEN 2764800
  WHEN latest - earliest <= 31708800 THEN 31708800
  WHEN latest - earliest <= 316224000 THEN 316224000
  WHEN latest - earliest <= 3162240000 THEN 3162240000
  ELSE 1152921504606846976 END) VIRTUAL;

CREATE INDEX event_reach ON event (reach, sort_date, latest, kind, standing) WHERE gone = 0 AND reach > 0;

DROP INDEX event_date;
CREATE INDEX event_date ON event (sort_date, latest, article, trigger_start, id, standing, earliest, kind) WHERE gone = 0;

-- Events that are there and not rejected, by where they begin, else end. Those without a date are counted with width 0.
CREATE TABLE density (
  width      INTEGER NOT NULL,           -- of a bucket: the binary logarithm of its seconds
  bucket     INTEGER NOT NULL,           -- sort_date >> width
  kind       TEXT NOT NULL,
  n          INTEGER NOT NULL,
  PRIMARY KEY (width, bucket, kind)
) STRICT, WITHOUT ROWID;

INSERT INTO density (width, bucket, kind, n)
SELECT w.column1, iif(w.column1 > 0, e.sort_date >> w.column1, 0), e.kind, count(*)
FROM event e CROSS JOIN (VALUES (0), (12), (18), (24)) w
WHERE e.gone = 0 AND e.standing <> 'rejected' AND (w.column1 > 0) = e.dated GROUP BY 1, 2, 3;

CREATE TRIGGER event_comes AFTER INSERT ON event WHEN new.gone = 0 AND new.standing <> 'rejected' BEGIN
  INSERT INTO density (width, bucket, kind, n)
  SELECT w.column1, iif(w.column1 > 0, new.sort_date >> w.column1, 0), new.kind, 1 FROM (VALUES (0), (12), (18), (24)) w
  WHERE (w.column1 > 0) = new.dated ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER event_goes AFTER DELETE ON event WHEN old.gone = 0 AND old.standing <> 'rejected' BEGIN
  INSERT INTO density (width, bucket, kind, n)
  SELECT w.column1, iif(w.column1 > 0, old.sort_date >> w.column1, 0), old.kind, -1 FROM (VALUES (0), (12), (18), (24)) w
  WHERE (w.column1 > 0) = old.dated ON CONFLICT DO UPDATE SET n = n - 1;
END;

CREATE TRIGGER event_moves AFTER UPDATE OF gone, standing, kind, earliest, latest ON event BEGIN
  INSERT INTO density (width, bucket, kind, n)
  SELECT w.column1, iif(w.column1 > 0, old.sort_date >> w.column1, 0), old.kind, -1 FROM (VALUES (0), (12), (18), (24)) w
  WHERE old.gone = 0 AND old.standing <> 'rejected' AND (w.column1 > 0) = old.dated ON CONFLICT DO UPDATE SET n = n - 1;
  INSERT INTO density (width, bucket, kind, n)
  SELECT w.column1, iif(w.column1 > 0, new.sort_date >> w.column1, 0), new.kind, 1 FROM (VALUES (0), (12), (18), (24)) w
  WHERE new.gone = 0 AND new.standing <> 'rejected' AND (w.column1 > 0) = new.dated ON CONFLICT DO UPDATE SET n = n + 1;
END;

PRAGMA user_version = 6;
