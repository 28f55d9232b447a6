-- Where what was found stands: the range of a text to show a piece of. Inputs: ids (a JSON array)
-- Columns: id, article, start, stop

--: article
SELECT id, id AS article, 0 AS start, 4294967295 AS stop FROM article WHERE id IN (SELECT value FROM json_each(:ids));
--: time
SELECT t.id AS id, t.article AS article, ifnull(s.start, t.start) AS start, max(ifnull(s.stop, t.stop), t.stop) AS stop
FROM time t LEFT JOIN sentence s ON s.article = t.article AND s.start = (SELECT max(k.start) FROM sentence k WHERE k.article = t.article AND k.start <= t.start)
WHERE t.id IN (SELECT value FROM json_each(:ids));
--: event
SELECT id, article, start, stop FROM event WHERE id IN (SELECT value FROM json_each(:ids));
--: claim
SELECT c.id AS id, c.article AS article, ifnull(min(s.start), 0) AS start, ifnull(max(s.stop), 0) AS stop
FROM claim c LEFT JOIN claim_span s ON s.claim = c.id WHERE c.id IN (SELECT value FROM json_each(:ids)) GROUP BY c.id;
--: actor
SELECT x.id AS id, m.article AS article, ifnull(s.start, m.start) AS start, max(ifnull(s.stop, m.stop), m.stop) AS stop
FROM actor x JOIN mention m ON m.id = (SELECT n.id FROM mention n WHERE n.article = (SELECT p.article FROM appearance p WHERE p.actor = x.id AND p.gone = 0 AND p.n_mentions > 0 ORDER BY p.article LIMIT 1)
                                    AND n.gone = 0 AND n.actor = x.id ORDER BY n.start LIMIT 1)
LEFT JOIN sentence s ON s.article = m.article AND s.start = (SELECT max(k.start) FROM sentence k WHERE k.article = m.article AND k.start <= m.start)
WHERE x.id IN (SELECT value FROM json_each(:ids));
--: relation
SELECT r.id AS id, v.article AS article, v.start AS start, v.stop AS stop
FROM relation r JOIN evidence v ON v.id = (SELECT n.id FROM evidence n WHERE n.relation = r.id AND n.gone = 0 ORDER BY n.article, n.start LIMIT 1)
WHERE r.id IN (SELECT value FROM json_each(:ids));
