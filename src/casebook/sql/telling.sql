-- Tellings, stories and conflicts: what is found from the rest. See schema-7.sql.

-- Articles to compare again, in the order they came. Inputs: lim
-- Columns: article
--: stale
SELECT article FROM stale ORDER BY article LIMIT :lim;
-- Columns: n
--: n-stale
SELECT count(*) AS n FROM stale;
-- Inputs: article
--: fresh
DELETE FROM stale WHERE article = :article;
--: touch
INSERT INTO stale SELECT :article WHERE NOT EXISTS (SELECT 1 FROM stale WHERE article = :article);
--: touch-all
INSERT INTO stale SELECT id FROM article WHERE id NOT IN (SELECT article FROM stale);

-- Inputs: article
-- Columns: outlet, byline, published, title, imported, text
--: article
SELECT a.outlet AS outlet, a.byline AS byline, a.published AS published, coalesce(nullif(a.title, ''), a.name) AS title, a.imported AS imported, t.text AS text
FROM article a JOIN content t ON t.article = a.id WHERE a.id = :article AND a.gone = 0;

-- Inputs: article
-- Columns: start, stop, kind (of the block)
--: sentences
SELECT s.start AS start, s.stop AS stop, ifnull(b.kind, 'paragraph') AS kind
FROM sentence s LEFT JOIN block b ON b.article = s.article AND b.paragraph = s.paragraph WHERE s.article = :article ORDER BY s.start;

-- Inputs: article
-- Columns: id, parent, source_kind, several, source_actor, description, certainty, doubted, name (of the actor), kind (of it), unnamed
--: claims
SELECT c.id AS id, c.parent AS parent, c.source_kind AS source_kind, c.several AS several, x.id AS source_actor, c.description AS description, c.certainty AS certainty,
       c.doubted AS doubted, coalesce(x.chosen, x.title) AS name, x.kind AS kind, x.unnamed AS unnamed
FROM claim c LEFT JOIN actor f ON f.id = c.source_actor LEFT JOIN actor x ON x.id = coalesce(f.merged, f.id)
WHERE c.article = :article AND c.gone = 0 AND c.standing <> 'rejected';

-- Inputs: article
-- Columns: claim, part, start, stop
--: claim-spans
SELECT s.claim AS claim, s.part AS part, s.start AS start, s.stop AS stop FROM claim c JOIN claim_span s ON s.claim = c.id
WHERE c.article = :article AND c.gone = 0 AND c.standing <> 'rejected';

-- Inputs: article
-- Columns: id, start, stop (of the trigger), type, kind, earliest, latest, factuality, time
--: events
SELECT id, trigger_start AS start, trigger_stop AS stop, type, kind, earliest, latest, factuality, time FROM event
WHERE article = :article AND gone = 0 AND standing <> 'rejected' ORDER BY trigger_start;

-- Inputs: article
-- Columns: event, role, actor
--: roles
SELECT p.event AS event, p.role AS role, coalesce(f.merged, f.id) AS actor FROM event e JOIN participant p ON p.event = e.id JOIN actor f ON f.id = p.actor
WHERE e.article = :article AND e.gone = 0;

-- Inputs: article
-- Columns: start, stop, form, actor, name, kind, unnamed
--: mentions
SELECT m.start AS start, m.stop AS stop, m.form AS form, x.id AS actor, coalesce(x.chosen, x.title) AS name, x.kind AS kind, x.unnamed AS unnamed
FROM mention m JOIN actor f ON f.id = m.actor JOIN actor x ON x.id = coalesce(f.merged, f.id) WHERE m.article = :article AND m.gone = 0 ORDER BY m.start, m.stop DESC;

-- Inputs: article
-- Columns: id, start, stop, type, earliest, latest, anchor
--: times
SELECT id, start, stop, type, earliest, latest, anchor FROM time WHERE article = :article AND gone = 0 AND standing <> 'rejected';

-- All that publish, each from the index after the one before: outlets are far fewer than articles. Columns: outlet
--: outlets
WITH RECURSIVE next(outlet) AS (
  SELECT min(outlet) FROM article WHERE gone = 0 AND outlet IS NOT NULL
  UNION ALL SELECT (SELECT min(a.outlet) FROM article a WHERE a.gone = 0 AND a.outlet IS NOT NULL AND a.outlet > next.outlet) FROM next WHERE next.outlet IS NOT NULL)
SELECT outlet FROM next WHERE outlet IS NOT NULL

-- Inputs: article
--: forget-signs
DELETE FROM sign WHERE telling = :telling AND sign = :sign;
--: forget-ties
DELETE FROM tie WHERE a IN (SELECT id FROM telling WHERE article = :article);
--: forget-ties-other
DELETE FROM tie WHERE b IN (SELECT id FROM telling WHERE article = :article);
--: forget-conflicts
DELETE FROM conflict WHERE a IN (SELECT id FROM telling WHERE article = :article);
--: forget-conflicts-other
DELETE FROM conflict WHERE b IN (SELECT id FROM telling WHERE article = :article);
--: forget-tellings
DELETE FROM telling WHERE article = :article;

-- Columns: as sayso_telling_read() takes them
--: of-article
SELECT t.id AS id, t.article AS article, t.start AS start, t.stop AS stop, t.claim AS claim, t.event AS event, t.story AS story, t.words AS words, t.earliest AS earliest, t.latest AS latest,
       t.said AS said, a.outlet AS outlet, a.byline AS byline, a.published AS published FROM telling t JOIN article a ON a.id = t.article WHERE t.article = :article ORDER BY t.start;
--: articles-with-sign
-- in: sign; out: article, published. Only for what few tellings have
SELECT DISTINCT t.article AS article, a.published AS published FROM sign s JOIN telling t ON t.id = s.telling
JOIN article a ON a.id = t.article WHERE s.sign = :sign;
--: articles-beside
-- Articles that tell something that an article tells.
-- in: article, lim; out: article
-- Said of both, as the index on stories holds only what is in one.
SELECT DISTINCT o.article AS article FROM telling t CROSS JOIN telling o ON o.story = t.story
WHERE t.article = :article AND t.story <> 0 AND o.story <> 0 AND o.article <> :article
LIMIT :lim;

--: of-story
SELECT t.id AS id, t.article AS article, t.start AS start, t.stop AS stop, t.claim AS claim, t.event AS event, t.story AS story, t.words AS words, t.earliest AS earliest, t.latest AS latest,
       t.said AS said, a.outlet AS outlet, a.byline AS byline, a.published AS published FROM telling t JOIN article a ON a.id = t.article WHERE t.story = :story AND t.story <> 0 ORDER BY t.article, t.start;
--: get
SELECT t.id AS id, t.article AS article, t.start AS start, t.stop AS stop, t.claim AS claim, t.event AS event, t.story AS story, t.words AS words, t.earliest AS earliest, t.latest AS latest,
       t.said AS said, a.outlet AS outlet, a.byline AS byline, a.published AS published FROM telling t JOIN article a ON a.id = t.article WHERE t.id = :id;

-- Inputs: article, start, stop, claim, event, words, earliest, latest, said
-- Columns: id
--: add
INSERT INTO telling (article, start, stop, claim, event, story, words, earliest, latest, said)
VALUES (:article, :start, :stop, :claim, :event, 0, :words, :earliest, :latest, :said) RETURNING id;
-- Inputs: sign, telling
--: add-sign
INSERT INTO sign (sign, telling) VALUES (:sign, :telling) ON CONFLICT DO NOTHING;
-- The newest tellings with a sign. Inputs: sign, lim
-- Columns: telling
--: with-sign
SELECT telling FROM sign WHERE sign = :sign ORDER BY telling DESC LIMIT :lim;
-- Inputs: a, b, score, why
--: add-tie
INSERT INTO tie (a, b, score, why) VALUES (min(:a, :b), max(:a, :b), :score, :why) ON CONFLICT DO NOTHING;
-- Columns: a, b, score
--: ties
SELECT a, b, score FROM tie WHERE a = :telling UNION ALL SELECT a, b, score FROM tie WHERE b = :telling;
-- Inputs: a, b, sort, class, why
--: add-conflict
INSERT INTO conflict (a, b, sort, class, why) SELECT :a, :b, :sort, :class, :why
WHERE NOT EXISTS (SELECT 1 FROM conflict WHERE a = :a AND b = :b AND sort = :sort) AND NOT EXISTS (SELECT 1 FROM conflict WHERE a = :b AND b = :a AND sort = :sort);
-- Effects that were dated by the article, and are not any more. Inputs: article
--: forget-orders
DELETE FROM conflict WHERE sort = 'order' AND why ->> 'effect' IN (SELECT id FROM telling WHERE article = :article);

-- What of a telling decides on its story. Inputs: telling; story
-- Columns: id, article, claim, event, story
--: member
SELECT id, article, claim, event, story FROM telling WHERE id = :telling;
--: members
SELECT id, article, claim, event, story FROM telling WHERE story = :story AND story <> 0 ORDER BY article, start;

-- Inputs: telling, story
--: put-story
UPDATE telling SET story = :story WHERE id = :telling;
--: forget-story
DELETE FROM story WHERE id = :story;
-- Inputs: story, lead, n_articles, n_origins, least, most, level, what
--: add-story
INSERT INTO story (id, lead, n_articles, n_origins, least, most, level, what) VALUES (:story, :lead, :n_articles, :n_origins, :least, :most, :level, :what);
-- Columns: id
--: new-story
SELECT ifnull(max(id), 0) + 1 AS id FROM story;

-- Inputs: story
--: has-story
SELECT EXISTS (SELECT 1 FROM story WHERE id = :story);

-- Inputs: story
-- Columns: lead, n_articles, n_origins, least, most, level, what
--: story
SELECT lead, n_articles, n_origins, least, most, level, what FROM story WHERE id = :story;

-- What a person says of a telling: links from its items to others. Inputs: claim, event, article
-- Columns: type, other_kind, other
--: links
SELECT type, other_kind, other FROM remark WHERE kind = 'claim' AND item = :claim AND gone = 0 AND sort = 'link'
UNION ALL SELECT type, other_kind, other FROM remark WHERE kind = 'event' AND item = :event AND gone = 0 AND sort = 'link'
UNION ALL SELECT type, other_kind, other FROM remark WHERE kind = 'article' AND item = :article AND gone = 0 AND sort = 'link';

-- How many origins a person counted. Inputs: claim, event
-- Columns: n
--: counted
SELECT max(n) AS n FROM (SELECT ifnull(edits ->> 'origins', 0) + 0 AS n FROM claim WHERE id = :claim UNION ALL SELECT ifnull(edits ->> 'origins', 0) + 0 FROM event WHERE id = :event);

-- Inputs: actor
-- Columns: name, kind
--: actor
SELECT coalesce(chosen, title) AS name, kind FROM actor WHERE id = :actor;

-- Tellings that a person linked one to. Inputs: claim, event, article
-- Columns: type, telling
--: linked
SELECT r.type AS type, t.id AS telling FROM remark r JOIN telling t ON t.claim = r.other WHERE r.kind = 'claim' AND r.item = :claim AND r.gone = 0 AND r.sort = 'link' AND r.other_kind = 'claim'
UNION ALL SELECT r.type AS type, t.id AS telling FROM remark r JOIN telling t ON t.event = r.other WHERE r.kind = 'claim' AND r.item = :claim AND r.gone = 0 AND r.sort = 'link' AND r.other_kind = 'event'
UNION ALL SELECT r.type AS type, t.id AS telling FROM remark r JOIN telling t ON t.claim = r.other WHERE r.kind = 'event' AND r.item = :event AND r.gone = 0 AND r.sort = 'link' AND r.other_kind = 'claim'
UNION ALL SELECT r.type AS type, t.id AS telling FROM remark r JOIN telling t ON t.event = r.other WHERE r.kind = 'event' AND r.item = :event AND r.gone = 0 AND r.sort = 'link' AND r.other_kind = 'event'
UNION ALL SELECT r.type AS type, t.id AS telling FROM remark r JOIN telling t ON t.claim = r.other WHERE r.kind = 'article' AND r.item = :article AND r.gone = 0 AND r.sort = 'link' AND r.other_kind = 'claim'
UNION ALL SELECT r.type AS type, t.id AS telling FROM remark r JOIN telling t ON t.event = r.other WHERE r.kind = 'article' AND r.item = :article AND r.gone = 0 AND r.sort = 'link' AND r.other_kind = 'event';

-- Inputs: telling
-- Columns: sentence
--: sentence
SELECT substr(c.text, t.start + 1, t.stop - t.start) AS sentence FROM telling t JOIN content c ON c.article = t.article WHERE t.id = :telling;

-- Inputs: id (of the item)
-- Columns: id, story
--: of-claim
SELECT id, story FROM telling WHERE claim = :id ORDER BY story = 0, id LIMIT 1;
--: of-event
SELECT id, story FROM telling WHERE event = :id ORDER BY story = 0, id LIMIT 1;
-- The same of what another claim or event of the same sentence stands for.
--: beside-claim
SELECT t.id AS id, t.story AS story FROM claim c JOIN claim_span s ON s.claim = c.id AND s.part = 'content' JOIN telling t ON t.article = c.article AND t.start < s.stop AND t.stop > s.start
WHERE c.id = :id ORDER BY t.story = 0, t.id LIMIT 1;
--: beside-event
SELECT t.id AS id, t.story AS story FROM event e JOIN telling t ON t.article = e.article AND t.start < e.trigger_stop AND t.stop > e.trigger_start WHERE e.id = :id ORDER BY t.id LIMIT 1;

-- Inputs: telling
-- Columns: title, published, paragraph, quote
--: told
SELECT coalesce(nullif(a.title, ''), a.name) AS title, a.published AS published, ifnull(s.paragraph, 0) AS paragraph, substr(c.text, t.start + 1, t.stop - t.start) AS quote
FROM telling t JOIN article a ON a.id = t.article JOIN content c ON c.article = t.article LEFT JOIN sentence s ON s.article = t.article AND s.start = t.start WHERE t.id = :telling;

-- Inputs: claim, event
-- Columns: title
--: title
SELECT coalesce(chosen, title) AS title FROM claim WHERE id = :claim UNION ALL SELECT coalesce(chosen, title) FROM event WHERE id = :event LIMIT 1;

-- Stories, the weakest first. Inputs: off, lim
-- Columns: id
--: stories
SELECT id FROM story WHERE n_articles > 1 ORDER BY level, n_articles DESC, id LIMIT :lim OFFSET :off;

-- Newest first. Columns: id, a, b, sort, class, why; claim_a, event_a, claim_b, event_b (null: none)
--: conflicts
SELECT k.id AS id, k.a AS a, k.b AS b, k.sort AS sort, k.class AS class, k.why AS why, x.claim AS claim_a, x.event AS event_a, y.claim AS claim_b, y.event AS event_b
FROM conflict k JOIN telling x ON x.id = k.a JOIN telling y ON y.id = k.b ORDER BY k.id DESC;
-- Those of one telling and of its story. Inputs: telling, story (0 for none)
--: conflicts-of
SELECT k.id AS id, k.a AS a, k.b AS b, k.sort AS sort, k.class AS class, k.why AS why, x.claim AS claim_a, x.event AS event_a, y.claim AS claim_b, y.event AS event_b
FROM conflict k JOIN telling x ON x.id = k.a JOIN telling y ON y.id = k.b
WHERE k.id IN (SELECT c.id FROM conflict c WHERE c.a = :telling UNION ALL SELECT c.id FROM conflict c WHERE c.b = :telling
               UNION ALL SELECT c.id FROM telling t JOIN conflict c ON c.a = t.id WHERE t.story = :story AND t.story <> 0
               UNION ALL SELECT c.id FROM telling t JOIN conflict c ON c.b = t.id WHERE t.story = :story AND t.story <> 0)
ORDER BY k.id DESC;

-- What a person takes two tellings for that do not fit together, whichever was linked to the other. Inputs: a, b
-- Columns: type
--: ruling
SELECT type FROM (SELECT r.id AS id, r.type AS type FROM telling x JOIN telling y JOIN remark r ON r.sort = 'link' AND r.gone = 0 AND r.type IN ('no-conflict', 'contradicts', 'superseded', 'other-thing', 'unsure')
 AND ((r.kind = 'claim' AND r.item = x.claim) OR (r.kind = 'event' AND r.item = x.event) OR (r.kind = 'article' AND r.item = x.article))
 AND ((r.other_kind = 'claim' AND r.other = y.claim) OR (r.other_kind = 'event' AND r.other = y.event) OR (r.other_kind = 'article' AND r.other = y.article))
WHERE x.id = :a AND y.id = :b
UNION ALL SELECT r.id AS id, r.type AS type FROM telling x JOIN telling y JOIN remark r ON r.sort = 'link' AND r.gone = 0 AND r.type IN ('no-conflict', 'contradicts', 'superseded', 'other-thing', 'unsure')
 AND ((r.kind = 'claim' AND r.item = x.claim) OR (r.kind = 'event' AND r.item = x.event) OR (r.kind = 'article' AND r.item = x.article))
 AND ((r.other_kind = 'claim' AND r.other = y.claim) OR (r.other_kind = 'event' AND r.other = y.event) OR (r.other_kind = 'article' AND r.other = y.article))
WHERE x.id = :b AND y.id = :a) ORDER BY id DESC LIMIT 1;

-- Inputs: telling
-- Columns: other
--: in-conflict
SELECT b AS other FROM conflict WHERE a = :telling AND sort <> 'order' UNION ALL SELECT a FROM conflict WHERE b = :telling AND sort <> 'order';

-- Where an item is told, and when what it tells of was. Inputs: id
-- Columns: article, start, stop, earliest, latest
--: when-event
SELECT article, start, stop, earliest, latest FROM event WHERE id = :id;
--: when-claim
SELECT c.article AS article, min(s.start) AS start, max(s.stop) AS stop,
       (SELECT ifnull(min(e.earliest), -9223372036854775808) FROM event e WHERE e.claim = c.id AND e.gone = 0 AND e.dated) AS earliest,
       (SELECT ifnull(max(e.latest), 9223372036854775807) FROM event e WHERE e.claim = c.id AND e.gone = 0 AND e.dated) AS latest
FROM claim c JOIN claim_span s ON s.claim = c.id WHERE c.id = :id GROUP BY c.id;

-- Dated events within reach of others' dates in which an actor takes part that has to do with an item: takes part in it
-- (tie 3), is named where it is told (2) or in the same paragraph (1). A row for each such actor; nearest events first.
-- Inputs: article, start, stop, earliest, latest, reach (in seconds), event, claim (the item; the other is 0), lim
-- Columns: id, earliest, latest, actor, name, tie, unmentioned (in the item's article)
--: around
WITH paragraph(start, stop) AS (
  SELECT min(start), max(stop) FROM sentence WHERE article = :article AND paragraph IN
    (SELECT paragraph FROM sentence WHERE article = :article AND start < :stop AND stop > :start)),
named(actor, tie) AS (
  SELECT p.actor, 3 FROM event e JOIN participant p ON p.event = e.id WHERE e.id = :event OR e.claim = :claim
  UNION ALL SELECT source_actor, 3 FROM claim WHERE id = :claim AND source_actor IS NOT NULL
  UNION ALL SELECT m.actor, 1 + (m.start >= :start AND m.stop <= :stop) FROM paragraph g JOIN mention m
  WHERE m.article = :article AND m.gone = 0 AND m.start >= g.start AND m.stop <= g.stop),
who(actor, tie) AS (
  SELECT coalesce(f.merged, f.id), max(n.tie) FROM named n JOIN actor f ON f.id = n.actor GROUP BY 1)
SELECT e.id AS id, e.earliest AS earliest, e.latest AS latest, x.id AS actor, coalesce(x.chosen, x.title) AS name, w.tie AS tie, e.article <> :article AS unmentioned
FROM who w JOIN actor x ON x.id = w.actor AND x.kind <> 'place' JOIN actor f ON f.id = w.actor OR f.merged = w.actor
JOIN participant p ON p.actor = f.id JOIN event e ON e.id = p.event
WHERE e.gone = 0 AND e.standing <> 'rejected' AND e.dated AND e.earliest <= :latest + :reach AND e.latest >= :earliest - :reach
      AND e.id <> :event AND coalesce(e.claim, -1) <> :claim
GROUP BY e.id, x.id ORDER BY max(e.earliest - :latest, :earliest - e.latest, 0), e.id, w.tie DESC, name LIMIT :lim;
