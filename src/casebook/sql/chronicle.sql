-- Events counted where they begin, of all that are shown (see schema-6.sql). The same as parts of event.sql count with a
-- filter.

-- Inputs: width (of the table), shift (from it to that of the buckets wanted), first and last bucket
-- Columns: bucket, kind, n
--: begins
SELECT bucket >> :shift AS bucket, kind, sum(n) AS n FROM density WHERE width = :width AND bucket BETWEEN :first AND :last AND n > 0 GROUP BY 1, 2 ORDER BY 1, 2;

-- Whole buckets that lie before a time, then narrower ones up to it, then the events of what is left. Inputs: at
-- Columns: kind, n
--: before
SELECT kind, sum(n) AS n FROM (
  SELECT kind, n FROM density WHERE width = 24 AND bucket < :at >> 24
  UNION ALL SELECT kind, n FROM density WHERE width = 18 AND bucket >= (:at >> 24) << 6 AND bucket < :at >> 18
  UNION ALL SELECT kind, n FROM density WHERE width = 12 AND bucket >= (:at >> 18) << 6 AND bucket < :at >> 12
  UNION ALL SELECT e.kind, 1 FROM event e WHERE e.gone = 0 AND e.standing <> 'rejected' AND e.sort_date >= (:at >> 12) << 12 AND e.sort_date < :at)
GROUP BY kind;

-- Columns: kind, n
--: all
SELECT kind, sum(n) AS n FROM density WHERE width = 24 GROUP BY kind;

-- Columns: kind, n
--: without
SELECT kind, n FROM density WHERE width = 0;

-- The last before a time, and the first after it. Inputs: at, kind
--: nearest-before
SELECT sort_date FROM event WHERE gone = 0 AND standing <> 'rejected' AND kind = :kind AND sort_date < :at
AND sort_date >= (SELECT max(bucket) << 24 FROM density WHERE width = 24 AND kind = :kind AND n > 0 AND bucket <= (:at - 1) >> 24
  AND (bucket < (:at - 1) >> 24 OR EXISTS (SELECT 1 FROM event e WHERE e.gone = 0 AND e.standing <> 'rejected' AND e.kind = :kind AND e.sort_date >= bucket << 24 AND e.sort_date < :at)))
ORDER BY sort_date DESC LIMIT 1;
--: nearest-after
SELECT sort_date FROM event WHERE gone = 0 AND standing <> 'rejected' AND kind = :kind AND sort_date > :at
AND sort_date < (SELECT (min(bucket) + 1) << 24 FROM density WHERE width = 24 AND kind = :kind AND n > 0 AND bucket >= (:at + 1) >> 24
  AND (bucket > (:at + 1) >> 24 OR EXISTS (SELECT 1 FROM event e WHERE e.gone = 0 AND e.standing <> 'rejected' AND e.kind = :kind AND e.sort_date > :at AND e.sort_date < (bucket + 1) << 24)))
ORDER BY sort_date LIMIT 1;

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
