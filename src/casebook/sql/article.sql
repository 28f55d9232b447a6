-- Articles. A list is "ids" (or "count") + a condition for each field set in the filter + an order.
-- Inputs of conditions: text (an FTS5 query), article, actor, earliest, latest. "hits" is in place of "ids" for a search.
-- Rows: the ids (a JSON array) as input; columns as named.

--: highest
SELECT max(id) FROM article
--: ids
SELECT a.id AS id FROM article a WHERE a.gone = 0
--: count
SELECT count(*) AS n FROM article a WHERE a.gone = 0
-- Its title or its text has the words.
--: text
AND a.id IN (SELECT rowid FROM search_article WHERE search_article MATCH :text)
--: article
AND a.id = :article
-- It mentions the actor.
--: actor
AND a.id IN (SELECT article FROM appearance WHERE actor IN (SELECT :actor UNION ALL SELECT k.id FROM actor k WHERE k.merged = :actor) AND gone = 0)
-- It tells of an event, or names a time, in the range.
--: range
AND (EXISTS (SELECT 1 FROM event e WHERE e.article = a.id AND e.gone = 0 AND e.standing <> 'rejected' AND e.dated AND e.earliest <= :latest AND e.latest >= :earliest)
     OR EXISTS (SELECT 1 FROM time t WHERE t.article = a.id AND t.gone = 0 AND t.standing <> 'rejected' AND t.dated AND t.earliest <= :latest AND t.latest >= :earliest))
-- It has a claim that rests on unnamed sources.
--: anonymous
AND EXISTS (SELECT 1 FROM claim c WHERE c.article = a.id AND c.gone = 0 AND c.standing <> 'rejected' AND c.anonymous)
-- It has a claim or an event that is doubted or denied.
--: doubted
AND (EXISTS (SELECT 1 FROM claim c WHERE c.article = a.id AND c.gone = 0 AND c.standing <> 'rejected' AND (c.doubted OR c.certainty IN ('doubtful', 'denied')))
     OR EXISTS (SELECT 1 FROM event e WHERE e.article = a.id AND e.gone = 0 AND e.standing <> 'rejected' AND (e.doubted OR e.factuality = 'denied')))
-- Its publication date is not known.
--: undated
AND a.published IS NULL
-- The claim stands in it.
--: claim
AND a.id = (SELECT article FROM claim WHERE id = :claim)
-- It has a claim whose source is a document.
--: documents
AND EXISTS (SELECT 1 FROM claim c WHERE c.article = a.id AND c.gone = 0 AND c.standing <> 'rejected' AND c.source_kind = 'document')
-- It tells of an event or a claim that was known by then; reported, learned in those bounds. See dates.sql.
--: known
AND ((a.published IS NOT NULL AND substr(a.published || '-99-99', 1, 10) <= date(:known, 'unixepoch')) OR EXISTS (SELECT 1 FROM event e WHERE e.article = a.id AND e.gone = 0 AND e.standing <> 'rejected' AND {dates/event-known})
     OR EXISTS (SELECT 1 FROM claim c WHERE c.article = a.id AND c.gone = 0 AND c.standing <> 'rejected' AND {dates/claim-known}))
--: reported
AND (EXISTS (SELECT 1 FROM event e WHERE e.article = a.id AND e.gone = 0 AND e.standing <> 'rejected' AND {dates/event-reported})
     OR EXISTS (SELECT 1 FROM claim c WHERE c.article = a.id AND c.gone = 0 AND c.standing <> 'rejected' AND {dates/claim-reported}))
--: learned
AND (EXISTS (SELECT 1 FROM event e WHERE e.article = a.id AND e.gone = 0 AND e.standing <> 'rejected' AND {dates/event-learned})
     OR EXISTS (SELECT 1 FROM claim c WHERE c.article = a.id AND c.gone = 0 AND c.standing <> 'rejected' AND {dates/claim-learned}))
-- It has an event or a claim that nobody decided on.
--: to-review
AND (EXISTS (SELECT 1 FROM claim c WHERE c.article = a.id AND c.gone = 0 AND c.standing = 'suggested')
     OR EXISTS (SELECT 1 FROM event e WHERE e.article = a.id AND e.gone = 0 AND e.standing = 'suggested'))

-- Fields of a search. Inputs: value (for actor and source an FTS5 query), raw (the same as it was typed, in small letters)
--: field-actor
a.id IN (SELECT article FROM appearance WHERE gone = 0 AND actor IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value UNION SELECT k.id FROM actor k WHERE k.merged IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value)))
--: field-source
EXISTS (SELECT 1 FROM claim c WHERE c.article = a.id AND c.gone = 0 AND c.standing <> 'rejected' AND (c.source_actor IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value UNION SELECT k.id FROM actor k WHERE k.merged IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value))
     OR (instr(lower(c.description), :raw) > 0 AND c.id IN (SELECT rowid FROM search_claim WHERE search_claim MATCH :value))))
--: field-kind
EXISTS (SELECT 1 FROM claim c WHERE c.article = a.id AND c.gone = 0 AND c.standing <> 'rejected' AND c.source_kind = :value)
     OR EXISTS (SELECT 1 FROM event e WHERE e.article = a.id AND e.gone = 0 AND e.standing <> 'rejected' AND e.kind = :value)
     OR EXISTS (SELECT 1 FROM appearance p JOIN actor k ON k.id = p.actor WHERE p.article = a.id AND p.gone = 0 AND coalesce(k.edits ->> 'kind', k.kind) = :value)
--: field-tag
a.id IN (SELECT item FROM remark WHERE sort = 'tag' AND gone = 0 AND key = :value AND kind = 'article')
--: field-status
EXISTS (SELECT 1 FROM claim c WHERE c.article = a.id AND c.gone = 0 AND c.standing = :value) OR EXISTS (SELECT 1 FROM event e WHERE e.article = a.id AND e.gone = 0 AND e.standing = :value)
--: field-outlet
a.outlet LIKE '%' || :value || '%'

-- What is found by its words, last first, without looking at the rest. Inputs: text
--: hits
SELECT a.id AS id FROM search_article h CROSS JOIN article a ON a.id = h.rowid WHERE h.search_article MATCH :text AND a.gone = 0
-- How many have the words, up to a number. Inputs: text, lim
--: enough
SELECT count(*) FROM (SELECT 1 FROM search_article WHERE search_article MATCH :text LIMIT :lim)
--: by-hit
ORDER BY h.rowid DESC
--: by-id
ORDER BY a.id DESC

--: by-text
ORDER BY a.id DESC
--: by-date
ORDER BY a.published IS NULL, a.published, a.id DESC
--: by-title
ORDER BY a.order_key, a.id DESC

--: rows
SELECT a.id AS id, a.gone = 0 AS present, coalesce(nullif(a.title, ''), a.name) AS title, a.outlet AS outlet, a.byline AS byline,
       a.url AS url, a.published AS published, a.location AS location, a.media_type AS media_type, a.sha256 AS sha256,
       a.bytes AS bytes, a.imported AS imported, a.n_words AS n_words,
       (SELECT count(*) FROM time t WHERE t.article = a.id AND t.gone = 0 AND t.standing <> 'rejected') AS n_times,
       (SELECT count(DISTINCT coalesce(x.merged, x.id)) FROM appearance p JOIN actor x ON x.id = p.actor WHERE p.article = a.id AND p.gone = 0 AND x.standing <> 'rejected') AS n_actors,
       (SELECT count(*) FROM event e WHERE e.article = a.id AND e.gone = 0 AND e.standing <> 'rejected') AS n_events,
       (SELECT count(*) FROM claim c WHERE c.article = a.id AND c.gone = 0 AND c.standing <> 'rejected') AS n_claims
FROM article a WHERE a.id IN (SELECT value FROM json_each(:ids))
