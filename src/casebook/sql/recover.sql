-- Putting right what came back of a damaged casebook. Each part leaves what is there whole and takes away what leads
-- nowhere.

-- An article without its text is none.
--: articles
DELETE FROM article WHERE id NOT IN (SELECT article FROM content);
--: contents
DELETE FROM content WHERE article NOT IN (SELECT id FROM article);
--: blocks
DELETE FROM block WHERE article NOT IN (SELECT id FROM article);
--: sentences
DELETE FROM sentence WHERE article NOT IN (SELECT id FROM article);
--: actors
DELETE FROM actor WHERE article IS NOT NULL AND article NOT IN (SELECT id FROM article);
--: actors-merged
UPDATE actor SET merged = NULL WHERE merged IS NOT NULL AND merged NOT IN (SELECT id FROM actor WHERE merged IS NULL);
--: times
DELETE FROM time WHERE article NOT IN (SELECT id FROM article);
--: times-anchor
UPDATE time SET anchor_time = NULL WHERE anchor_time NOT IN (SELECT id FROM time);
--: aliases
DELETE FROM alias WHERE article NOT IN (SELECT id FROM article) OR actor NOT IN (SELECT id FROM actor);
--: mentions
DELETE FROM mention WHERE article NOT IN (SELECT id FROM article) OR actor NOT IN (SELECT id FROM actor);
--: appearances
DELETE FROM appearance WHERE article NOT IN (SELECT id FROM article) OR actor NOT IN (SELECT id FROM actor);
--: claims
DELETE FROM claim WHERE article NOT IN (SELECT id FROM article);
--: claims-source
UPDATE claim SET source_actor = NULL WHERE source_actor NOT IN (SELECT id FROM actor);
--: claims-parent
UPDATE claim SET parent = NULL WHERE parent NOT IN (SELECT id FROM claim);
--: claim-spans
DELETE FROM claim_span WHERE claim NOT IN (SELECT id FROM claim);
--: events
DELETE FROM event WHERE article NOT IN (SELECT id FROM article);
--: events-time
UPDATE event SET time = NULL WHERE time NOT IN (SELECT id FROM time);
--: events-claim
UPDATE event SET claim = NULL WHERE claim NOT IN (SELECT id FROM claim);
--: events-place
UPDATE event SET place = NULL WHERE place NOT IN (SELECT id FROM actor);
--: claims-dates
UPDATE claim SET sort_date = (SELECT ifnull(min(e.sort_date), 9223372036854775807) FROM event e WHERE e.claim = claim.id AND e.gone = 0 AND e.standing <> 'rejected');
--: participants
DELETE FROM participant WHERE event NOT IN (SELECT id FROM event) OR actor NOT IN (SELECT id FROM actor);
--: relations
DELETE FROM relation WHERE subject NOT IN (SELECT id FROM actor) OR object NOT IN (SELECT id FROM actor);
--: evidence
DELETE FROM evidence WHERE article NOT IN (SELECT id FROM article) OR relation NOT IN (SELECT id FROM relation);
--: evidence-event
UPDATE evidence SET event = NULL WHERE event NOT IN (SELECT id FROM event);
--: evidence-claim
UPDATE evidence SET claim = NULL WHERE claim NOT IN (SELECT id FROM claim);
--: log
DELETE FROM log WHERE (entry IS NOT NULL AND entry NOT IN (SELECT id FROM log)) OR (part_of IS NOT NULL AND part_of NOT IN (SELECT id FROM log));
--: remarks
DELETE FROM remark WHERE entry NOT IN (SELECT id FROM log);
-- A mention may have come back without what counts it.
--: appearances-again
UPDATE appearance SET n_mentions = (SELECT count(*) FROM mention m WHERE m.actor = appearance.actor AND m.article = appearance.article AND m.gone = appearance.gone AND m.made = appearance.made)
WHERE made = 0;

--: appearances-missing
INSERT INTO appearance (actor, article, gone, n_mentions)
SELECT m.actor, m.article, m.gone, count(*) FROM mention m WHERE m.made = 0
AND NOT EXISTS (SELECT 1 FROM appearance p WHERE p.actor = m.actor AND p.article = m.article AND p.gone = m.gone AND p.made = 0) GROUP BY 1, 2, 3;
--: appearances-made
DELETE FROM appearance WHERE made <> 0 AND made NOT IN (SELECT id FROM mention);
--: appearances-made-missing
INSERT INTO appearance (actor, article, gone, n_mentions, made)
SELECT m.actor, m.article, m.gone, 1, m.id FROM mention m WHERE m.made = 1 AND m.id NOT IN (SELECT made FROM appearance);

-- All actors. Columns: ids (a JSON array)
--: all-actors
SELECT json_group_array(id) AS ids FROM actor;

-- The search tables are filled anew.
--: search-articles
INSERT INTO search_article (rowid, title, words) SELECT a.id, coalesce(nullif(a.title, ''), a.name), c.text FROM article a JOIN content c ON c.article = a.id ORDER BY a.id;
-- Columns: id
--: times-to-index
SELECT id FROM time ORDER BY id;
--: actors-to-index
SELECT id FROM actor ORDER BY id;
--: events-to-index
SELECT id FROM event ORDER BY id;
--: claims-to-index
SELECT id FROM claim ORDER BY id;
--: relations-to-index
SELECT id FROM relation ORDER BY id;

-- The timeline is counted anew.
--: density-none
DELETE FROM density;
--: density
INSERT INTO density (lanes, key, width, bucket, n) SELECT lanes, key, width, bucket, n FROM density_all;
