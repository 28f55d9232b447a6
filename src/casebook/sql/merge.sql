-- Actors that are found to be one, and what follows for relations between them.

-- An actor that is shown. Inputs: id
-- Columns: title, kind
--: actor
SELECT coalesce(chosen, title) AS title, coalesce(edits ->> 'kind', kind) AS kind FROM actor WHERE id = :id AND n_articles > 0 AND merged IS NULL;

-- An actor with those that are merged into it. Inputs: id
-- Columns: id
--: members
SELECT id FROM actor WHERE id = :id OR merged = :id ORDER BY id;

-- Whom an actor is merged into, or the actor itself. Inputs: id
--: root
SELECT coalesce(merged, id) AS id FROM actor WHERE id = :id;

-- Some actors become one: all but "root" are merged into it. Inputs: root, ids (a JSON array)
--: join
UPDATE actor SET merged = nullif(:root, id) WHERE id IN (SELECT value FROM json_each(:ids));

-- Inputs: ids (a JSON array, of actors)
--: count
UPDATE actor SET (n_articles, n_mentions) = (
  SELECT iif(actor.merged IS NULL, count(DISTINCT p.article), 0), iif(actor.merged IS NULL, ifnull(sum(p.n_mentions), 0), 0)
  FROM appearance p WHERE p.gone = 0 AND p.actor IN (SELECT actor.id UNION ALL SELECT k.id FROM actor k WHERE k.merged = actor.id))
WHERE id IN (SELECT value FROM json_each(:ids));

-- Relations are shown between the actors that are shown. Inputs: ids (also of those they were shown between before)
--: relations-between
UPDATE relation SET from_actor = (SELECT coalesce(k.merged, k.id) FROM actor k WHERE k.id = relation.subject),
                    to_actor = (SELECT coalesce(k.merged, k.id) FROM actor k WHERE k.id = relation.object)
WHERE from_actor IN (SELECT value FROM json_each(:ids)) OR to_actor IN (SELECT value FROM json_each(:ids));
-- Of those of one type between the same, the first shows all.
--: relations-merge
UPDATE relation SET merged = nullif(k.first, relation.id)
FROM (SELECT id, min(id) OVER (PARTITION BY from_actor, to_actor, type, label) AS first FROM relation
      WHERE from_actor IN (SELECT value FROM json_each(:ids)) OR to_actor IN (SELECT value FROM json_each(:ids))) k WHERE k.id = relation.id;
-- One between an actor and itself that became so is not shown.
--: relations-count
UPDATE relation SET n_evidence = iif(merged IS NULL, ({evidence/resting}), 0)
WHERE from_actor IN (SELECT value FROM json_each(:ids)) OR to_actor IN (SELECT value FROM json_each(:ids));
