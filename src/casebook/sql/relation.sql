-- Relations. See article.sql. One with a rejected actor at an end counts as rejected.

--: highest
SELECT max(id) FROM relation
--: ids
SELECT r.id AS id FROM relation r WHERE r.n_evidence > 0
--: count
SELECT count(*) AS n FROM relation r WHERE r.n_evidence > 0
-- The relations from or to an actor, at least so strong. Inputs: of, least; then lim
-- Columns: id, other (actor), n
--: ties-from
SELECT r.id AS id, r.to_actor AS other, r.n_evidence AS n FROM relation r WHERE r.from_actor = :of AND r.n_evidence >= :least
--: ties-to
SELECT r.id AS id, r.from_actor AS other, r.n_evidence AS n FROM relation r WHERE r.to_actor = :of AND r.n_evidence >= :least
--: strongest
ORDER BY r.n_evidence DESC LIMIT :lim
--: strongest-not-rejected
AND r.standing <> 'rejected' ORDER BY r.n_evidence DESC LIMIT :lim
--: not-rejected
AND r.standing <> 'rejected' AND NOT EXISTS (SELECT 1 FROM actor x WHERE x.id IN (r.from_actor, r.to_actor) AND x.standing = 'rejected')
-- Its words, with the names of both actors, have the words.
--: text
AND r.id IN (SELECT rowid FROM search_relation WHERE search_relation MATCH :text)
-- The article has evidence of it.
--: article
AND r.id IN (SELECT coalesce(k.merged, k.id) FROM evidence v JOIN relation k ON k.id = v.relation WHERE v.article = :article AND v.gone = 0)
--: actor
AND (r.from_actor = :actor OR r.to_actor = :actor)
-- An event in the range is evidence of it.
--: range
AND EXISTS (SELECT 1 FROM evidence v JOIN event e ON e.id = v.event WHERE v.relation IN (SELECT r.id UNION ALL SELECT k.id FROM relation k WHERE k.merged = r.id) AND v.gone = 0 AND e.gone = 0 AND e.standing <> 'rejected' AND e.dated AND e.earliest <= :latest AND e.latest >= :earliest)
-- Some of its evidence rests on unnamed sources.
--: anonymous
AND EXISTS (SELECT 1 FROM evidence v LEFT JOIN event e ON e.id = v.event JOIN claim c ON c.id = coalesce(v.claim, e.claim) WHERE v.relation IN (SELECT r.id UNION ALL SELECT k.id FROM relation k WHERE k.merged = r.id) AND v.gone = 0 AND c.anonymous)
-- Some of its evidence is doubted or denied.
--: doubted
AND (EXISTS (SELECT 1 FROM evidence v JOIN event e ON e.id = v.event WHERE v.relation IN (SELECT r.id UNION ALL SELECT k.id FROM relation k WHERE k.merged = r.id) AND v.gone = 0 AND (e.doubted OR e.factuality = 'denied'))
     OR EXISTS (SELECT 1 FROM evidence v JOIN claim c ON c.id = v.claim WHERE v.relation IN (SELECT r.id UNION ALL SELECT k.id FROM relation k WHERE k.merged = r.id) AND v.gone = 0 AND (c.doubted OR c.certainty IN ('doubtful', 'denied'))))
-- None of its evidence has a date.
--: undated
AND NOT EXISTS (SELECT 1 FROM evidence v JOIN event e ON e.id = v.event WHERE v.relation IN (SELECT r.id UNION ALL SELECT k.id FROM relation k WHERE k.merged = r.id) AND v.gone = 0 AND e.gone = 0 AND e.dated)
-- Some of its evidence stands in the claim.
--: claim
AND EXISTS (SELECT 1 FROM evidence v LEFT JOIN event e ON e.id = v.event WHERE v.relation IN (SELECT r.id UNION ALL SELECT k.id FROM relation k WHERE k.merged = r.id) AND v.gone = 0 AND coalesce(v.claim, e.claim) = :claim)
-- Some of its evidence rests on a document.
--: documents
AND EXISTS (SELECT 1 FROM evidence v LEFT JOIN event e ON e.id = v.event JOIN claim c ON c.id = coalesce(v.claim, e.claim) WHERE v.relation IN (SELECT r.id UNION ALL SELECT k.id FROM relation k WHERE k.merged = r.id) AND v.gone = 0 AND c.source_kind = 'document')
-- Some of its evidence was known by then; reported, learned in those bounds. See dates.sql.
--: known
AND (EXISTS (SELECT 1 FROM evidence v JOIN event e ON e.id = v.event WHERE v.relation IN (SELECT r.id UNION ALL SELECT k.id FROM relation k WHERE k.merged = r.id) AND v.gone = 0 AND e.gone = 0 AND {dates/event-known})
     OR EXISTS (SELECT 1 FROM evidence v JOIN claim c ON c.id = v.claim WHERE v.relation IN (SELECT r.id UNION ALL SELECT k.id FROM relation k WHERE k.merged = r.id) AND v.gone = 0 AND c.gone = 0 AND {dates/claim-known}))
--: reported
AND (EXISTS (SELECT 1 FROM evidence v JOIN event e ON e.id = v.event WHERE v.relation IN (SELECT r.id UNION ALL SELECT k.id FROM relation k WHERE k.merged = r.id) AND v.gone = 0 AND e.gone = 0 AND {dates/event-reported})
     OR EXISTS (SELECT 1 FROM evidence v JOIN claim c ON c.id = v.claim WHERE v.relation IN (SELECT r.id UNION ALL SELECT k.id FROM relation k WHERE k.merged = r.id) AND v.gone = 0 AND c.gone = 0 AND {dates/claim-reported}))
--: learned
AND (EXISTS (SELECT 1 FROM evidence v JOIN event e ON e.id = v.event WHERE v.relation IN (SELECT r.id UNION ALL SELECT k.id FROM relation k WHERE k.merged = r.id) AND v.gone = 0 AND e.gone = 0 AND {dates/event-learned})
     OR EXISTS (SELECT 1 FROM evidence v JOIN claim c ON c.id = v.claim WHERE v.relation IN (SELECT r.id UNION ALL SELECT k.id FROM relation k WHERE k.merged = r.id) AND v.gone = 0 AND c.gone = 0 AND {dates/claim-learned}))
--: to-review
AND r.standing = 'suggested'

-- Fields of a search. Inputs: value (for actor and source an FTS5 query), raw (the same as it was typed, in small letters)
--: field-actor
r.from_actor IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value UNION SELECT k.id FROM actor k WHERE k.merged IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value))
     OR r.to_actor IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value UNION SELECT k.id FROM actor k WHERE k.merged IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value))
--: field-source
EXISTS (SELECT 1 FROM evidence v LEFT JOIN event e ON e.id = v.event JOIN claim c ON c.id = coalesce(v.claim, e.claim) WHERE v.relation = r.id AND v.gone = 0 AND (c.source_actor IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value UNION SELECT k.id FROM actor k WHERE k.merged IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value))
     OR (instr(lower(c.description), :raw) > 0 AND c.id IN (SELECT rowid FROM search_claim WHERE search_claim MATCH :value))))
--: field-kind
EXISTS (SELECT 1 FROM actor k WHERE k.id IN (r.from_actor, r.to_actor) AND coalesce(k.edits ->> 'kind', k.kind) = :value)
--: field-tag
r.id IN (SELECT item FROM remark WHERE sort = 'tag' AND gone = 0 AND key = :value AND kind = 'relation')
--: field-status
r.standing = :value
--: field-outlet
EXISTS (SELECT 1 FROM evidence v JOIN article a ON a.id = v.article WHERE v.relation = r.id AND v.gone = 0 AND a.outlet LIKE '%' || :value || '%')

-- What is found by its words, last first, without looking at the rest. Inputs: text
--: hits
SELECT r.id AS id FROM search_relation h CROSS JOIN relation r ON r.id = h.rowid WHERE h.search_relation MATCH :text AND r.n_evidence > 0
-- How many have the words, up to a number. Inputs: text, lim
--: enough
SELECT count(*) FROM (SELECT 1 FROM search_relation WHERE search_relation MATCH :text LIMIT :lim)
--: by-hit
ORDER BY h.rowid DESC
--: by-id
ORDER BY r.id DESC

--: by-text
ORDER BY r.id
--: by-strength
ORDER BY r.n_evidence DESC, r.id

--: rows
SELECT r.id AS id, r.n_evidence > 0 AS present, r.standing AS standing, r.from_actor AS subject, coalesce(s.chosen, s.title) AS subject_name, r.type AS type, r.label AS label,
       r.to_actor AS object, coalesce(o.chosen, o.title) AS object_name, r.n_evidence AS n_evidence,
       (SELECT v.column1 FROM (VALUES ('said'), ('claimed'), ('hypothetical'), ('denied')) v
        WHERE EXISTS (SELECT 1 FROM evidence w WHERE w.relation = r.id AND w.gone = 0 AND w.voice = v.column1)
        OR EXISTS (SELECT 1 FROM relation k JOIN evidence w ON w.relation = k.id WHERE k.merged = r.id AND w.gone = 0 AND w.voice = v.column1) LIMIT 1) AS voice
FROM relation r JOIN actor s ON s.id = r.from_actor JOIN actor o ON o.id = r.to_actor WHERE r.id IN (SELECT value FROM json_each(:ids))
