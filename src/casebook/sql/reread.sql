-- An article read once more, with another publication date or with a time that a person changed.

-- Inputs: id
-- Columns: article, start, stop
--: time
SELECT article, start, stop FROM time WHERE id = :id AND gone = 0;

-- Inputs: article, published
--: published
UPDATE article SET published = :published WHERE id = :article;

-- What a person decided on an article's items, or wrote beside them. Inputs: article
-- Columns: kind, id, start, stop (of a claim: from the first of its spans to the end of the last), standing, chosen, edits
--: decided
SELECT 'time' AS kind, t.id AS id, t.start AS start, t.stop AS stop, t.standing AS standing, t.chosen AS chosen, NULL AS edits
FROM time t WHERE t.article = :article AND t.gone = 0 AND
  (t.standing <> 'suggested' OR EXISTS (SELECT 1 FROM remark r WHERE r.kind = 'time' AND r.item = t.id) OR EXISTS (SELECT 1 FROM remark r WHERE r.other_kind = 'time' AND r.other = t.id))
UNION ALL
SELECT 'event', e.id, e.trigger_start, e.trigger_stop, e.standing, e.chosen, e.edits
FROM event e WHERE e.article = :article AND e.gone = 0 AND
  (e.standing <> 'suggested' OR e.edits IS NOT NULL OR EXISTS (SELECT 1 FROM remark r WHERE r.kind = 'event' AND r.item = e.id) OR EXISTS (SELECT 1 FROM remark r WHERE r.other_kind = 'event' AND r.other = e.id))
UNION ALL
SELECT 'claim', c.id, ifnull((SELECT min(start) FROM claim_span WHERE claim = c.id), 0), ifnull((SELECT max(stop) FROM claim_span WHERE claim = c.id), 0), c.standing, c.chosen, c.edits
FROM claim c WHERE c.article = :article AND c.gone = 0 AND
  (c.standing <> 'suggested' OR c.edits IS NOT NULL OR EXISTS (SELECT 1 FROM remark r WHERE r.kind = 'claim' AND r.item = c.id) OR EXISTS (SELECT 1 FROM remark r WHERE r.other_kind = 'claim' AND r.other = c.id))
ORDER BY 1, 2;

-- What was written beside an item, and links that lead to it. Inputs: kind, id
-- Columns: field (of reread/point-…), id
--: remarks
SELECT 'remark' AS field, id FROM remark WHERE kind = :kind AND item = :id
UNION ALL SELECT 'remark-other', id FROM remark WHERE other_kind = :kind AND other = :id;

-- What a person marked as an actor, where no reading found one now. Inputs: article, gone
-- Columns: id
--: marked
SELECT m.id AS id FROM mention m WHERE m.article = :article AND m.made = 1 AND m.gone = :gone
AND NOT EXISTS (SELECT 1 FROM mention n WHERE n.article = m.article AND n.gone = 0 AND n.start = m.start AND n.stop = m.stop) ORDER BY m.id;

-- Inputs: id
--: keep-time
UPDATE time SET gone = 0 WHERE id = :id;
--: keep-event
UPDATE event SET gone = 0 WHERE id = :id;
--: keep-claim
UPDATE claim SET gone = 0 WHERE id = :id;

--: keep-mention
UPDATE mention SET gone = 0 WHERE id = :id;
--: keep-appearance
UPDATE appearance SET gone = 0 WHERE made = :id AND article = (SELECT article FROM mention WHERE id = :id);

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
--: point-remark
UPDATE remark SET item = :target WHERE id = :id;
--: point-remark-other
UPDATE remark SET other = :target WHERE id = :id;
