-- Schema 15: events are counted where they begin by whatever may make a lane of the timeline, not by their kind alone.

DROP TRIGGER event_moves;
DROP TABLE density;

-- Events that are there and not rejected, by where they begin, else end.
CREATE TABLE density (
  lanes      TEXT NOT NULL,              -- what the key is of: kind, source, outlet, article
  key        TEXT NOT NULL,              -- a kind, a source's kind, an outlet's title_key(), an article's id; '' for none
  width      INTEGER NOT NULL,           -- of a bucket: the binary logarithm of its seconds; 63: all, 0: what has no date
  bucket     INTEGER NOT NULL,           -- sort_date >> width
  n          INTEGER NOT NULL,
  PRIMARY KEY (lanes, key, width, bucket)
) STRICT, WITHOUT ROWID;

CREATE INDEX density_most ON density (lanes, n DESC, key) WHERE width = 63;

-- The buckets that each event is counted in.
CREATE VIEW density_of (event, lanes, key, width, bucket) AS
SELECT k.id, k.lanes, k.key, w.column1, iif(w.column1 IN (0, 63), 0, k.sort_date >> w.column1)
FROM (SELECT e.id AS id, e.sort_date AS sort_date, e.dated AS dated, l.column1 AS lanes, CASE l.column1
    WHEN 'kind' THEN e.kind
    WHEN 'source' THEN ifnull((SELECT c.source_kind FROM claim c WHERE c.id = e.claim), 'author')
    WHEN 'outlet' THEN ifnull((SELECT title_key(a.outlet) FROM article a WHERE a.id = e.article), '')
    ELSE CAST(e.article AS TEXT) END AS key
  FROM event e CROSS JOIN (VALUES ('kind'), ('source'), ('outlet'), ('article')) l
  WHERE e.gone = 0 AND e.standing <> 'rejected') k
CROSS JOIN (VALUES (0), (12), (15), (18), (21), (24), (63)) w WHERE (w.column1 > 0) = k.dated;

INSERT INTO density (lanes, key, width, bucket, n) SELECT lanes, key, width, bucket, count(*) FROM density_of GROUP BY 1, 2, 3, 4;

CREATE TRIGGER event_leaves BEFORE UPDATE OF gone, standing, kind, earliest, latest, claim ON event BEGIN
  INSERT INTO density (lanes, key, width, bucket, n) SELECT lanes, key, width, bucket, -1 FROM density_of WHERE event = old.id
  ON CONFLICT DO UPDATE SET n = n - 1;
END;

CREATE TRIGGER event_arrives AFTER UPDATE OF gone, standing, kind, earliest, latest, claim ON event BEGIN
  INSERT INTO density (lanes, key, width, bucket, n) SELECT lanes, key, width, bucket, 1 FROM density_of WHERE event = new.id
  ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER source_leaves BEFORE UPDATE OF source_kind ON claim BEGIN
  INSERT INTO density (lanes, key, width, bucket, n) SELECT lanes, key, width, bucket, -1 FROM density_of
  WHERE event IN (SELECT id FROM event WHERE claim = old.id) AND lanes = 'source'
  ON CONFLICT DO UPDATE SET n = n - 1;
END;

CREATE TRIGGER source_arrives AFTER UPDATE OF source_kind ON claim BEGIN
  INSERT INTO density (lanes, key, width, bucket, n) SELECT lanes, key, width, bucket, 1 FROM density_of
  WHERE event IN (SELECT id FROM event WHERE claim = new.id) AND lanes = 'source'
  ON CONFLICT DO UPDATE SET n = n + 1;
END;

PRAGMA user_version = 15;
