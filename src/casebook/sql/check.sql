-- Whether a casebook is whole.

-- Columns: integrity_check
--: integrity
PRAGMA integrity_check(20);

-- Columns: table, rowid, parent, fkid
--: references
PRAGMA foreign_key_check;

-- Columns: id, name, sha256, original (deflated)
--: articles
SELECT a.id AS id, a.name AS name, a.sha256 AS sha256, original(t.original, a.sha256) AS original FROM article a LEFT JOIN content t ON t.article = a.id ORDER BY a.id;

-- Columns: id, what (JSON), payload (deflated, nullable)
--: log
SELECT id, what, payload FROM log ORDER BY id;

-- How far the spans of an article reach, and how many are the wrong way round. Inputs: article
-- Columns: reach, reversed
--: spans
SELECT ifnull(max(stop), 0) AS reach, ifnull(sum(start > stop OR start < 0), 0) AS reversed FROM (
  SELECT start, stop FROM block WHERE article = :article
  UNION ALL SELECT start, stop FROM sentence WHERE article = :article
  UNION ALL SELECT start, stop FROM time WHERE article = :article
  UNION ALL SELECT start, stop FROM mention WHERE article = :article
  UNION ALL SELECT start, stop FROM evidence WHERE article = :article
  UNION ALL SELECT start, stop FROM event WHERE article = :article
  UNION ALL SELECT trigger_start, trigger_stop FROM event WHERE article = :article
  UNION ALL SELECT p.start, p.stop FROM event e JOIN participant p ON p.event = e.id WHERE e.article = :article
  UNION ALL SELECT s.start, s.stop FROM claim c JOIN claim_span s ON s.claim = c.id WHERE c.article = :article);

-- Actors whose counts are not what their articles, and those of all that are one with them, add up to.
-- Columns: n
--: actor-counts
SELECT count(*) AS n FROM actor x
LEFT JOIN (SELECT coalesce(k.merged, k.id) AS root, count(DISTINCT p.article) AS n FROM appearance p JOIN actor k ON k.id = p.actor WHERE p.gone = 0 GROUP BY 1) a ON a.root = x.id
LEFT JOIN (SELECT coalesce(k.merged, k.id) AS root, count(*) AS n FROM mention m JOIN actor k ON k.id = m.actor WHERE m.gone = 0 GROUP BY 1) m ON m.root = x.id
WHERE x.n_articles <> ifnull(a.n, 0) OR x.n_mentions <> ifnull(m.n, 0);

-- Columns: n
--: relation-counts
SELECT count(*) AS n FROM relation r
LEFT JOIN (SELECT coalesce(k.merged, k.id) AS root, count(*) AS n FROM evidence v JOIN relation k ON k.id = v.relation
           WHERE v.gone = 0 AND (k.from_actor <> k.to_actor OR k.subject = k.object) GROUP BY 1) v ON v.root = r.id
WHERE r.n_evidence <> ifnull(v.n, 0);

-- Actors and relations that are merged into one that is merged itself, or shown between others than their actors.
-- Columns: n
--: merged
SELECT (SELECT count(*) FROM actor x JOIN actor k ON k.id = x.merged WHERE k.merged IS NOT NULL) +
       (SELECT count(*) FROM relation r JOIN actor s ON s.id = r.subject JOIN actor o ON o.id = r.object
        WHERE r.from_actor <> coalesce(s.merged, s.id) OR r.to_actor <> coalesce(o.merged, o.id)) AS n;

-- Claims that are not sorted by where the first event begins that they tell of.
-- Columns: n
--: claim-dates
SELECT count(*) AS n FROM claim c WHERE c.sort_date <> (SELECT ifnull(min(e.sort_date), 9223372036854775807) FROM event e WHERE e.claim = c.id AND e.gone = 0 AND e.standing <> 'rejected');

-- Buckets of the timeline that are not counted right.
-- Columns: n
--: density
SELECT count(*) AS n FROM (
  SELECT lanes, key, width, bucket, n FROM density WHERE n <> 0
  EXCEPT
  SELECT lanes, key, width, bucket, n FROM density_all);
