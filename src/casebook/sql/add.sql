-- What a person adds to what was found in an article.

-- The article, its length in code points, and the sentence that a place stands in. Inputs: article, start
-- Columns: title, chars, start, stop
--: place
SELECT coalesce(nullif(a.title, ''), a.name) AS title, length(c.text) AS chars, s.start AS start, s.stop AS stop
FROM article a JOIN content c ON c.article = a.id
LEFT JOIN sentence s ON s.article = a.id AND s.start = (SELECT max(k.start) FROM sentence k WHERE k.article = a.id AND k.start <= :start)
WHERE a.id = :article AND a.gone = 0;

-- Inputs: article, title, trigger_start, trigger_stop, start, stop
-- Columns: id
--: event
INSERT INTO event (article, standing, title, chosen, trigger_start, trigger_stop, start, stop, kind, earliest, latest, soft_start, soft_end, lasting, factuality, doubted, voice)
VALUES (:article, 'changed', :title, :title, :trigger_start, :trigger_stop, :start, :stop, 'occurred', -9223372036854775808, 9223372036854775807, 0, 0, 0, 'asserted', 0, 'said') RETURNING id;

-- Inputs: article, title, start, source_kind, description (nullable)
-- Columns: id
--: claim
INSERT INTO claim (article, standing, title, chosen, start, source_kind, several, description, mode, certainty, doubted, level, anonymous)
VALUES (:article, 'changed', :title, :title, :start, :source_kind, 0, :description, 'indirect', 'unstated', 0, sourcing_level(:source_kind, 0), :source_kind = 'anonymous') RETURNING id;

-- Inputs: article, start, stop, edtf, earliest, latest, soft_start, soft_end, lasting
-- Columns: id
--: time
INSERT INTO time (article, standing, start, stop, type, value, edtf, earliest, latest, soft_start, soft_end, lasting, anchor)
VALUES (:article, 'changed', :start, :stop, 'date', :edtf, :edtf, :earliest, :latest, :soft_start, :soft_end, :lasting, 'none') RETURNING id;

-- Inputs: article, actor, start, stop
-- Columns: id
--: mention
INSERT INTO mention (actor, article, start, stop, form, made) VALUES (:actor, :article, :start, :stop, 'name', 1) RETURNING id;

-- Inputs: article, actor, made (the mention)
--: appearance
INSERT INTO appearance (actor, article, n_mentions, made) VALUES (:actor, :article, 1, :made);

-- The innermost claim that holds a place. Inputs: article, start, stop
-- Columns: id, voice (of what is told there)
--: claim-around
SELECT c.id AS id, iif(c.source_kind = 'author', 'said', 'claimed') AS voice FROM claim c JOIN claim_span s ON s.claim = c.id AND s.part = 'content'
WHERE c.article = :article AND c.gone = 0 AND c.standing <> 'rejected' AND s.start <= :start AND s.stop >= :stop ORDER BY s.stop - s.start, c.id LIMIT 1;

-- Inputs: relation, article, start, stop, gone, claim (nullable), voice
-- Columns: id
--: evidence
INSERT INTO evidence (relation, article, start, stop, gone, claim, voice, made) VALUES (:relation, :article, :start, :stop, :gone, :claim, :voice, 1) RETURNING id;

-- Inputs: id, gone
--: move-event
UPDATE event SET gone = :gone WHERE id = :id;
--: move-claim
UPDATE claim SET gone = :gone WHERE id = :id;
--: move-time
UPDATE time SET gone = :gone WHERE id = :id;
--: move-mention
UPDATE mention SET gone = :gone WHERE id = :id;
--: move-appearance
UPDATE appearance SET gone = :gone WHERE made = :id AND article = (SELECT article FROM mention WHERE id = :id);
