-- Actors. See article.sql.

--: highest
SELECT max(id) FROM actor
-- Inputs: id
--: is-rejected
SELECT standing = 'rejected' OR n_articles = 0 FROM actor WHERE id = :id
--: ids
SELECT x.id AS id FROM actor x WHERE x.n_articles > 0
--: count
SELECT count(*) AS n FROM actor x WHERE x.n_articles > 0
--: not-rejected
AND x.standing <> 'rejected'
-- One of its names has the words.
--: text
AND x.id IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :text)
-- The article mentions it.
--: article
AND x.id IN (SELECT coalesce(k.merged, k.id) FROM appearance p JOIN actor k ON k.id = p.actor WHERE p.article = :article AND p.gone = 0)
-- It is the actor, or has a relation with it.
--: actor
AND x.id IN (SELECT :actor UNION ALL SELECT r.to_actor FROM relation r WHERE r.from_actor = :actor AND r.n_evidence > 0 AND r.standing <> 'rejected'
             UNION ALL SELECT r.from_actor FROM relation r WHERE r.to_actor = :actor AND r.n_evidence > 0 AND r.standing <> 'rejected')
-- It takes part in an event in the range.
--: range
AND x.id IN (SELECT coalesce(k.merged, k.id) FROM event e CROSS JOIN participant p ON p.event = e.id CROSS JOIN actor k ON k.id = p.actor
             WHERE e.gone = 0 AND e.standing <> 'rejected' AND e.dated AND e.earliest <= :latest AND e.latest >= :earliest
             UNION ALL SELECT coalesce(k.merged, k.id) FROM event e CROSS JOIN actor k ON k.id = e.place WHERE e.gone = 0 AND e.standing <> 'rejected' AND e.dated AND e.earliest <= :latest AND e.latest >= :earliest)
-- The same, to be asked of a few.
--: range-each
AND EXISTS (SELECT 1 FROM participant p JOIN event e ON e.id = p.event WHERE p.actor IN (SELECT x.id UNION ALL SELECT k.id FROM actor k WHERE k.merged = x.id)
            AND e.gone = 0 AND e.standing <> 'rejected' AND e.dated AND e.earliest <= :latest AND e.latest >= :earliest
            UNION ALL SELECT 1 FROM event e WHERE e.place IN (SELECT x.id UNION ALL SELECT k.id FROM actor k WHERE k.merged = x.id)
            AND e.gone = 0 AND e.standing <> 'rejected' AND e.dated AND e.earliest <= :latest AND e.latest >= :earliest)
-- It is unnamed itself, or takes part in an event told by a claim that rests on unnamed sources.
--: anonymous
AND (x.unnamed OR EXISTS (SELECT 1 FROM participant p JOIN event e ON e.id = p.event JOIN claim c ON c.id = e.claim
                          WHERE p.actor IN (SELECT x.id UNION ALL SELECT k.id FROM actor k WHERE k.merged = x.id) AND e.gone = 0 AND e.standing <> 'rejected' AND c.anonymous))
-- It takes part in an event that is doubted or denied, or is the source of such a claim.
--: doubted
AND (EXISTS (SELECT 1 FROM participant p JOIN event e ON e.id = p.event
             WHERE p.actor IN (SELECT x.id UNION ALL SELECT k.id FROM actor k WHERE k.merged = x.id) AND e.gone = 0 AND e.standing <> 'rejected' AND (e.doubted OR e.factuality = 'denied'))
     OR EXISTS (SELECT 1 FROM claim c WHERE c.source_actor IN (SELECT x.id UNION ALL SELECT k.id FROM actor k WHERE k.merged = x.id) AND c.gone = 0 AND c.standing <> 'rejected' AND (c.doubted OR c.certainty IN ('doubtful', 'denied'))))
-- It takes part in an event that has no date.
--: undated
AND EXISTS (SELECT 1 FROM participant p JOIN event e ON e.id = p.event WHERE p.actor IN (SELECT x.id UNION ALL SELECT k.id FROM actor k WHERE k.merged = x.id) AND e.gone = 0 AND e.standing <> 'rejected' AND NOT e.dated)
-- It takes part in an event that the claim tells of.
--: claim
AND EXISTS (SELECT 1 FROM participant p JOIN event e ON e.id = p.event WHERE p.actor IN (SELECT x.id UNION ALL SELECT k.id FROM actor k WHERE k.merged = x.id) AND e.claim = :claim AND e.gone = 0 AND e.standing <> 'rejected')
-- It takes part in an event told by a document.
--: documents
AND EXISTS (SELECT 1 FROM participant p JOIN event e ON e.id = p.event JOIN claim c ON c.id = e.claim
            WHERE p.actor IN (SELECT x.id UNION ALL SELECT k.id FROM actor k WHERE k.merged = x.id) AND e.gone = 0 AND e.standing <> 'rejected' AND c.source_kind = 'document')
-- It takes part in an event that was known by then; reported, learned in those bounds. See dates.sql.
--: known
AND EXISTS (SELECT 1 FROM participant p JOIN event e ON e.id = p.event WHERE p.actor IN (SELECT x.id UNION ALL SELECT k.id FROM actor k WHERE k.merged = x.id) AND e.gone = 0 AND e.standing <> 'rejected' AND {dates/event-known})
--: reported
AND EXISTS (SELECT 1 FROM participant p JOIN event e ON e.id = p.event WHERE p.actor IN (SELECT x.id UNION ALL SELECT k.id FROM actor k WHERE k.merged = x.id) AND e.gone = 0 AND e.standing <> 'rejected' AND {dates/event-reported})
--: learned
AND EXISTS (SELECT 1 FROM participant p JOIN event e ON e.id = p.event WHERE p.actor IN (SELECT x.id UNION ALL SELECT k.id FROM actor k WHERE k.merged = x.id) AND e.gone = 0 AND e.standing <> 'rejected' AND {dates/event-learned})
--: to-review
AND x.standing = 'suggested'

-- Fields of a search. Inputs: value (for actor and source an FTS5 query), raw (the same as it was typed, in small letters)
--: field-actor
x.id IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value UNION SELECT k.id FROM actor k WHERE k.merged IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value))
--: field-source
x.id IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value UNION SELECT k.id FROM actor k WHERE k.merged IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value)) AND EXISTS (SELECT 1 FROM claim c WHERE c.source_actor IN (SELECT x.id UNION ALL SELECT k.id FROM actor k WHERE k.merged = x.id) AND c.gone = 0 AND c.standing <> 'rejected')
--: field-kind
coalesce(x.edits ->> 'kind', x.kind) = :value OR (:value = 'anonymous' AND x.unnamed)
--: field-tag
x.id IN (SELECT item FROM remark WHERE sort = 'tag' AND gone = 0 AND key = :value AND kind = 'actor')
--: field-status
x.standing = :value
--: field-outlet
x.id IN (SELECT coalesce(k.merged, k.id) FROM article a JOIN appearance p ON p.article = a.id AND p.gone = 0 JOIN actor k ON k.id = p.actor WHERE a.outlet LIKE '%' || :value || '%')

-- What is found by its words, last first, without looking at the rest. Inputs: text
--: hits
SELECT x.id AS id FROM search_actor h CROSS JOIN actor x ON x.id = h.rowid WHERE h.search_actor MATCH :text AND x.n_articles > 0
-- How many have the words, up to a number. Inputs: text, lim
--: enough
SELECT count(*) FROM (SELECT 1 FROM search_actor WHERE search_actor MATCH :text LIMIT :lim)
--: by-hit
ORDER BY h.rowid DESC
--: by-id
ORDER BY x.id DESC

--: by-text
ORDER BY x.id
--: by-title
ORDER BY x.order_key, x.id
--: by-strength
ORDER BY x.n_mentions DESC, x.id

--: rows
SELECT x.id AS id, x.n_articles > 0 AS present, x.standing AS standing, coalesce(x.chosen, x.title) AS title, x.title AS found, x.chosen AS chosen, coalesce(x.edits ->> 'kind', x.kind) AS kind,
       x.unnamed AS unnamed, x.n_mentions AS n_mentions, x.n_articles AS n_articles
FROM actor x WHERE x.id IN (SELECT value FROM json_each(:ids))

-- Names of an actor, and of those that are one with it. Inputs: ids (a JSON array)
-- Columns: owner, name
--: aliases
SELECT owner, name FROM (
  SELECT l.actor AS owner, l.name AS name, l.id AS place FROM alias l WHERE l.actor IN (SELECT value FROM json_each(:ids)) AND l.gone = 0
  UNION ALL SELECT k.merged, l.name, l.id FROM actor k JOIN alias l ON l.actor = k.id WHERE k.merged IN (SELECT value FROM json_each(:ids)) AND l.gone = 0
  UNION ALL SELECT k.merged, coalesce(k.chosen, k.title), 0 FROM actor k WHERE k.merged IN (SELECT value FROM json_each(:ids)))
GROUP BY owner, name ORDER BY owner, min(place)
