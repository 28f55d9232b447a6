-- Times. See article.sql.

--: highest
SELECT max(id) FROM time
--: ids
SELECT t.id AS id FROM time t WHERE t.gone = 0
--: count
SELECT count(*) AS n FROM time t WHERE t.gone = 0
--: not-rejected
AND t.standing <> 'rejected'
-- Its words have the words.
--: text
AND t.id IN (SELECT rowid FROM search_time WHERE search_time MATCH :text)
--: article
AND t.article = :article
-- It dates an event that the actor takes part in.
--: actor
AND t.id IN (SELECT e.time FROM participant p JOIN event e ON e.id = p.event WHERE p.actor IN (SELECT :actor UNION ALL SELECT k.id FROM actor k WHERE k.merged = :actor) AND e.gone = 0 AND e.standing <> 'rejected'
             UNION ALL SELECT e.time FROM event e WHERE e.place IN (SELECT :actor UNION ALL SELECT k.id FROM actor k WHERE k.merged = :actor) AND e.gone = 0 AND e.standing <> 'rejected')
--: range
AND t.sort_date < 9223372036854775807 AND t.earliest <= :latest AND t.latest >= :earliest
-- It stands in the content of a claim that rests on unnamed sources.
--: anonymous
AND EXISTS (SELECT 1 FROM claim c JOIN claim_span s ON s.claim = c.id AND s.part = 'content'
            WHERE c.article = t.article AND c.gone = 0 AND c.standing <> 'rejected' AND c.anonymous AND s.start <= t.start AND s.stop >= t.stop)
-- It dates an event that is doubted or denied.
--: doubted
AND EXISTS (SELECT 1 FROM event e WHERE e.time = t.id AND e.gone = 0 AND e.standing <> 'rejected' AND (e.doubted OR e.factuality = 'denied'))
--: undated
AND NOT t.dated
-- It stands in the claim's content.
--: claim
AND EXISTS (SELECT 1 FROM claim c JOIN claim_span s ON s.claim = c.id AND s.part = 'content'
            WHERE c.id = :claim AND c.article = t.article AND s.start <= t.start AND s.stop >= t.stop)
-- It stands in the content of a claim whose source is a document.
--: documents
AND EXISTS (SELECT 1 FROM claim c JOIN claim_span s ON s.claim = c.id AND s.part = 'content'
            WHERE c.article = t.article AND c.gone = 0 AND c.standing <> 'rejected' AND c.source_kind = 'document' AND s.start <= t.start AND s.stop >= t.stop)
-- It dates an event that was known by then; reported, learned in those bounds. See dates.sql.
--: known
AND EXISTS (SELECT 1 FROM event e WHERE e.time = t.id AND e.gone = 0 AND e.standing <> 'rejected' AND {dates/event-known})
--: reported
AND EXISTS (SELECT 1 FROM event e WHERE e.time = t.id AND e.gone = 0 AND e.standing <> 'rejected' AND {dates/event-reported})
--: learned
AND EXISTS (SELECT 1 FROM event e WHERE e.time = t.id AND e.gone = 0 AND e.standing <> 'rejected' AND {dates/event-learned})
--: to-review
AND t.standing = 'suggested'

-- Fields of a search. Inputs: value (for actor and source an FTS5 query), raw (the same as it was typed, in small letters)
--: field-actor
t.id IN (SELECT e.time FROM participant p JOIN event e ON e.id = p.event WHERE p.actor IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value UNION SELECT k.id FROM actor k WHERE k.merged IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value)) AND e.gone = 0 AND e.standing <> 'rejected')
--: field-source
EXISTS (SELECT 1 FROM event e JOIN claim c ON c.id = e.claim WHERE e.time = t.id AND e.gone = 0 AND (c.source_actor IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value UNION SELECT k.id FROM actor k WHERE k.merged IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value))
     OR (instr(lower(c.description), :raw) > 0 AND c.id IN (SELECT rowid FROM search_claim WHERE search_claim MATCH :value))))
--: field-kind
EXISTS (SELECT 1 FROM event e WHERE e.time = t.id AND e.gone = 0 AND e.kind = :value)
--: field-tag
t.id IN (SELECT item FROM remark WHERE sort = 'tag' AND gone = 0 AND key = :value AND kind = 'time')
--: field-status
t.standing = :value
--: field-outlet
t.article IN (SELECT id FROM article WHERE outlet LIKE '%' || :value || '%')

-- What is found by its words, last first, without looking at the rest. Inputs: text
--: hits
SELECT t.id AS id FROM search_time h CROSS JOIN time t ON t.id = h.rowid WHERE h.search_time MATCH :text AND t.gone = 0
-- How many have the words, up to a number. Inputs: text, lim
--: enough
SELECT count(*) FROM (SELECT 1 FROM search_time WHERE search_time MATCH :text LIMIT :lim)
--: by-hit
ORDER BY h.rowid DESC
--: by-id
ORDER BY t.id DESC

--: by-text
ORDER BY t.article DESC, t.start, t.id

--: rows
SELECT t.id AS id, t.gone = 0 AS present, t.standing AS standing, t.article AS article, t.start AS start, t.stop AS stop, t.type AS type,
       t.value AS value, t.mod AS mod, t.edtf AS edtf, t.earliest AS earliest, t.latest AS latest, t.soft_start AS soft_start,
       t.soft_end AS soft_end, t.lasting AS lasting, t.anchor AS anchor, t.anchor_time AS anchor_time, t.chosen AS chosen, t.found AS found
FROM time t WHERE t.id IN (SELECT value FROM json_each(:ids))
