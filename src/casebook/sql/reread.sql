-- An article read once more, with another publication date or with a time that a person changed.

-- Inputs: id
-- Columns: article, start, stop (where it is found)
--: time
SELECT article, coalesce(found_start, start) AS start, coalesce(found_stop, stop) AS stop FROM time WHERE id = :id AND gone = 0;

-- Inputs: article, published
--: published
UPDATE article SET published = :published WHERE id = :article;

-- What a person decided on an article's items, or wrote beside them. Inputs: article
-- Columns: kind, id, start, stop (where it was found; of a claim: from the first of its spans to the end of the last), own_start,
-- own_stop (where it stands), standing, chosen, edits
--: decided
SELECT 'time' AS kind, t.id AS id, coalesce(t.found_start, t.start) AS start, coalesce(t.found_stop, t.stop) AS stop, t.start AS own_start, t.stop AS own_stop, t.standing AS standing, t.chosen AS chosen, NULL AS edits
FROM time t WHERE t.article = :article AND t.gone = 0 AND
  (t.standing <> 'suggested' OR t.found_start IS NOT NULL OR EXISTS (SELECT 1 FROM remark r WHERE r.kind = 'time' AND r.item = t.id) OR EXISTS (SELECT 1 FROM remark r WHERE r.other_kind = 'time' AND r.other = t.id))
UNION ALL
SELECT 'event', e.id, coalesce(e.found_start, e.trigger_start), coalesce(e.found_stop, e.trigger_stop), e.trigger_start, e.trigger_stop, e.standing, e.chosen, e.edits
FROM event e WHERE e.article = :article AND e.gone = 0 AND
  (e.standing <> 'suggested' OR e.edits IS NOT NULL OR e.found_start IS NOT NULL OR EXISTS (SELECT 1 FROM remark r WHERE r.kind = 'event' AND r.item = e.id) OR EXISTS (SELECT 1 FROM remark r WHERE r.other_kind = 'event' AND r.other = e.id))
UNION ALL
SELECT 'claim', c.id, ifnull((SELECT min(coalesce(found_start, start)) FROM claim_span WHERE claim = c.id), 0), ifnull((SELECT max(coalesce(found_stop, stop)) FROM claim_span WHERE claim = c.id), 0),
       ifnull((SELECT min(start) FROM claim_span WHERE claim = c.id), 0), ifnull((SELECT max(stop) FROM claim_span WHERE claim = c.id), 0), c.standing, c.chosen, c.edits
FROM claim c WHERE c.article = :article AND c.gone = 0 AND
  (c.standing <> 'suggested' OR c.edits IS NOT NULL OR EXISTS (SELECT 1 FROM claim_span s WHERE s.claim = c.id AND s.found_start IS NOT NULL) OR EXISTS (SELECT 1 FROM remark r WHERE r.kind = 'claim' AND r.item = c.id) OR EXISTS (SELECT 1 FROM remark r WHERE r.other_kind = 'claim' AND r.other = c.id))
ORDER BY 1, 2;

-- What was written beside an item, and links that lead to it. Inputs: kind, id
-- Columns: field (of reread/point-…), id
--: remarks
SELECT 'remark' AS field, id FROM remark WHERE kind = :kind AND item = :id
UNION ALL SELECT 'remark-other', id FROM remark WHERE other_kind = :kind AND other = :id;

-- Mentions that a person marked, moved or gave to another actor: they stay as they are. Inputs: article, gone
-- Columns: id, made, actor, start, stop, found_actor, found_start, found_stop
--: marked
SELECT id, made, actor, start, stop, coalesce(found_actor, actor) AS found_actor, coalesce(found_start, start) AS found_start, coalesce(found_stop, stop) AS found_stop
FROM mention WHERE article = :article AND gone = :gone AND (made = 1 OR found_start IS NOT NULL) ORDER BY id;
-- What was found now in the place of one, the very same first: half of the words of both are common.
-- Inputs: article, start, stop (where it was found), own_start, own_stop (where it stands)
-- Columns: id, actor
--: in-place
SELECT id, actor FROM mention n WHERE article = :article AND gone = 0 AND made = 0 AND found_start IS NULL AND start < max(:stop, :own_stop) AND stop > min(:start, :own_start)
AND (2 * (min(stop, :stop) - max(start, :start)) >= max(stop, :stop) - min(start, :start) OR 2 * (min(stop, :own_stop) - max(start, :own_start)) >= max(stop, :own_stop) - min(start, :own_start))
ORDER BY start = :start AND stop = :stop DESC, start = :own_start AND stop = :own_stop DESC, id LIMIT 1;
-- It never was, as no command has told of it yet. Inputs: id
--: drop-mention
DELETE FROM mention WHERE id = :id;
-- An actor is mentioned in an article so many times more, or less; so that it may be there, or be there no more. Inputs: article, actor, more
--: appear-more
UPDATE appearance SET n_mentions = n_mentions + :more WHERE article = :article AND actor = :actor AND gone = 0 AND made = 0;
--: appear
INSERT INTO appearance (actor, article, n_mentions) SELECT :actor, :article, :more
WHERE :more > 0 AND NOT EXISTS (SELECT 1 FROM appearance WHERE article = :article AND actor = :actor AND gone = 0 AND made = 0);
--: disappear
DELETE FROM appearance WHERE article = :article AND actor = :actor AND gone = 0 AND made = 0 AND n_mentions = 0 AND :more < 0;

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

-- Sentences that a person found a relation to rest on: they stay. Inputs: article, gone
-- Columns: id
--: made-evidence
SELECT id FROM evidence WHERE article = :article AND gone = :gone AND made = 1 ORDER BY id;
--: keep-evidence
UPDATE evidence SET gone = 0 WHERE id = :id;
-- What was found again of such a one is not taken. Inputs: id (of what stays)
--: drop-evidence
DELETE FROM evidence WHERE id IN (SELECT n.id FROM evidence v JOIN relation r ON r.id = v.relation JOIN evidence n ON n.article = v.article AND n.gone = 0 AND n.made = 0 JOIN relation k ON k.id = n.relation
  WHERE v.id = :id AND coalesce(k.merged, k.id) = coalesce(r.merged, r.id) AND n.start < v.stop AND n.stop > v.start);

-- A sentence that a person took from what a relation rests on is not found again: it is gone as it was. Inputs: article
--: discarded
UPDATE evidence SET gone = d.gone
FROM (SELECT v.gone AS gone, v.start AS start, v.stop AS stop, coalesce(r.merged, r.id) AS root
      FROM evidence v JOIN log l ON l.id = v.gone AND l.command = 'discard' JOIN relation r ON r.id = v.relation
      WHERE v.article = :article AND l.undone = 0 AND ifnull((SELECT g.undone FROM log g WHERE g.id = l.part_of), 0) = 0) d, relation k
WHERE evidence.article = :article AND evidence.gone = 0 AND evidence.made = 0 AND k.id = evidence.relation AND coalesce(k.merged, k.id) = d.root
AND evidence.start < d.stop AND evidence.stop > d.start;

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
SELECT 'evidence-claim', v.id, v.claim,
       coalesce((SELECT min(n.id) FROM claim n WHERE n.article = v.article AND n.gone = 0 AND n.start = c.start AND n.title = c.title),
                (SELECT min(n.id) FROM claim n WHERE n.article = v.article AND n.gone = 0 AND n.start = c.start))
FROM evidence v JOIN claim c ON c.id = v.claim WHERE v.article = :article AND v.gone = 0 AND v.made = 1 AND c.gone <> 0
UNION ALL
SELECT 'time-anchor', k.id, k.anchor_time, (SELECT n.id FROM time n WHERE n.article = k.article AND n.gone = 0 AND n.start = t.start AND n.stop = t.stop)
FROM time k JOIN time t ON t.id = k.anchor_time WHERE k.article = :article AND k.gone = 0 AND t.gone <> 0;

-- Inputs: id, target (nullable)
--: point-event-time
UPDATE event SET time = :target WHERE id = :id;
--: point-event-claim
UPDATE event SET claim = :target WHERE id = :id;
--: point-evidence-claim
UPDATE evidence SET claim = :target WHERE id = :id;
--: point-claim-parent
UPDATE claim SET parent = :target WHERE id = :id;
--: point-time-anchor
UPDATE time SET anchor_time = :target WHERE id = :id;
--: point-remark
UPDATE remark SET item = :target WHERE id = :id;
--: point-remark-other
UPDATE remark SET other = :target WHERE id = :id;
