-- Tags, notes and links.

-- Whether there is such an item, and its title. Inputs: id
-- Columns: title
--: item-article
SELECT coalesce(nullif(title, ''), name) AS title FROM article WHERE id = :id AND gone = 0;
--: item-time
SELECT substr(c.text, t.start + 1, t.stop - t.start) AS title FROM time t JOIN content c ON c.article = t.article WHERE t.id = :id AND t.gone = 0;
--: item-actor
SELECT coalesce(chosen, title) AS title FROM actor WHERE id = :id AND n_articles > 0;
--: item-event
SELECT coalesce(chosen, title) AS title FROM event WHERE id = :id AND gone = 0;
--: item-claim
SELECT coalesce(chosen, title) AS title FROM claim WHERE id = :id AND gone = 0;
--: item-relation
SELECT s.title || ' ' || r.label || ' ' || o.title AS title FROM relation r JOIN actor s ON s.id = r.from_actor JOIN actor o ON o.id = r.to_actor
WHERE r.id = :id AND r.n_evidence > 0;

-- Whether an item bears a tag. Inputs: kind, id, key
--: has-tag
SELECT EXISTS (SELECT 1 FROM remark WHERE sort = 'tag' AND gone = 0 AND key = :key AND kind = :kind AND item = :id);

-- Characters of an article's text. Inputs: id
--: chars
SELECT length(text) FROM content WHERE article = :id;

-- Inputs: sort, kind, item, text, key, type, other_kind, other, entry
-- Columns: id
--: add
INSERT INTO remark (sort, kind, item, text, key, type, other_kind, other, entry)
VALUES (:sort, :kind, :item, :text, :key, :type, :other_kind, :other, :entry) RETURNING id;

-- Inputs: id
-- Columns: sort, text, kind, item
--: get
SELECT sort, text, kind, item FROM remark WHERE id = :id AND gone = 0;

-- Inputs: id, gone
--: move
UPDATE remark SET gone = :gone WHERE id = :id;

-- Inputs: id, text, key (nullable)
--: reword
UPDATE remark SET text = :text, key = :key WHERE id = :id;

-- What is written beside an item, with the links that lead to it. Inputs: kind, id
-- Columns: id, sort, kind, item, text, type, other_kind, other, made (µs since 1970), who; of a note on words of an
-- article, as its command says: start, stop (else NULL), quote
--: of-item
SELECT r.id AS id, r.sort AS sort, r.kind AS kind, r.item AS item, r.text AS text, r.type AS type, r.other_kind AS other_kind, r.other AS other, l.made AS made, l.who AS who,
  l.what ->> 'start' AS start, l.what ->> 'stop' AS stop,
  (SELECT substr(c.text, (l.what ->> 'start') + 1, (l.what ->> 'stop') - (l.what ->> 'start')) FROM content c WHERE c.article = r.item AND r.kind = 'article' AND l.what ->> 'stop' IS NOT NULL) AS quote
FROM remark r JOIN log l ON l.id = r.entry WHERE r.kind = :kind AND r.item = :id AND r.gone = 0
UNION ALL
SELECT r.id, r.sort, r.kind, r.item, r.text, r.type, r.other_kind, r.other, l.made, l.who, NULL, NULL, NULL
FROM remark r JOIN log l ON l.id = r.entry WHERE r.other_kind = :kind AND r.other = :id AND r.gone = 0
ORDER BY 1;

-- The notes on an article and on what stands in it. Inputs: article
-- Columns: as of-item
--: notes-in
SELECT r.id AS id, r.sort AS sort, r.kind AS kind, r.item AS item, r.text AS text, r.type AS type, r.other_kind AS other_kind, r.other AS other, l.made AS made, l.who AS who,
  l.what ->> 'start' AS start, l.what ->> 'stop' AS stop,
  (SELECT substr(c.text, (l.what ->> 'start') + 1, (l.what ->> 'stop') - (l.what ->> 'start')) FROM content c WHERE c.article = r.item AND r.kind = 'article' AND l.what ->> 'stop' IS NOT NULL) AS quote
FROM remark r JOIN log l ON l.id = r.entry
WHERE r.sort = 'note' AND r.gone = 0
AND (r.kind = 'article' AND r.item = :article
  OR r.kind = 'time' AND EXISTS (SELECT 1 FROM time t WHERE t.id = r.item AND t.article = :article AND t.gone = 0)
  OR r.kind = 'event' AND EXISTS (SELECT 1 FROM event e WHERE e.id = r.item AND e.article = :article AND e.gone = 0)
  OR r.kind = 'claim' AND EXISTS (SELECT 1 FROM claim c WHERE c.id = r.item AND c.article = :article AND c.gone = 0)
  OR r.kind = 'actor' AND EXISTS (SELECT 1 FROM appearance a WHERE a.actor = r.item AND a.article = :article AND a.gone = 0))
ORDER BY r.id;

-- Actors of whom it is disputed whether they are one; of merged ones, those they are in. Columns: one, other
--: disputed-identities
SELECT DISTINCT coalesce(a.merged, a.id) AS one, coalesce(b.merged, b.id) AS other
FROM remark r JOIN actor a ON a.id = r.item JOIN actor b ON b.id = r.other
WHERE r.sort = 'link' AND r.type = 'maybe-same-as' AND r.gone = 0 AND r.kind = 'actor' AND r.other_kind = 'actor'
AND coalesce(a.merged, a.id) <> coalesce(b.merged, b.id) ORDER BY 1, 2;

-- All tags. Columns: text, n (of items)
--: tags
SELECT min(text) AS text, count(*) AS n FROM remark WHERE sort = 'tag' AND gone = 0 GROUP BY key ORDER BY sort_key(min(text));
