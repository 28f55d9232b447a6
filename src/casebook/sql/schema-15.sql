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

-- What each event is counted for, and where it begins.
CREATE VIEW lane_of (event, lanes, key, at, dated) AS
SELECT e.id, l.column1, CASE l.column1
    WHEN 'kind' THEN e.kind
    WHEN 'source' THEN ifnull((SELECT c.source_kind FROM claim c WHERE c.id = e.claim), 'author')
    WHEN 'outlet' THEN ifnull((SELECT title_key(a.outlet) FROM article a WHERE a.id = e.article), '')
    ELSE CAST(e.article AS TEXT) END, e.sort_date, e.dated
FROM event e CROSS JOIN (VALUES ('kind'), ('source'), ('outlet'), ('article')) l WHERE e.gone = 0 AND e.standing <> 'rejected';

-- The buckets that each event is counted in. The events of one article are few: only their number is kept.
CREATE VIEW density_of (event, lanes, key, width, bucket) AS
SELECT k.event, k.lanes, k.key, w.column1, iif(w.column1 IN (0, 63), 0, k.at >> w.column1)
FROM lane_of k CROSS JOIN (VALUES (0), (12), (15), (18), (21), (24), (63)) w WHERE (w.column1 > 0) = k.dated AND (k.lanes <> 'article' OR w.column1 IN (0, 63));

-- All that is in the table, lane by lane: many events begin in one second.
CREATE VIEW density_all (lanes, key, width, bucket, n) AS
SELECT k.lanes, k.key, w.column1, iif(w.column1 IN (0, 63), 0, k.at >> w.column1), sum(k.n) FROM (
  SELECT 'kind' AS lanes, e.kind AS key, e.sort_date AS at, e.dated AS dated, count(*) AS n FROM event e WHERE e.gone = 0 AND e.standing <> 'rejected' GROUP BY 2, 3, 4
  UNION ALL SELECT 'source', ifnull(c.source_kind, 'author'), e.sort_date, e.dated, count(*) FROM event e LEFT JOIN claim c ON c.id = e.claim
  WHERE e.gone = 0 AND e.standing <> 'rejected' GROUP BY 2, 3, 4
  UNION ALL SELECT 'outlet', ifnull(a.outlet, ''), e.at, e.dated, sum(e.n) FROM (SELECT article, sort_date AS at, dated, count(*) AS n FROM event WHERE gone = 0 AND standing <> 'rejected' GROUP BY 1, 2, 3) e
  JOIN (SELECT id, title_key(outlet) AS outlet FROM article) a ON a.id = e.article GROUP BY 2, 3, 4
  UNION ALL SELECT 'article', CAST(e.article AS TEXT), 0, e.dated, count(*) FROM event e WHERE e.gone = 0 AND e.standing <> 'rejected' GROUP BY e.article, 4) k
CROSS JOIN (VALUES (0), (12), (15), (18), (21), (24), (63)) w WHERE (w.column1 > 0) = k.dated AND (k.lanes <> 'article' OR w.column1 IN (0, 63)) GROUP BY 1, 2, 3, 4;

INSERT INTO density (lanes, key, width, bucket, n) SELECT lanes, key, width, bucket, n FROM density_all;

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
