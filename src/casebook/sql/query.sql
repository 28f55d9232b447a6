-- Readings of one article or one item.

-- Inputs: article
-- Columns: text
--: text
SELECT t.text AS text FROM content t WHERE t.article = :article;

-- Inputs: article
-- Columns: original (deflated)
--: original
SELECT original(t.original, a.sha256) AS original FROM content t JOIN article a ON a.id = t.article WHERE t.article = :article AND a.gone = 0;

-- Whether an article is there. Inputs: article
--: has-article
SELECT EXISTS (SELECT 1 FROM article WHERE id = :article AND gone = 0);

-- Columns: made, changed: when the first change was made, and the last
--: times
SELECT ifnull(min(made), 0) AS made, ifnull(max(made), 0) AS changed FROM log;

-- What a person decided on an article's times, where they are found. Inputs: article
-- Columns: start, stop, chosen
--: time-decisions
SELECT coalesce(found_start, start) AS start, coalesce(found_stop, stop) AS stop, chosen FROM time WHERE article = :article AND gone = 0 AND chosen IS NOT NULL ORDER BY start;

-- The item that took the place of one that is gone, as its article was read anew. Inputs: id
-- Columns: id
--: time-now
SELECT n.id AS id FROM time o JOIN time n ON n.article = o.article AND n.gone = 0 AND n.start = o.start AND n.stop = o.stop
WHERE o.id = :id AND o.gone <> 0 LIMIT 1;
--: event-now
SELECT n.id AS id FROM event o JOIN event n ON n.article = o.article AND n.gone = 0 AND n.trigger_start = o.trigger_start AND n.trigger_stop = o.trigger_stop
WHERE o.id = :id AND o.gone <> 0 LIMIT 1;
--: claim-now
SELECT n.id AS id FROM claim o JOIN claim n ON n.article = o.article AND n.gone = 0 AND n.start = o.start AND n.title = o.title
WHERE o.id = :id AND o.gone <> 0 LIMIT 1;

-- The actor that shows one that is merged.
--: actor-now
SELECT merged AS id FROM actor WHERE id = :id AND merged IS NOT NULL;
--: relation-now
SELECT merged AS id FROM relation WHERE id = :id AND merged IS NOT NULL;

-- Actors that are one, the one that is shown first. Inputs: id (of any of them)
-- Columns: id, title, n_mentions
--: merged
SELECT k.id AS id, coalesce(k.chosen, k.title) AS title, (SELECT ifnull(sum(p.n_mentions), 0) FROM appearance p WHERE p.actor = k.id AND p.gone = 0) AS n_mentions
FROM actor x JOIN actor k ON k.id = coalesce(x.merged, x.id) OR k.merged = coalesce(x.merged, x.id) WHERE x.id = :id ORDER BY k.merged IS NOT NULL, k.id;

-- Inputs: id
-- Columns: edits
--: edits-article
SELECT edits FROM article WHERE id = :id;
--: edits-actor
SELECT edits FROM actor WHERE id = :id;
--: edits-event
SELECT edits FROM event WHERE id = :id;
--: edits-claim
SELECT edits FROM claim WHERE id = :id;

-- What a person decided that no later reading of the article found. Inputs: article
-- Columns: what (JSON, with "kept"), by each reading that stands
--: kept
SELECT what FROM log WHERE command IN ('published', 'redate', 'reread') AND undone = 0 AND what ->> 'article' = :article
AND ifnull((SELECT g.undone FROM log g WHERE g.id = log.part_of), 0) = 0 ORDER BY id;

-- Inputs: article
-- Columns: start, stop, kind
--: blocks
SELECT start, stop, kind FROM block WHERE article = :article ORDER BY paragraph;

-- Inputs: article
-- Columns: id, standing, start, stop
--: time-marks
SELECT id, standing, start, stop FROM time WHERE article = :article AND gone = 0;

-- Inputs: article
-- Columns: id (of the actor), standing, start, stop, dashed
--: actor-marks
SELECT x.id AS id, x.standing AS standing, m.start AS start, m.stop AS stop, x.unnamed AS dashed
FROM mention m JOIN actor f ON f.id = m.actor JOIN actor x ON x.id = coalesce(f.merged, f.id) WHERE m.article = :article AND m.gone = 0;

-- Inputs: article
-- Columns: id, standing, start, stop, hollow
--: event-marks
SELECT id, standing, trigger_start AS start, trigger_stop AS stop, voice IN ('hypothetical', 'denied') AS hollow
FROM event WHERE article = :article AND gone = 0;

-- Inputs: article
-- Columns: id, standing, parent, level, dashed
--: claims
SELECT id, standing, parent, level, source_kind = 'anonymous' AS dashed
FROM claim WHERE article = :article AND gone = 0;

-- Inputs: article
-- Columns: id (of the claim), part, start, stop
--: claim-marks
SELECT s.claim AS id, s.part AS part, s.start AS start, s.stop AS stop
FROM claim c JOIN claim_span s ON s.claim = c.id WHERE c.article = :article AND c.gone = 0;

-- What an item rests on, in the order of the text. Inputs: id, lim
-- Columns: article, start, stop, event and claim (that it tells of and stands in, or null)
--: evidence-article
SELECT id AS article, 0 AS start, 0 AS stop, NULL AS event, NULL AS claim FROM article WHERE id = :id AND gone = 0 LIMIT :lim;
--: evidence-time
SELECT article, start, stop, NULL AS event, NULL AS claim FROM time WHERE id = :id AND gone = 0 LIMIT :lim;
-- With the mention's own id.
--: evidence-actor
SELECT m.article AS article, m.start AS start, m.stop AS stop, NULL AS event, NULL AS claim, m.id AS mention
FROM (SELECT DISTINCT article FROM appearance WHERE actor IN (SELECT :id UNION ALL SELECT k.id FROM actor k WHERE k.merged = :id) AND gone = 0 ORDER BY article LIMIT :lim) p
CROSS JOIN mention m ON m.article = p.article AND m.gone = 0 WHERE m.actor IN (SELECT :id UNION ALL SELECT k.id FROM actor k WHERE k.merged = :id) ORDER BY m.article, m.start LIMIT :lim;
--: evidence-event
SELECT article, trigger_start AS start, trigger_stop AS stop, id AS event, claim FROM event WHERE id = :id AND gone = 0 LIMIT :lim;
--: evidence-claim
SELECT c.article AS article, s.start AS start, s.stop AS stop, NULL AS event, c.id AS claim FROM claim c JOIN claim_span s ON s.claim = c.id
WHERE c.id = :id AND c.gone = 0 AND (s.part = 'content' OR NOT EXISTS (SELECT 1 FROM claim_span k WHERE k.claim = c.id AND k.part = 'content'))
ORDER BY s.start LIMIT :lim;
-- Of a relation with the evidence's own id, and who says so (null: the author): source, source_kind
--: evidence-relation
SELECT v.article AS article, v.start AS start, v.stop AS stop, v.event AS event, coalesce(v.claim, e.claim) AS claim, v.id AS evidence,
       coalesce(x.chosen, x.title, c.description) AS source, c.source_kind AS source_kind
FROM evidence v LEFT JOIN event e ON e.id = v.event LEFT JOIN claim c ON c.id = coalesce(v.claim, e.claim)
LEFT JOIN actor f ON f.id = c.source_actor LEFT JOIN actor x ON x.id = coalesce(f.merged, f.id)
WHERE v.relation IN (SELECT :id UNION ALL SELECT k.id FROM relation k WHERE k.merged = :id) AND v.gone = 0 ORDER BY v.article, v.start LIMIT :lim;

-- The article and the sentence that a place in a text belongs to: the last that begins there or before.
-- Inputs: article, start
-- Columns: title, outlet, start, stop, paragraph
--: sentence
SELECT coalesce(nullif(a.title, ''), a.name) AS title, a.outlet AS outlet, s.start AS start, s.stop AS stop, s.paragraph AS paragraph
FROM article a LEFT JOIN sentence s ON s.article = a.id AND s.start = (SELECT max(k.start) FROM sentence k WHERE k.article = a.id AND k.start <= :start)
WHERE a.id = :article;

-- How an article came here. Inputs: article
-- Columns: provenance (JSON; none in what older versions imported)
--: provenance
SELECT c.provenance AS provenance FROM content c JOIN article a ON a.id = c.article WHERE c.article = :article AND a.gone = 0;

-- What the texts are like.
-- Columns: id, shape
--: shapes
SELECT id, shape FROM article WHERE gone = 0 AND shape IS NOT NULL ORDER BY id;
