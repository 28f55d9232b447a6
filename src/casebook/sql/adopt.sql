-- What is taken over from a colleague's casebook, and where that is here. Items are told by the SHA-256 of their article's
-- original, by where they stand in its text, and by what they are called.

-- Columns: article, sha256, title, outlet, byline, url, published, language, location, media_type, text, original, provenance
--: articles
SELECT a.id AS article, a.sha256 AS sha256, a.title AS title, a.outlet AS outlet, a.byline AS byline, a.url AS url, a.published AS published,
       a.language AS language, a.location AS location, a.media_type AS media_type, c.text AS text, original(c.original, a.sha256) AS original, c.provenance AS provenance
FROM article a JOIN content c ON c.article = a.id WHERE a.gone = 0 ORDER BY a.id;

-- What was found in an article, by each reading of it that stands, the last first. Inputs: article
-- Columns: payload
--: payloads
SELECT l.payload AS payload FROM log l WHERE l.command IN ('import', 'published', 'reread') AND l.payload IS NOT NULL AND l.undone = 0
AND l.what ->> 'article' = :article AND ifnull((SELECT g.undone FROM log g WHERE g.id = l.part_of), 0) = 0 ORDER BY l.id DESC;

-- What a person put into a text. Inputs: article
-- Columns: kind, id, start, stop, title, sort (of a claim's source, of an actor), value (date, description)
--: added
SELECT 'event' AS kind, e.id AS id, e.trigger_start AS start, e.trigger_stop AS stop, e.title AS title, NULL AS sort, e.edits ->> 'when' AS value
FROM log l JOIN event e ON e.id = l.what ->> 'id' WHERE l.command = 'add-event' AND l.what ->> 'article' = :article AND e.gone = 0
UNION ALL
SELECT 'claim', c.id, s.start, s.stop, c.title, c.source_kind, c.description
FROM log l JOIN claim c ON c.id = l.what ->> 'id' JOIN claim_span s ON s.claim = c.id AND s.part = 'content'
WHERE l.command = 'add-claim' AND l.what ->> 'article' = :article AND c.gone = 0
UNION ALL
SELECT 'time', t.id, t.start, t.stop, l.what ->> 'title', NULL, t.edtf
FROM log l JOIN time t ON t.id = l.what ->> 'id' WHERE l.command = 'add-time' AND l.what ->> 'article' = :article AND t.gone = 0
UNION ALL
SELECT 'actor', x.id, m.start, m.stop, x.title, x.kind, NULL
FROM log l JOIN mention m ON m.id = l.what ->> 'mention' JOIN actor x ON x.id = m.actor WHERE l.command = 'add-actor' AND l.what ->> 'article' = :article AND m.gone = 0;

-- Where an item was found, wherever a person moved its mark: inputs: id
-- Columns: sha256, start, stop, key
--: where-article
SELECT a.sha256 AS sha256, 0 AS start, 0 AS stop, '' AS key FROM article a WHERE a.id = :id AND a.gone = 0;
--: where-time
SELECT a.sha256 AS sha256, coalesce(t.found_start, t.start) AS start, coalesce(t.found_stop, t.stop) AS stop, '' AS key FROM time t JOIN article a ON a.id = t.article WHERE t.id = :id AND t.gone = 0;
--: where-event
SELECT a.sha256 AS sha256, coalesce(e.found_start, e.trigger_start) AS start, coalesce(e.found_stop, e.trigger_stop) AS stop, e.title AS key FROM event e JOIN article a ON a.id = e.article WHERE e.id = :id AND e.gone = 0;
--: where-claim
SELECT sha256, start, start AS stop, key FROM (SELECT a.sha256 AS sha256, coalesce((SELECT min(coalesce(found_start, start)) FROM claim_span WHERE claim = c.id), c.start) AS start, c.title AS key
  FROM claim c JOIN article a ON a.id = c.article WHERE c.id = :id AND c.gone = 0);
--: where-actor
SELECT a.sha256 AS sha256, coalesce(m.found_start, m.start) AS start, coalesce(m.found_stop, m.stop) AS stop, x.key AS key 
FROM actor x JOIN appearance p ON p.actor = x.id AND p.gone = 0 CROSS JOIN mention m ON m.article = p.article AND m.gone = 0 AND m.actor = x.id JOIN article a ON a.id = m.article
WHERE x.id = :id ORDER BY p.article, m.start LIMIT 1;

-- Where it was found itself, and not made by what a person gave it.
--: where-own
SELECT a.sha256 AS sha256, coalesce(m.found_start, m.start) AS start, coalesce(m.found_stop, m.stop) AS stop, x.key AS key
FROM actor x JOIN appearance p ON p.actor = x.id AND p.gone = 0 CROSS JOIN mention m ON m.article = p.article AND m.gone = 0 AND m.actor = x.id AND ifnull(m.found_actor, x.id) = x.id
JOIN article a ON a.id = m.article WHERE x.id = :id ORDER BY p.article, m.start LIMIT 1;

-- What stands there here. Inputs: sha256, start, stop, key
-- Columns: id
--: find-article
SELECT id FROM article WHERE sha256 = :sha256 AND gone = 0 AND :start = 0 AND :stop = 0 AND :key = '';
--: find-time
SELECT t.id AS id FROM article a JOIN time t ON t.article = a.id WHERE a.sha256 = :sha256 AND t.gone = 0 AND coalesce(t.found_start, t.start) = :start AND coalesce(t.found_stop, t.stop) = :stop AND :key = '' LIMIT 1;
--: find-event
SELECT e.id AS id FROM article a JOIN event e ON e.article = a.id WHERE a.sha256 = :sha256 AND e.gone = 0 AND coalesce(e.found_start, e.trigger_start) = :start AND coalesce(e.found_stop, e.trigger_stop) = :stop
ORDER BY e.title = :key DESC, e.id LIMIT 1;
--: find-claim
SELECT c.id AS id FROM article a JOIN claim c ON c.article = a.id WHERE a.sha256 = :sha256 AND c.gone = 0 AND coalesce((SELECT min(coalesce(found_start, start)) FROM claim_span WHERE claim = c.id), c.start) = :start AND c.title = :key AND :stop = :start LIMIT 1;
--: find-actor
SELECT coalesce(x.merged, x.id) AS id FROM article a JOIN mention m ON m.article = a.id JOIN actor x ON x.id = m.actor
WHERE a.sha256 = :sha256 AND m.gone = 0 AND coalesce(m.found_start, m.start) = :start AND coalesce(m.found_stop, m.stop) = :stop ORDER BY x.key = :key DESC, m.id LIMIT 1;

-- Whether a person decided on an item. Inputs: id
--: is-decided-article
SELECT edits IS NOT NULL FROM article WHERE id = :id;
--: is-decided-time
SELECT standing <> 'suggested' FROM time WHERE id = :id;
--: is-decided-actor
SELECT standing <> 'suggested' FROM actor WHERE id = :id;
--: is-decided-event
SELECT standing <> 'suggested' FROM event WHERE id = :id;
--: is-decided-claim
SELECT standing <> 'suggested' FROM claim WHERE id = :id;

-- Whether something is written beside an item already. Inputs: sort, kind, item, text, other (nullable)
--: has-remark
SELECT EXISTS (SELECT 1 FROM remark WHERE sort = :sort AND kind = :kind AND item = :item AND gone = 0 AND text = :text AND other IS :other);

-- What a person decided. Of a merged actor, its own.
-- Columns: kind, id, standing, chosen, edits
--: decided
SELECT 'article' AS kind, id, 'suggested' AS standing, NULL AS chosen, edits FROM article WHERE gone = 0 AND edits IS NOT NULL
UNION ALL SELECT 'time', id, standing, NULL, NULL FROM time WHERE gone = 0 AND standing IN ('confirmed', 'rejected')
UNION ALL SELECT 'actor', id, standing, chosen, edits FROM actor WHERE n_articles > 0 AND (standing <> 'suggested' OR edits IS NOT NULL)
UNION ALL SELECT 'event', id, standing, chosen, edits FROM event WHERE gone = 0 AND (standing <> 'suggested' OR edits IS NOT NULL)
UNION ALL SELECT 'claim', id, standing, chosen, edits FROM claim WHERE gone = 0 AND (standing <> 'suggested' OR edits IS NOT NULL);

-- Marks that a person moved.
-- Columns: kind, id, article, part, was_start, was_stop (where it was found), start, stop
--: moved
SELECT 'time' AS kind, id, article, 'whole' AS part, found_start AS was_start, found_stop AS was_stop, start, stop FROM time WHERE gone = 0 AND found_start IS NOT NULL
UNION ALL SELECT 'event', id, article, 'whole', found_start, found_stop, trigger_start, trigger_stop FROM event WHERE gone = 0 AND found_start IS NOT NULL
UNION ALL SELECT 'actor', actor, article, 'whole', found_start, found_stop, start, stop FROM mention WHERE gone = 0 AND found_actor = actor
UNION ALL SELECT 'claim', c.id, c.article, s.part, s.found_start, s.found_stop, s.start, s.stop FROM claim c JOIN claim_span s ON s.claim = c.id WHERE c.gone = 0 AND s.found_start IS NOT NULL;

-- Mentions that a person gave to another actor, those that went from one to one other together. What was found by merged
-- actors is told by the one it was found by.
-- Columns: found_actor, actor, title (of that), sha256, start, stop, key (of found_actor)
--: split
SELECT m.found_actor AS found_actor, m.actor AS actor, coalesce(x.chosen, x.title) AS title,
       a.sha256 AS sha256, m.found_start AS start, m.found_stop AS stop, f.key AS key
FROM mention m JOIN actor x ON x.id = m.actor JOIN actor f ON f.id = m.found_actor JOIN article a ON a.id = m.article
WHERE m.gone = 0 AND m.found_actor <> m.actor AND a.gone = 0 ORDER BY m.actor, m.found_actor, m.article, m.start;

-- The mention that was found there, and whether a person gave it to another actor here. Inputs: sha256, start, stop, key (of whom it was found)
-- Columns: id, actor (whose it is now), is_split
--: find-mention
SELECT m.id AS id, coalesce(x.merged, x.id) AS actor, ifnull(m.found_actor <> m.actor, 0) AS is_split
FROM article a JOIN mention m ON m.article = a.id JOIN actor x ON x.id = m.actor JOIN actor f ON f.id = coalesce(m.found_actor, m.actor)
WHERE a.sha256 = :sha256 AND a.gone = 0 AND m.gone = 0 AND coalesce(m.found_start, m.start) = :start AND coalesce(m.found_stop, m.stop) = :stop AND f.key = :key ORDER BY m.id LIMIT 1;

-- Sentences that a person found a relation in.
-- Columns: sha256, start, stop, subject, type, label, object
--: related
SELECT a.sha256 AS sha256, v.start AS start, v.stop AS stop, r.from_actor AS subject, r.type AS type, r.label AS label, r.to_actor AS object
FROM evidence v JOIN relation r ON r.id = v.relation JOIN article a ON a.id = v.article WHERE v.made = 1 AND v.gone = 0 AND a.gone = 0 ORDER BY v.id;

-- Whether a person found it there here too. Inputs: article, start, stop, subject, type, label, object
--: has-relation
SELECT EXISTS (SELECT 1 FROM evidence v JOIN relation r ON r.id = v.relation WHERE v.article = :article AND v.start = :start AND v.stop = :stop AND v.made = 1 AND v.gone = 0
AND r.from_actor = :subject AND r.type = :type AND r.label = :label AND r.to_actor = :object);

-- Columns: sort, kind, item, text, type, other_kind, other, who; of a note on words of an article: start, stop
--: remarks
SELECT r.sort AS sort, r.kind AS kind, r.item AS item, r.text AS text, r.type AS type, r.other_kind AS other_kind, r.other AS other, l.who AS who,
  l.what ->> 'start' AS start, l.what ->> 'stop' AS stop
FROM remark r JOIN log l ON l.id = r.entry WHERE r.gone = 0 ORDER BY r.id;

-- Actors found to be one there.
-- Columns: id, into
--: merged
SELECT id, merged AS into_actor FROM actor WHERE merged IS NOT NULL ORDER BY id;
