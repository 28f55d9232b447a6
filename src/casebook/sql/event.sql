-- Events. See article.sql.

--: highest
SELECT max(id) FROM event
--: ids
SELECT e.id AS id FROM event e WHERE e.gone = 0
--: count
SELECT count(*) AS n FROM event e WHERE e.gone = 0
-- By what it is in its lane of the timeline; '' for none. The actor is who acts, else the first who takes part.
-- Inputs: lanes
--: lane
CASE :lanes
  WHEN 'kind' THEN e.kind
  WHEN 'source' THEN ifnull((SELECT c.source_kind FROM claim c WHERE c.id = e.claim), 'author')
  WHEN 'outlet' THEN ifnull((SELECT title_key(a.outlet) FROM article a WHERE a.id = e.article), '')
  WHEN 'article' THEN CAST(e.article AS TEXT)
  WHEN 'actor' THEN ifnull((SELECT CAST(x.id AS TEXT) FROM participant p JOIN actor f ON f.id = p.actor JOIN actor x ON x.id = coalesce(f.merged, f.id)
        WHERE p.event = e.id AND x.standing <> 'rejected' ORDER BY p.role <> 'agent', p.place LIMIT 1), '')
  ELSE ifnull((SELECT m.key FROM remark m WHERE m.kind = 'event' AND m.item = e.id AND m.gone = 0 AND m.sort = 'tag' ORDER BY m.key LIMIT 1), '') END
-- Columns: id, at, latest, lane, lasts: see SaysoBegin. Inputs: lanes
--: each
SELECT e.id AS id, e.sort_date AS at, e.latest AS latest, {event/lane} AS lane, e.reach > 0 AS lasts FROM event e WHERE e.gone = 0
-- Events by where they begin, in buckets of a width (see schema-15.sql). Inputs: shift, from, to, lanes
-- Columns: bucket, lane, n
--: begins
SELECT e.sort_date >> :shift AS bucket, {event/lane} AS lane, count(*) AS n FROM event e WHERE e.gone = 0 AND e.sort_date BETWEEN :from AND :to
--: by-bucket
GROUP BY 1, 2
--: by-lane
GROUP BY lane
-- Those that begin before a time and end there or later. Inputs: from, lanes
-- Columns: lane, n, nearest (where the first begins)
--: reaching
SELECT {event/lane} AS lane, count(*) AS n, min(e.sort_date) AS nearest
FROM (VALUES (86400), (2764800), (31708800), (316224000), (3162240000), (1152921504606846976)) r CROSS JOIN event e
WHERE e.gone = 0 AND e.reach > 0 AND e.reach = r.column1 AND e.sort_date BETWEEN :from - r.column1 AND :from - 1 AND e.latest >= :from
-- Events as a timeline draws them: those that begin in a stretch of time, or reach into it. Inputs: from, to, lanes
-- Columns: as named
--: moments
SELECT e.id AS id, coalesce(e.chosen, e.title) AS title, e.earliest AS earliest, e.latest AS latest, e.soft_start AS soft_start,
       e.soft_end AS soft_end, e.lasting AS lasting, e.kind AS kind, e.voice AS voice, e.standing AS standing, e.doubted AS doubted,
       (SELECT c.source_kind FROM claim c WHERE c.id = e.claim) AS source, {event/lane} AS lane
FROM event e WHERE e.gone = 0 AND e.sort_date BETWEEN :from AND :to
--: moments-reaching
SELECT e.id AS id, coalesce(e.chosen, e.title) AS title, e.earliest AS earliest, e.latest AS latest, e.soft_start AS soft_start,
       e.soft_end AS soft_end, e.lasting AS lasting, e.kind AS kind, e.voice AS voice, e.standing AS standing, e.doubted AS doubted,
       (SELECT c.source_kind FROM claim c WHERE c.id = e.claim) AS source, {event/lane} AS lane
FROM (VALUES (86400), (2764800), (31708800), (316224000), (3162240000), (1152921504606846976)) r CROSS JOIN event e
WHERE e.gone = 0 AND e.reach > 0 AND e.reach = r.column1 AND e.sort_date BETWEEN :from - r.column1 AND :from - 1 AND e.latest >= :from AND :to >= :from
-- Inputs: ids (a JSON array), lanes
--: moments-of
SELECT e.id AS id, coalesce(e.chosen, e.title) AS title, e.earliest AS earliest, e.latest AS latest, e.soft_start AS soft_start,
       e.soft_end AS soft_end, e.lasting AS lasting, e.kind AS kind, e.voice AS voice, e.standing AS standing, e.doubted AS doubted,
       (SELECT c.source_kind FROM claim c WHERE c.id = e.claim) AS source, {event/lane} AS lane
FROM event e WHERE e.id IN (SELECT value FROM json_each(:ids))
-- It does not fit something else, or is said not to.
--: in-conflict
AND e.id IN (SELECT t.event FROM conflict k JOIN telling t ON t.id = k.a UNION ALL SELECT t.event FROM conflict k JOIN telling t ON t.id = k.b)
--: not-rejected
AND e.standing <> 'rejected'
-- Its title or its sentence has the words.
--: text
AND e.id IN (SELECT rowid FROM search_event WHERE search_event MATCH :text)
--: article
AND e.article = :article
-- The actor takes part in it, or is its place.
--: actor
AND (e.place IN (SELECT :actor UNION ALL SELECT k.id FROM actor k WHERE k.merged = :actor) OR e.id IN (SELECT event FROM participant WHERE actor IN (SELECT :actor UNION ALL SELECT k.id FROM actor k WHERE k.merged = :actor)))
-- Only columns of the index event_date.
--: range
AND e.sort_date < 9223372036854775807 AND e.earliest <= :latest AND e.latest >= :earliest
-- It is told by a claim that rests on unnamed sources.
--: anonymous
AND EXISTS (SELECT 1 FROM claim c WHERE c.id = e.claim AND c.anonymous)
--: doubted
AND (e.doubted OR e.factuality = 'denied')
--: undated
AND NOT e.dated
--: claim
AND e.claim = :claim
-- It is told by a document.
--: documents
AND EXISTS (SELECT 1 FROM claim c WHERE c.id = e.claim AND c.source_kind = 'document')
-- Known by then; reported, learned in those bounds. See dates.sql.
--: known
AND {dates/event-known}
--: reported
AND {dates/event-reported}
--: learned
AND {dates/event-learned}
--: to-review
AND e.standing = 'suggested'

-- Fields of a search. Inputs: value (for actor and source an FTS5 query), raw (the same as it was typed, in small letters)
--: field-actor
e.place IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value UNION SELECT k.id FROM actor k WHERE k.merged IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value))
     OR e.id IN (SELECT event FROM participant WHERE actor IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value UNION SELECT k.id FROM actor k WHERE k.merged IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value)))
--: field-source
EXISTS (SELECT 1 FROM claim c WHERE c.id = e.claim AND (c.source_actor IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value UNION SELECT k.id FROM actor k WHERE k.merged IN (SELECT rowid FROM search_actor WHERE search_actor MATCH :value))
     OR (instr(lower(c.description), :raw) > 0 AND c.id IN (SELECT rowid FROM search_claim WHERE search_claim MATCH :value))))
--: field-kind
e.kind = :value OR EXISTS (SELECT 1 FROM claim c WHERE c.id = e.claim AND c.source_kind = :value)
--: field-tag
e.id IN (SELECT item FROM remark WHERE sort = 'tag' AND gone = 0 AND key = :value AND kind = 'event')
--: field-status
e.standing = :value
--: field-outlet
e.article IN (SELECT id FROM article WHERE outlet LIKE '%' || :value || '%')

-- What is found by its words, last first, without looking at the rest. Inputs: text
--: hits
SELECT e.id AS id FROM search_event h CROSS JOIN event e ON e.id = h.rowid WHERE h.search_event MATCH :text AND e.gone = 0
-- How many have the words, up to a number. Inputs: text, lim
--: enough
SELECT count(*) FROM (SELECT 1 FROM search_event WHERE search_event MATCH :text LIMIT :lim)
--: by-hit
ORDER BY h.rowid DESC
--: by-id
ORDER BY e.id DESC

--: by-text
ORDER BY e.article DESC, e.trigger_start, e.id
--: by-date
ORDER BY e.sort_date, e.latest, e.article, e.trigger_start, e.id
--: by-reported
ORDER BY {dates/event-first-reported}, e.article DESC, e.trigger_start, e.id
--: by-learned
ORDER BY {dates/event-first-learned}, e.article DESC, e.trigger_start, e.id

--: rows
SELECT e.id AS id, e.gone = 0 AS present, e.standing AS standing, coalesce(e.chosen, e.title) AS title, e.title AS found, e.article AS article,
       coalesce(nullif(a.title, ''), a.name) AS article_title, e.trigger_start AS trigger_start, e.trigger_stop AS trigger_stop,
       e.start AS start, e.stop AS stop, e.type AS type, e.kind AS kind, e.time AS time, t.start AS time_start, t.stop AS time_stop,
       e.edtf AS edtf, e.earliest AS earliest, e.latest AS latest, e.soft_start AS soft_start, e.soft_end AS soft_end,
       e.lasting AS lasting, (SELECT coalesce(k.merged, k.id) FROM actor k WHERE k.id = e.place) AS place, e.factuality AS factuality, e.voice AS voice, e.claim AS claim, e.doubted AS doubted
FROM event e JOIN article a ON a.id = e.article LEFT JOIN time t ON t.id = e.time WHERE e.id IN (SELECT value FROM json_each(:ids))

-- Inputs: ids (a JSON array)
-- Columns: owner, role, actor, name
--: roles
SELECT p.event AS owner, p.role AS role, x.id AS actor, coalesce(x.chosen, x.title) AS name
FROM participant p JOIN actor f ON f.id = p.actor JOIN actor x ON x.id = coalesce(f.merged, f.id)
WHERE p.event IN (SELECT value FROM json_each(:ids)) AND x.standing <> 'rejected' ORDER BY p.event, p.place
