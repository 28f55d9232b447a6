-- One article and what was found in it, becoming rows. Inputs have the names of the columns of schema-1.sql.

-- Inputs: sha256
-- Columns: id, gone
--: known
SELECT id, gone FROM article WHERE sha256 = :sha256;

-- The ids that the next rows get.
-- Columns: article, time, claim, event, relation
--: next
SELECT (SELECT ifnull(max(id), 0) + 1 FROM article) AS article, (SELECT ifnull(max(id), 0) + 1 FROM time) AS time,
       (SELECT ifnull(max(id), 0) + 1 FROM claim) AS claim, (SELECT ifnull(max(id), 0) + 1 FROM event) AS event,
       (SELECT ifnull(max(id), 0) + 1 FROM relation) AS relation;

--: article
INSERT INTO article (id, title, name, outlet, byline, url, published, language, location, media_type, sha256, bytes, imported, n_words, shape, order_key)
VALUES (:id, :title, :name, :outlet, :byline, :url, :published, :language, :location, :media_type, :sha256, :bytes, :imported, :n_words, :shape, title_key(coalesce(nullif(:title, ''), :name)));

--: content
INSERT INTO content (article, text, original, provenance) VALUES (:article, :text, :original, :provenance);

--: block
INSERT INTO block (article, paragraph, start, stop, kind) VALUES (:article, :paragraph, :start, :stop, :kind);

--: sentence
INSERT INTO sentence (article, start, stop, paragraph) VALUES (:article, :start, :stop, :paragraph);

--: time
INSERT INTO time (id, article, standing, start, stop, type, value, mod, edtf, earliest, latest, soft_start, soft_end, lasting, anchor, anchor_time, chosen, found)
VALUES (:id, :article, :standing, :start, :stop, :type, :value, :mod, :edtf, :earliest, :latest, :soft_start, :soft_end, :lasting, :anchor, :anchor_time, :chosen, :found);

-- A named actor, known from any article.
-- Inputs: kind, key
-- Columns: id
--: find-actor
SELECT id FROM actor WHERE unnamed = 0 AND kind = :kind AND key = :key;

-- Those of that name, whatever they are. Every kind is named so that the index serves.
-- Inputs: key
-- Columns: id
--: find-namesakes
SELECT id FROM actor WHERE unnamed = 0 AND key = :key
  AND kind IN ('other', 'person', 'organization', 'agency', 'outlet', 'group', 'product', 'place') LIMIT 2;

-- The unnamed ones of an article, for reading it once more.
-- Inputs: article, key
-- Columns: id
--: find-unnamed
SELECT id FROM actor WHERE unnamed = 1 AND article = :article AND key = :key ORDER BY id;

--: actor
INSERT INTO actor (kind, key, title, unnamed, article, order_key) VALUES (:kind, :key, :title, :unnamed, :article, title_key(:title));

-- The id of the row that was put in last. (RETURNING makes SQLite ready to take each row back by itself.)
-- Columns: id
--: last
SELECT last_insert_rowid() AS id;

-- Whether an actor has a name already. Inputs: actor, name
--: known-alias
SELECT EXISTS (SELECT 1 FROM alias WHERE actor = :actor AND name = :name);

--: alias
INSERT INTO alias (actor, article, name) VALUES (:actor, :article, :name);

--: appearance
INSERT INTO appearance (actor, article, n_mentions) VALUES (:actor, :article, :n_mentions);

--: mention
INSERT INTO mention (actor, article, start, stop, form) VALUES (:actor, :article, :start, :stop, :form);

--: claim
INSERT INTO claim (id, article, standing, title, chosen, start, source_kind, several, source_actor, description, parent, mode, certainty, doubted, level, anonymous, sort_date)
VALUES (:id, :article, :standing, :title, :chosen, :start, :source_kind, :several, :source_actor, :description, :parent, :mode, :certainty, :doubted, :level, :anonymous, :sort_date);

--: claim-span
INSERT OR IGNORE INTO claim_span (claim, part, start, stop) VALUES (:claim, :part, :start, :stop);

--: event
INSERT INTO event (id, article, standing, title, chosen, trigger_start, trigger_stop, start, stop, type, kind, time, edtf, earliest, latest, soft_start, soft_end, lasting, place, factuality, claim, doubted, voice)
VALUES (:id, :article, :standing, :title, :chosen, :trigger_start, :trigger_stop, :start, :stop, :type, :kind, :time, :edtf, :earliest, :latest, :soft_start, :soft_end, :lasting, :place, :factuality, :claim, :doubted, :voice);

--: participant
INSERT INTO participant (event, place, role, actor, start, stop) VALUES (:event, :place, :role, :actor, :start, :stop);

-- A relation, known from any article.
-- Columns: id
--: find-relation
SELECT id FROM relation WHERE subject = :subject AND object = :object AND type = :type AND label = :label;

-- Between whom it is shown, and the one it is one with.
-- Columns: from_actor, to_actor, merged
--: relation-place
SELECT coalesce(s.merged, s.id) AS from_actor, coalesce(o.merged, o.id) AS to_actor,
       (SELECT min(k.id) FROM relation k WHERE k.subject IN (SELECT coalesce(s.merged, s.id) UNION ALL SELECT m.id FROM actor m WHERE m.merged = coalesce(s.merged, s.id))
        AND k.object IN (SELECT coalesce(o.merged, o.id) UNION ALL SELECT m.id FROM actor m WHERE m.merged = coalesce(o.merged, o.id)) AND k.type = :type AND k.label = :label) AS merged
FROM actor s, actor o WHERE s.id = :subject AND o.id = :object;

--: relation
INSERT INTO relation (subject, type, label, object, from_actor, to_actor, merged, n_evidence) VALUES (:subject, :type, :label, :object, :from_actor, :to_actor, :merged, :n);

-- More evidence of a relation. Inputs: id, n
--: add-evidence
UPDATE relation SET n_evidence = n_evidence + :n WHERE id = :id;

--: evidence
INSERT INTO evidence (relation, article, start, stop, event, claim, voice) VALUES (:relation, :article, :start, :stop, :event, :claim, :voice);

-- Counts of actors and relations are kept: an article's share is taken off before it changes and added after.
-- Inputs: article, sign (1 or -1)
--: count-actors
UPDATE actor SET n_articles = actor.n_articles + :sign, n_mentions = actor.n_mentions + :sign * p.n
FROM (SELECT coalesce(x.merged, x.id) AS root, sum(p.n_mentions) AS n FROM appearance p JOIN actor x ON x.id = p.actor
      WHERE p.article = :article AND p.gone = 0 GROUP BY 1) AS p WHERE p.root = actor.id;

-- But for relations from an id on, which have all their evidence from this article and were counted as they came.
-- Inputs: article, sign, below
--: count-relations
UPDATE relation SET n_evidence = relation.n_evidence + :sign * v.n
FROM (SELECT coalesce(r.merged, r.id) AS root, count(*) AS n FROM evidence v JOIN relation r ON r.id = v.relation
      WHERE v.article = :article AND v.gone = 0 AND (r.from_actor <> r.to_actor OR r.subject = r.object) GROUP BY 1) AS v WHERE v.root = relation.id AND v.root < :below;

-- Something was found in an article, so what it tells is to be compared anew. Inputs: article
--: stale
INSERT OR IGNORE INTO stale (article) VALUES (:article);

-- Events that were put in are counted where they begin, see schema-15.sql. Inputs: first and last id
--: count-begins
INSERT INTO density (lanes, key, width, bucket, n)
SELECT k.lanes, k.key, w.column1, iif(w.column1 IN (0, 63), 0, k.at >> w.column1), sum(k.n)
FROM (SELECT lanes, key, at, dated, count(*) AS n FROM lane_of WHERE event BETWEEN :first AND :last GROUP BY 1, 2, 3, 4) k
CROSS JOIN (VALUES (0), (12), (15), (18), (21), (24), (63)) w WHERE (w.column1 > 0) = k.dated AND (k.lanes <> 'article' OR w.column1 IN (0, 63)) GROUP BY 1, 2, 3, 4
ON CONFLICT DO UPDATE SET n = n + excluded.n;

-- Words to search for, of items that may have been there before. Inputs: id, title (but of times), words
--: search-article
INSERT OR REPLACE INTO search_article (rowid, title, words) VALUES (:id, :title, :words);
--: search-time
INSERT OR REPLACE INTO search_time (rowid, words) VALUES (:id, :words);
--: search-actor
INSERT OR REPLACE INTO search_actor (rowid, title, words) VALUES (:id, :title, :words);
--: search-event
INSERT OR REPLACE INTO search_event (rowid, title, words) VALUES (:id, :title, :words);
--: search-claim
INSERT OR REPLACE INTO search_claim (rowid, title, words) VALUES (:id, :title, :words);
--: search-relation
INSERT OR REPLACE INTO search_relation (rowid, title) VALUES (:id, :words);

-- Of items that are new.
--: first-article
INSERT INTO search_article (rowid, title, words) VALUES (:id, :title, :words);
--: first-time
INSERT INTO search_time (rowid, words) VALUES (:id, :words);
--: first-event
INSERT INTO search_event (rowid, title, words) VALUES (:id, :title, :words);
--: first-claim
INSERT INTO search_claim (rowid, title, words) VALUES (:id, :title, :words);

-- By what an item is found: its title as it is now, and its words, with what is written beside it. Inputs: id
-- Columns: id, title, words
--: words-article
SELECT a.id AS id, coalesce(nullif(a.title, ''), a.name) AS title, c.text || ' ' || ifnull((SELECT group_concat(m.text, ' ') FROM remark m WHERE m.kind = 'article' AND m.item = a.id AND m.gone = 0), '') AS words
FROM article a JOIN content c ON c.article = a.id WHERE a.id = :id;
--: words-time
SELECT t.id AS id, NULL AS title, substr(c.text, t.start + 1, t.stop - t.start) || ' ' || ifnull((SELECT group_concat(m.text, ' ') FROM remark m WHERE m.kind = 'time' AND m.item = t.id AND m.gone = 0), '') AS words
FROM time t JOIN content c ON c.article = t.article WHERE t.id = :id;
-- An actor's names: as found, as chosen, and all aliases, of all that are one with it.
--: words-actor
SELECT x.id AS id, coalesce(x.chosen, x.title) AS title,
       ifnull((SELECT group_concat(m.text, ' ') FROM remark m WHERE m.kind = 'actor' AND m.item = x.id AND m.gone = 0), '') || ' ' ||
       (SELECT group_concat(k.title || ' ' || ifnull(k.chosen, ''), ' ') FROM actor k WHERE k.id = x.id OR k.merged = x.id) || ' ' ||
       ifnull((SELECT group_concat(DISTINCT l.name) FROM alias l WHERE l.actor IN (SELECT x.id UNION ALL SELECT k.id FROM actor k WHERE k.merged = x.id)), '') AS words
FROM actor x WHERE x.id = (SELECT coalesce(merged, id) FROM actor WHERE id = :id);
--: words-event
SELECT e.id AS id, coalesce(e.chosen, e.title) AS title, ifnull((SELECT group_concat(m.text, ' ') FROM remark m WHERE m.kind = 'event' AND m.item = e.id AND m.gone = 0), '') || ' ' || e.title || ' ' || substr(t.text, e.start + 1, e.stop - e.start) AS words
FROM event e JOIN content t ON t.article = e.article WHERE e.id = :id;
--: words-claim
SELECT c.id AS id, coalesce(c.chosen, c.title) AS title, ifnull((SELECT group_concat(m.text, ' ') FROM remark m WHERE m.kind = 'claim' AND m.item = c.id AND m.gone = 0), '') || ' ' || c.title || ' ' || ifnull(c.description, '') || ' ' ||
       ifnull((SELECT group_concat(substr(t.text, s.start + 1, s.stop - s.start)) FROM claim_span s WHERE s.claim = c.id AND s.part = 'content'), '') AS words
FROM claim c JOIN content t ON t.article = c.article WHERE c.id = :id;
--: words-relation
SELECT r.id AS id, NULL AS title, coalesce(s.chosen, s.title) || ' ' || r.label || ' ' || coalesce(o.chosen, o.title) || ' ' ||
       ifnull((SELECT group_concat(m.text, ' ') FROM remark m WHERE m.kind = 'relation' AND m.item = r.id AND m.gone = 0), '') AS words
FROM relation r JOIN actor s ON s.id = r.from_actor JOIN actor o ON o.id = r.to_actor WHERE r.id = :id;

-- All relations of an actor. Inputs: id
-- Columns: id
--: relations-of
SELECT id FROM relation WHERE from_actor = :id OR to_actor = :id;
