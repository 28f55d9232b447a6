-- When things were reported and learned: from the events that say so, and from dates of publication.
--
-- Parts named in braces are put in their place. In those that other statements use, e is an event, c a claim.

-- r says when e was reported or learned: it is e itself, or the word that attributes the claim that e is told in, or one that this is made in.
--: of-event
r.article = e.article AND r.gone = 0 AND r.standing <> 'rejected' AND r.dated AND r.kind <> 'occurred' AND (r.id = e.id OR (e.claim IS NOT NULL AND EXISTS (
  SELECT 1 FROM claim_span q WHERE q.part = 'cue' AND q.start < r.trigger_stop AND q.stop > r.trigger_start AND q.claim IN (e.claim,
  (SELECT k.parent FROM claim k WHERE k.id = e.claim), (SELECT l.parent FROM claim k JOIN claim l ON l.id = k.parent WHERE k.id = e.claim)))))
-- The same of a claim.
--: of-claim
r.article = c.article AND r.gone = 0 AND r.standing <> 'rejected' AND r.dated AND r.kind <> 'occurred' AND EXISTS (
  SELECT 1 FROM claim_span q WHERE q.part = 'cue' AND q.start < r.trigger_stop AND q.stop > r.trigger_start AND q.claim IN (c.id, c.parent,
  (SELECT l.parent FROM claim l WHERE l.id = c.parent)))
-- The few articles with events that say when something was reported or learned.
--: told
SELECT r.article FROM event r WHERE r.gone = 0 AND r.kind <> 'occurred' AND r.standing <> 'rejected' AND r.dated
-- d is the article, or another that tells the same.
--: articles-of-event
d.id IN (SELECT e.article UNION ALL SELECT h.article FROM telling g JOIN telling h ON h.story = g.story AND h.story <> 0 WHERE g.event = e.id) AND d.gone = 0 AND d.published IS NOT NULL
--: articles-of-claim
d.id IN (SELECT c.article UNION ALL SELECT h.article FROM telling g JOIN telling h ON h.story = g.story AND h.story <> 0 WHERE g.claim = c.id) AND d.gone = 0 AND d.published IS NOT NULL

-- It was known by then for certain: reported, learned or published. A date of publication may be a year or a month. Inputs: known (second)
--: event-known
(EXISTS (SELECT 1 FROM article d WHERE {dates/articles-of-event} AND substr(d.published || '-99-99', 1, 10) <= date(:known, 'unixepoch'))
 OR (e.article IN ({dates/told} AND r.latest <= :known) AND EXISTS (SELECT 1 FROM event r WHERE {dates/of-event} AND r.latest <= :known)))
--: claim-known
(EXISTS (SELECT 1 FROM article d WHERE {dates/articles-of-claim} AND substr(d.published || '-99-99', 1, 10) <= date(:known, 'unixepoch'))
 OR (c.article IN ({dates/told} AND r.latest <= :known) AND EXISTS (SELECT 1 FROM event r WHERE {dates/of-claim} AND r.latest <= :known)))

-- It may have been reported, or learned, between two seconds. Inputs: reported_from, reported_to; learned_from, learned_to
--: event-reported
((e.article IN ({dates/told} AND r.kind = 'reported') AND EXISTS (SELECT 1 FROM event r WHERE {dates/of-event} AND r.kind = 'reported' AND r.earliest <= :reported_to AND r.latest >= :reported_from))
 OR EXISTS (SELECT 1 FROM article d WHERE {dates/articles-of-event} AND unixepoch(substr(d.published || '-01-01', 1, 10)) <= :reported_to
            AND substr(d.published || '-99-99', 1, 10) >= date(max(:reported_from, -62167219200), 'unixepoch')))
--: claim-reported
((c.article IN ({dates/told} AND r.kind = 'reported') AND EXISTS (SELECT 1 FROM event r WHERE {dates/of-claim} AND r.kind = 'reported' AND r.earliest <= :reported_to AND r.latest >= :reported_from))
 OR EXISTS (SELECT 1 FROM article d WHERE {dates/articles-of-claim} AND unixepoch(substr(d.published || '-01-01', 1, 10)) <= :reported_to
            AND substr(d.published || '-99-99', 1, 10) >= date(max(:reported_from, -62167219200), 'unixepoch')))
--: event-learned
(e.article IN ({dates/told} AND r.kind = 'learned' AND r.earliest <= :learned_to AND r.latest >= :learned_from)
 AND EXISTS (SELECT 1 FROM event r WHERE {dates/of-event} AND r.kind = 'learned' AND r.earliest <= :learned_to AND r.latest >= :learned_from))
--: claim-learned
(c.article IN ({dates/told} AND r.kind = 'learned' AND r.earliest <= :learned_to AND r.latest >= :learned_from)
 AND EXISTS (SELECT 1 FROM event r WHERE {dates/of-claim} AND r.kind = 'learned' AND r.earliest <= :learned_to AND r.latest >= :learned_from))

-- When it was first reported, or learned: to sort by, seconds; what has none, last.
--: event-first-reported
coalesce(iif(e.article IN ({dates/told} AND r.kind = 'reported'), (SELECT min(r.sort_date) FROM event r WHERE {dates/of-event} AND r.kind = 'reported'), NULL),
         (SELECT min(unixepoch(substr(d.published || '-01-01', 1, 10))) FROM article d WHERE {dates/articles-of-event}), 9223372036854775807)
--: claim-first-reported
coalesce(iif(c.article IN ({dates/told} AND r.kind = 'reported'), (SELECT min(r.sort_date) FROM event r WHERE {dates/of-claim} AND r.kind = 'reported'), NULL),
         (SELECT min(unixepoch(substr(d.published || '-01-01', 1, 10))) FROM article d WHERE {dates/articles-of-claim}), 9223372036854775807)
--: event-first-learned
ifnull(iif(e.article IN ({dates/told} AND r.kind = 'learned'), (SELECT min(r.sort_date) FROM event r WHERE {dates/of-event} AND r.kind = 'learned'), NULL), 9223372036854775807)
--: claim-first-learned
ifnull(iif(c.article IN ({dates/told} AND r.kind = 'learned'), (SELECT min(r.sort_date) FROM event r WHERE {dates/of-claim} AND r.kind = 'learned'), NULL), 9223372036854775807)

-- The three dates of one item. Inputs: id
-- Columns: kind, earliest, latest, soft_start, soft_end, lasting, event (that says so)
--: event-dates
SELECT r.kind AS kind, r.earliest AS earliest, r.latest AS latest, r.soft_start AS soft_start, r.soft_end AS soft_end, r.lasting AS lasting, r.id AS event
FROM event e JOIN event r ON {dates/of-event} WHERE e.id = :id
UNION ALL SELECT 'occurred', e.earliest, e.latest, e.soft_start, e.soft_end, e.lasting, e.id FROM event e WHERE e.id = :id AND e.dated AND e.kind = 'occurred' ORDER BY 2, 3, 7
--: claim-dates
SELECT r.kind AS kind, r.earliest AS earliest, r.latest AS latest, r.soft_start AS soft_start, r.soft_end AS soft_end, r.lasting AS lasting, r.id AS event
FROM claim c JOIN event r ON {dates/of-claim} WHERE c.id = :id
UNION ALL SELECT 'occurred', e.earliest, e.latest, e.soft_start, e.soft_end, e.lasting, e.id FROM event e
WHERE e.claim = :id AND e.gone = 0 AND e.standing <> 'rejected' AND e.dated AND e.kind = 'occurred' ORDER BY 2, 3, 7
-- The first article that told it. Columns: article, outlet, published
--: event-published
SELECT d.id AS article, coalesce(d.outlet, nullif(d.title, ''), d.name) AS outlet, d.published AS published FROM event e JOIN article d ON {dates/articles-of-event} WHERE e.id = :id ORDER BY d.published, d.id LIMIT 1
--: claim-published
SELECT d.id AS article, coalesce(d.outlet, nullif(d.title, ''), d.name) AS outlet, d.published AS published FROM claim c JOIN article d ON {dates/articles-of-claim} WHERE c.id = :id ORDER BY d.published, d.id LIMIT 1
