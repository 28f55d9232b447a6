-- Events counted where they begin, of all that are shown (see schema-15.sql). The same as parts of event.sql count with a
-- filter.

-- Where the events of an article begin, which are few and not counted. Inputs: lanes, lane
--: of-article
SELECT e.sort_date AS at FROM event e WHERE :lanes = 'article' AND e.article = CAST(:lane AS INTEGER) AND e.gone = 0 AND e.standing <> 'rejected' AND e.dated
-- Inputs: lanes, lane, width (of the table), shift (from it to that of the buckets wanted), first and last bucket
-- Columns: bucket, n
--: begins
SELECT bucket >> :shift AS bucket, sum(n) AS n FROM (
  SELECT bucket, n FROM density WHERE lanes = :lanes AND key = :lane AND width = :width AND bucket BETWEEN :first AND :last AND n > 0
  UNION ALL SELECT at >> :width, 1 FROM ({chronicle/of-article}) WHERE at >> :width BETWEEN :first AND :last)
GROUP BY 1;

-- Whole buckets that lie before a time, then narrower ones. Inputs: lanes, lane, at
--: before
SELECT ifnull(sum(n), 0) FROM (
  SELECT n FROM density WHERE lanes = :lanes AND key = :lane AND width = 24 AND bucket < :at >> 24
  UNION ALL SELECT n FROM density WHERE lanes = :lanes AND key = :lane AND width = 18 AND bucket >= (:at >> 24) << 6 AND bucket < :at >> 18
  UNION ALL SELECT n FROM density WHERE lanes = :lanes AND key = :lane AND width = 12 AND bucket >= (:at >> 18) << 6 AND bucket < :at >> 12
  UNION ALL SELECT 1 FROM ({chronicle/of-article}) WHERE at < (:at >> 12) << 12);
-- The events of what is left of the narrowest. Inputs: lanes, from, to. Columns: lane, n
--: rest
SELECT {event/lane} AS lane, count(*) AS n FROM event e WHERE e.gone = 0 AND e.standing <> 'rejected' AND e.sort_date >= :from AND e.sort_date < :to GROUP BY lane;

-- Inputs: lanes, lane, width (63: all with a date, 0: all without)
--: all
SELECT ifnull((SELECT n FROM density WHERE lanes = :lanes AND key = :lane AND width = :width AND bucket = 0), 0);

-- The lanes with most events that have a date. Inputs: lanes, lim
-- Columns: lane
--: most
SELECT key AS lane FROM density WHERE lanes = :lanes AND width = 63 AND n > 0 AND key <> '' ORDER BY n DESC, key LIMIT :lim;
--: lanes
SELECT count(*) FROM density WHERE lanes = :lanes AND width = 63 AND n > 0 AND key <> '';

-- What is called so. Inputs: lanes, lane
-- Columns: name, kind (of an actor)
--: name
SELECT coalesce(nullif(title, ''), name) AS name, NULL AS kind FROM article WHERE :lanes = 'article' AND id = CAST(:lane AS INTEGER)
UNION ALL SELECT * FROM (SELECT outlet, NULL FROM article WHERE :lanes = 'outlet' AND gone = 0 AND title_key(outlet) = :lane LIMIT 1)
UNION ALL SELECT coalesce(chosen, title), coalesce(edits ->> 'kind', kind) FROM actor WHERE :lanes = 'actor' AND id = CAST(:lane AS INTEGER)
UNION ALL SELECT * FROM (SELECT text, NULL FROM remark WHERE :lanes = 'tag' AND sort = 'tag' AND gone = 0 AND key = :lane LIMIT 1);

-- The last bucket that is not empty, up to one, and the first from one on. Inputs: lanes, lane, bucket
--: last
SELECT max(bucket) FROM (
  SELECT * FROM (SELECT bucket FROM density WHERE lanes = :lanes AND key = :lane AND width = 12 AND n > 0 AND bucket <= :bucket ORDER BY bucket DESC LIMIT 1)
  UNION ALL SELECT at >> 12 FROM ({chronicle/of-article}) WHERE at >> 12 <= :bucket);
--: first
SELECT min(bucket) FROM (
  SELECT * FROM (SELECT bucket FROM density WHERE lanes = :lanes AND key = :lane AND width = 12 AND n > 0 AND bucket >= :bucket ORDER BY bucket LIMIT 1)
  UNION ALL SELECT at >> 12 FROM ({chronicle/of-article}) WHERE at >> 12 >= :bucket);
-- Where the first and the last begin in a stretch of time. Inputs: lanes, from, to, only (null: all lanes)
-- Columns: lane, first, last
--: ends
SELECT {event/lane} AS lane, min(e.sort_date) AS first, max(e.sort_date) AS last FROM event e WHERE e.gone = 0 AND e.standing <> 'rejected' AND e.sort_date BETWEEN :from AND :to AND (:only IS NULL OR {event/lane} = :only) GROUP BY lane;

-- From when to when they lie: an open end counts for nothing. Of those that may reach furthest, only the last that begin
-- can be the last to end.
-- Columns: earliest, latest
--: extent
SELECT (SELECT sort_date FROM event WHERE gone = 0 AND standing <> 'rejected' AND sort_date < 9223372036854775807 ORDER BY sort_date LIMIT 1) AS earliest,
       max((SELECT sort_date FROM event WHERE gone = 0 AND standing <> 'rejected' AND sort_date < 9223372036854775807 ORDER BY sort_date DESC LIMIT 1),
           ifnull((SELECT max(e.latest) FROM (VALUES (86400), (2764800), (31708800), (316224000), (3162240000), (1152921504606846976)) r CROSS JOIN event e
                   WHERE e.gone = 0 AND e.reach > 0 AND e.reach = r.column1 AND e.standing <> 'rejected'
                   AND e.sort_date >= (SELECT k.sort_date FROM event k WHERE k.gone = 0 AND k.reach > 0 AND k.reach = r.column1 AND k.standing <> 'rejected' ORDER BY k.sort_date DESC LIMIT 1) - r.column1),
                  -9223372036854775808)) AS latest;
