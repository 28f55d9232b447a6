-- Whether a casebook is whole.

-- Columns: integrity_check
--: integrity
PRAGMA integrity_check(20);

-- Columns: table, rowid, parent, fkid
--: references
PRAGMA foreign_key_check;

-- Columns: id, name, sha256, original (deflated)
--: articles
SELECT a.id AS id, a.name AS name, a.sha256 AS sha256, t.original AS original FROM article a LEFT JOIN content t ON t.article = a.id ORDER BY a.id;

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

-- Actors whose counts are not what their articles add up to.
-- Columns: n
--: actor-counts
SELECT count(*) AS n FROM actor x
WHERE x.n_articles <> (SELECT count(*) FROM appearance p WHERE p.actor = x.id AND p.gone = 0)
   OR x.n_mentions <> (SELECT count(*) FROM mention m WHERE m.actor = x.id AND m.gone = 0);

-- Columns: n
--: relation-counts
SELECT count(*) AS n FROM relation r WHERE r.n_evidence <> (SELECT count(*) FROM evidence v WHERE v.relation = r.id AND v.gone = 0);
