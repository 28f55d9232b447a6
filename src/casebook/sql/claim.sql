-- Claims. See article.sql.

--: highest
SELECT max(id) FROM claim
--: ids
SELECT c.id AS id FROM claim c WHERE c.gone = 0
-- The same in sections, which are known by a key. Two who are not named are never one, but for what other articles say of it.
--: ids-by-source
SELECT c.id AS id, {claim/source-key} AS section FROM claim c WHERE c.gone = 0
--: ids-by-origin
SELECT c.id AS id, {claim/origin-key} AS section FROM claim c WHERE c.gone = 0
--: ids-by-article
SELECT c.id AS id, c.article AS section FROM claim c WHERE c.gone = 0
--: source-key
coalesce((SELECT 'actor ' || coalesce(f.merged, f.id) FROM actor f WHERE f.id = c.source_actor),
         iif(c.description IS NULL, c.source_kind, 'in ' || c.article || ' ' || lower(c.description)))
--: origin-key
coalesce((SELECT iif(o.value ->> 'actor' IS NULL, 'story ' || s.id || ' ' || o.key, 'actor ' || (o.value ->> 'actor'))
          FROM telling t JOIN story s ON s.id = t.story AND s.n_articles > 1 JOIN json_each(s.what, '$.steps') p ON p.value ->> 'telling' = t.id
          JOIN json_each(s.what, '$.origins') o ON o.key = ifnull(p.value ->> 'origin', 0) WHERE t.claim = c.id LIMIT 1), {claim/source-key})
--: count
SELECT count(*) AS n FROM claim c WHERE c.gone = 0
--: not-rejected
AND c.standing <> 'rejected'
-- Its title, its content or what describes its source has the words.
--: text
AND c.id IN (SELECT rowid FROM search_claim WHERE search_claim MATCH :text)
--: article
AND c.article = :article
-- The actor is its source, or is mentioned in its content.
--: actor
AND (c.source_actor IN (SELECT :actor UNION ALL SELECT k.id FROM actor k WHERE k.merged = :actor) OR c.id IN (SELECT s.claim FROM appearance p CROSS JOIN mention m ON m.article = p.article AND m.gone = 0 AND m.actor = p.actor
     CROSS JOIN claim k ON k.article = m.article CROSS JOIN claim_span s ON s.claim = k.id AND s.part = 'content'
     WHERE p.actor IN (SELECT :actor UNION ALL SELECT k.id FROM actor k WHERE k.merged = :actor) AND p.gone = 0 AND k.gone = 0 AND s.start <= m.start AND s.stop >= m.stop))
-- It tells of an event in the range, or a time in its content is.
--: range
AND (EXISTS (SELECT 1 FROM event e WHERE e.claim = c.id AND e.gone = 0 AND e.standing <> 'rejected' AND e.dated AND e.earliest <= :latest AND e.latest >= :earliest)
     OR EXISTS (SELECT 1 FROM claim_span s JOIN time t ON t.article = c.article AND t.gone = 0 AND t.start >= s.start AND t.stop <= s.stop
                WHERE s.claim = c.id AND s.part = 'content' AND t.standing <> 'rejected' AND t.dated AND t.earliest <= :latest AND t.latest >= :earliest))
-- Somebody unnamed stands in its chain.
--: anonymous
AND c.anonymous
--: doubted
AND (c.doubted OR c.certainty IN ('doubtful', 'denied'))
-- It tells of no event that has a date, and no time in its content has one.
--: undated
AND NOT EXISTS (SELECT 1 FROM event e WHERE e.claim = c.id AND e.gone = 0 AND e.standing <> 'rejected' AND e.dated)
AND NOT EXISTS (SELECT 1 FROM claim_span s JOIN time t ON t.article = c.article AND t.gone = 0 AND t.start >= s.start AND t.stop <= s.stop
                WHERE s.claim = c.id AND s.part = 'content' AND t.standing <> 'rejected' AND t.dated)
-- It is made inside the content of that claim.
--: claim
AND c.parent = :claim
--: documents
AND c.source_kind = 'document'
-- It does not fit something else, or is said not to.
--: in-conflict
AND c.id IN (SELECT t.claim FROM conflict k JOIN telling t ON t.id = k.a UNION ALL SELECT t.claim FROM conflict k JOIN telling t ON t.id = k.b)
-- Known by then; reported, learned in those bounds. See dates.sql.
--: known
AND {dates/claim-known}
--: reported
AND {dates/claim-reported}
--: learned
AND {dates/claim-learned}
--: to-review
AND c.standing = 'suggested'

-- Fields of a search. Inputs: value (for actor and source an FTS5 query), raw (the same as it was typed, in small letters)
--: field-actor
c.source_actor IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value UNION SELECT k.id FROM actor k WHERE k.merged IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value))
     OR c.id IN (SELECT s.claim FROM appearance p CROSS JOIN mention m ON m.article = p.article AND m.gone = 0 AND m.actor = p.actor
                 CROSS JOIN claim k ON k.article = m.article CROSS JOIN claim_span s ON s.claim = k.id AND s.part = 'content'
                 WHERE p.actor IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value UNION SELECT n.id FROM actor n WHERE n.merged IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value)) AND p.gone = 0 AND k.gone = 0 AND s.start <= m.start AND s.stop >= m.stop)
--: field-source
(c.source_actor IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value UNION SELECT k.id FROM actor k WHERE k.merged IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value))
     OR (instr(lower(c.description), :raw) > 0 AND c.id IN (SELECT rowid FROM search_claim WHERE search_claim MATCH :value)))
--: field-kind
c.source_kind = :value
--: field-tag
c.id IN (SELECT item FROM remark WHERE sort = 'tag' AND gone = 0 AND key = :value AND kind = 'claim')
--: field-status
c.standing = :value
--: field-outlet
c.article IN (SELECT id FROM article WHERE outlet LIKE '%' || :value || '%')

-- What is found by its words, last first, without looking at the rest. Inputs: text
--: hits
SELECT c.id AS id FROM search_claim h CROSS JOIN claim c ON c.id = h.rowid WHERE h.search_claim MATCH :text AND c.gone = 0
-- How many have the words, up to a number. Inputs: text, lim
--: enough
SELECT count(*) FROM (SELECT 1 FROM search_claim WHERE search_claim MATCH :text LIMIT :lim)
--: by-hit
ORDER BY h.rowid DESC
--: by-id
ORDER BY c.id DESC

--: by-text
ORDER BY c.article DESC, c.start, c.id
-- Earliest event first.
--: by-date
ORDER BY c.sort_date, c.article DESC, c.start, c.id
--: by-reported
ORDER BY {dates/claim-first-reported}, c.article DESC, c.start, c.id
--: by-learned
ORDER BY {dates/claim-first-learned}, c.article DESC, c.start, c.id
--: by-sourcing
ORDER BY c.level, c.article DESC, c.start, c.id

-- Sections, the one with the weakest claim first, of those the longest; in it the weakest first.
--: by-source
ORDER BY min(c.level) OVER (PARTITION BY {claim/source-key}), count(*) OVER (PARTITION BY {claim/source-key}) DESC, section, c.level, c.article DESC, c.start, c.id
--: by-origin
ORDER BY min(c.level) OVER (PARTITION BY {claim/origin-key}), count(*) OVER (PARTITION BY {claim/origin-key}) DESC, section, c.level, c.article DESC, c.start, c.id
--: by-article
ORDER BY min(c.level) OVER (PARTITION BY c.article), count(*) OVER (PARTITION BY c.article) DESC, c.article DESC, c.level, c.start, c.id

--: rows
SELECT c.id AS id, c.gone = 0 AS present, c.standing AS standing, coalesce(c.chosen, c.title) AS title, c.title AS found, c.article AS article,
       coalesce(nullif(a.title, ''), a.name) AS article_title, a.outlet AS article_outlet, c.source_kind AS source_kind,
       c.several AS several, coalesce(f.merged, f.id) AS source_actor, coalesce(x.chosen, x.title, c.description) AS source_name,
       c.description AS description, c.parent AS parent, c.mode AS mode, c.certainty AS certainty, c.doubted AS doubted, c.level AS level
FROM claim c JOIN article a ON a.id = c.article LEFT JOIN actor f ON f.id = c.source_actor LEFT JOIN actor x ON x.id = coalesce(f.merged, f.id) WHERE c.id IN (SELECT value FROM json_each(:ids))

-- Inputs: ids (a JSON array)
-- Columns: owner, part, start, stop
--: spans
SELECT s.claim AS owner, s.part AS part, s.start AS start, s.stop AS stop FROM claim_span s
WHERE s.claim IN (SELECT value FROM json_each(:ids)) ORDER BY s.claim, s.part, s.start
