-- What a relation rests on, when a person finds that it does not.

-- Inputs: id (of the evidence)
-- Columns: relation (the one that is shown), title (of the relation, in words)
--: find
SELECT coalesce(r.merged, r.id) AS relation, coalesce(s.chosen, s.title) || ' ' || r.label || ' ' || coalesce(o.chosen, o.title) AS title
FROM evidence v JOIN relation r ON r.id = v.relation JOIN actor s ON s.id = r.from_actor JOIN actor o ON o.id = r.to_actor
WHERE v.id = :id AND v.gone = 0;

-- Inputs: id, gone
--: move
UPDATE evidence SET gone = :gone WHERE id = :id;

-- What a relation that is shown rests on, where "relation" is its row: its own evidence and that of those merged into it,
-- but of none between two actors who became one.
--: resting
SELECT count(*) FROM evidence v JOIN relation k ON k.id = v.relation WHERE v.gone = 0 AND (k.from_actor <> k.to_actor OR k.subject = k.object)
AND k.id IN (SELECT relation.id UNION ALL SELECT m.id FROM relation m WHERE m.merged = relation.id)

-- Counts anew what the relation that shows it rests on. Inputs: id
--: recount
UPDATE relation SET n_evidence = ({evidence/resting})
WHERE id = (SELECT coalesce(r.merged, r.id) FROM evidence v JOIN relation r ON r.id = v.relation WHERE v.id = :id);

-- From whom relations are known, and since when. Inputs: ids (a JSON array, of relations that are shown)
-- Columns: relation, n_sources, happened (in seconds, or null), published (the first article's date, ISO 8601, or null)
--: ties
SELECT r.id AS relation, min(iif(e.dated, e.sort_date, NULL)) AS happened, min(a.published) AS published,
       count(DISTINCT CASE WHEN c.id IS NULL THEN 'a' || v.article WHEN c.source_actor IS NOT NULL THEN 's' || coalesce(x.merged, x.id) ELSE 'u' || v.article END) AS n_sources
FROM relation r JOIN relation k ON k.id = r.id OR k.merged = r.id JOIN evidence v ON v.relation = k.id AND v.gone = 0 JOIN article a ON a.id = v.article
LEFT JOIN event e ON e.id = v.event LEFT JOIN claim c ON c.id = coalesce(v.claim, e.claim) LEFT JOIN actor x ON x.id = c.source_actor
WHERE r.id IN (SELECT value FROM json_each(:ids)) GROUP BY r.id;

-- Where actors stand in the graph. Columns: actor, x, y, pinned
--: places
SELECT actor, x, y, pinned FROM place ORDER BY actor;
-- Inputs: actor, x, y, pinned
--: place
INSERT OR REPLACE INTO place (actor, x, y, pinned) VALUES (:actor, :x, :y, :pinned);
