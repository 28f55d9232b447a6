-- An article read once more, with another publication date or with a time that a person changed.

-- Inputs: id
-- Columns: article, start, stop
--: time
SELECT article, start, stop FROM time WHERE id = :id AND gone = 0;

-- Inputs: article, published
--: published
UPDATE article SET published = :published WHERE id = :article;

-- What a person decided on an article's items. Inputs: article
-- Columns: kind, id, start, stop (of a claim: from the first of its spans to the end of the last), standing, chosen
--: decided
SELECT 'time' AS kind, id, start, stop, standing, chosen FROM time WHERE article = :article AND gone = 0 AND standing <> 'suggested'
UNION ALL
SELECT 'event', id, trigger_start, trigger_stop, standing, chosen FROM event WHERE article = :article AND gone = 0 AND standing <> 'suggested'
UNION ALL
SELECT 'claim', c.id, ifnull((SELECT min(start) FROM claim_span WHERE claim = c.id), 0), ifnull((SELECT max(stop) FROM claim_span WHERE claim = c.id), 0), c.standing, c.chosen
FROM claim c WHERE c.article = :article AND c.gone = 0 AND c.standing <> 'suggested'
ORDER BY 1, 2;

-- Inputs: id
--: keep-time
UPDATE time SET gone = 0 WHERE id = :id;
--: keep-event
UPDATE event SET gone = 0 WHERE id = :id;
--: keep-claim
UPDATE claim SET gone = 0 WHERE id = :id;

-- What kept items refer to that is gone, and what was found in its place. Inputs: article
-- Columns: field (of reread/point-…), id, old, new (nullable)
--: dangling
SELECT 'event-time' AS field, e.id AS id, e.time AS old,
       (SELECT n.id FROM time n WHERE n.article = e.article AND n.gone = 0 AND n.start = t.start AND n.stop = t.stop) AS new
FROM event e JOIN time t ON t.id = e.time WHERE e.article = :article AND e.gone = 0 AND t.gone <> 0
UNION ALL
SELECT 'event-claim', e.id, e.claim,
       coalesce((SELECT min(n.id) FROM claim n WHERE n.article = e.article AND n.gone = 0 AND n.start = c.start AND n.title = c.title),
                (SELECT min(n.id) FROM claim n WHERE n.article = e.article AND n.gone = 0 AND n.start = c.start))
FROM event e JOIN claim c ON c.id = e.claim WHERE e.article = :article AND e.gone = 0 AND c.gone <> 0
UNION ALL
SELECT 'claim-parent', k.id, k.parent,
       coalesce((SELECT min(n.id) FROM claim n WHERE n.article = k.article AND n.gone = 0 AND n.id <> k.id AND n.start = c.start AND n.title = c.title),
                (SELECT min(n.id) FROM claim n WHERE n.article = k.article AND n.gone = 0 AND n.id <> k.id AND n.start = c.start))
FROM claim k JOIN claim c ON c.id = k.parent WHERE k.article = :article AND k.gone = 0 AND c.gone <> 0
UNION ALL
SELECT 'time-anchor', k.id, k.anchor_time, (SELECT n.id FROM time n WHERE n.article = k.article AND n.gone = 0 AND n.start = t.start AND n.stop = t.stop)
FROM time k JOIN time t ON t.id = k.anchor_time WHERE k.article = :article AND k.gone = 0 AND t.gone <> 0;

-- Inputs: id, target (nullable)
--: point-event-time
UPDATE event SET time = :target WHERE id = :id;
--: point-event-claim
UPDATE event SET claim = :target WHERE id = :id;
--: point-claim-parent
UPDATE claim SET parent = :target WHERE id = :id;
--: point-time-anchor
UPDATE time SET anchor_time = :target WHERE id = :id;
