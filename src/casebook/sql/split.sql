-- Mentions that a person gives to another actor, and what was found by them.

-- Inputs: id (of a mention), becomes (the actor)
-- Columns: article, actor, root (that is shown), start, stop, made, state (that it gets, see state.sql)
--: mention
SELECT m.article AS article, m.actor AS actor, coalesce(f.merged, f.id) AS root, m.start AS start, m.stop AS stop, m.made AS made,
       iif(m.made OR (m.found_actor = :becomes AND m.found_start = m.start AND m.found_stop = m.stop), json_array(:becomes, m.start, m.stop, NULL, NULL, NULL),
           json_array(:becomes, m.start, m.stop, coalesce(m.found_actor, m.actor), coalesce(m.found_start, m.start), coalesce(m.found_stop, m.stop))) AS state
FROM mention m JOIN actor f ON f.id = m.actor WHERE m.id = :id AND m.gone = 0;

-- An actor like another. Inputs: id, key, title
-- Columns: id
--: actor
INSERT INTO actor (standing, kind, key, title, unnamed, article, order_key)
SELECT 'changed', coalesce(x.edits ->> 'kind', x.kind), :key, :title, x.unnamed, x.article, title_key(:title) FROM actor x WHERE x.id = :id RETURNING id;

-- How many mentions an actor has. Inputs: id
--: mentions
SELECT n_mentions FROM actor WHERE id = :id;

-- What counts the mentions of an actor in an article, or the one that a person marked. Inputs: article, actor, made (a mention, or 0)
-- Columns: id, n
--: appearance
SELECT id, n_mentions AS n FROM appearance WHERE article = :article AND actor = :actor AND gone = 0 AND made = :made LIMIT 1;
-- It is nowhere yet. Inputs: article, actor, gone
-- Columns: id
--: appear
INSERT INTO appearance (actor, article, n_mentions, gone) VALUES (:actor, :article, 0, :gone) RETURNING id;

-- What was found by a mention, and how it becomes. Inputs: article, actor, becomes, start, stop (of the mention)
-- Columns: id, state
--: participants
SELECT p.event AS id, json_group_array(iif(p.actor = :actor AND p.start < :stop AND p.stop > :start, :becomes, p.actor) ORDER BY p.place) AS state
FROM event e JOIN participant p ON p.event = e.id WHERE e.article = :article AND e.gone = 0
GROUP BY p.event HAVING max(p.actor = :actor AND p.start < :stop AND p.stop > :start) ORDER BY p.event;
--: claim-source
SELECT c.id AS id, json_array(:becomes) AS state FROM claim c WHERE c.article = :article AND c.gone = 0 AND c.source_actor = :actor
AND EXISTS (SELECT 1 FROM claim_span s WHERE s.claim = c.id AND s.part = 'source' AND s.start < :stop AND s.stop > :start) ORDER BY c.id;
-- Where no other mention of the actor is near by.
--: event-place
SELECT e.id AS id, json_array(:becomes) AS state FROM event e WHERE e.article = :article AND e.gone = 0 AND e.place = :actor AND e.start <= :start AND e.stop >= :stop
AND NOT EXISTS (SELECT 1 FROM mention n WHERE n.article = e.article AND n.gone = 0 AND n.actor = :actor AND n.start >= e.start AND n.stop <= e.stop) ORDER BY e.id;
-- Columns: id, subject, type, label, object (of the relation that it becomes evidence of)
--: evidence
SELECT v.id AS id, iif(r.subject = :actor, :becomes, r.subject) AS subject, r.type AS type, r.label AS label, iif(r.object = :actor, :becomes, r.object) AS object
FROM evidence v JOIN relation r ON r.id = v.relation WHERE v.article = :article AND v.gone = 0 AND (r.subject = :actor) <> (r.object = :actor) AND v.start < :stop AND v.stop > :start
AND NOT EXISTS (SELECT 1 FROM mention n WHERE n.article = v.article AND n.gone = 0 AND n.actor = :actor AND n.start >= v.start AND n.stop <= v.stop) ORDER BY v.id;
