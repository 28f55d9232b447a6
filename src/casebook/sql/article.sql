-- Articles. A list is "ids" (or "count") + a condition for each field set in the filter + an order.
-- Inputs of conditions: text (an FTS5 query), article, actor, earliest, latest.
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
AND a.id IN (SELECT article FROM appearance WHERE actor IN (SELECT k.id FROM actor k WHERE k.id = :actor OR k.merged = :actor) AND gone = 0)
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
-- It has an event or a claim that nobody decided on.
--: to-review
AND (EXISTS (SELECT 1 FROM claim c WHERE c.article = a.id AND c.gone = 0 AND c.standing = 'suggested')
     OR EXISTS (SELECT 1 FROM event e WHERE e.article = a.id AND e.gone = 0 AND e.standing = 'suggested'))

--: by-text
ORDER BY a.id DESC
--: by-date
ORDER BY a.published IS NULL, a.published, a.id DESC
--: by-title
ORDER BY sort_key(coalesce(nullif(a.title, ''), a.name)), a.id DESC

--: rows
SELECT a.id AS id, a.gone = 0 AS present, coalesce(nullif(a.title, ''), a.name) AS title, a.outlet AS outlet, a.byline AS byline,
       a.url AS url, a.published AS published, a.location AS location, a.media_type AS media_type, a.sha256 AS sha256,
       a.bytes AS bytes, a.imported AS imported, a.n_words AS n_words,
       (SELECT count(*) FROM time t WHERE t.article = a.id AND t.gone = 0 AND t.standing <> 'rejected') AS n_times,
       (SELECT count(DISTINCT coalesce(x.merged, x.id)) FROM appearance p JOIN actor x ON x.id = p.actor WHERE p.article = a.id AND p.gone = 0 AND x.standing <> 'rejected') AS n_actors,
       (SELECT count(*) FROM event e WHERE e.article = a.id AND e.gone = 0 AND e.standing <> 'rejected') AS n_events,
       (SELECT count(*) FROM claim c WHERE c.article = a.id AND c.gone = 0 AND c.standing <> 'rejected') AS n_claims
FROM article a WHERE a.id IN (SELECT value FROM json_each(:ids))
