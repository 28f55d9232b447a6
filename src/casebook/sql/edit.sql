-- What a person sets on items. KIND stands for the table of the kind of item.

-- Inputs: id
-- Columns: title (to show), standing, edits
--: get-article
SELECT coalesce(nullif(title, ''), name) AS title, 'suggested' AS standing, edits FROM article WHERE id = :id AND gone = 0;
--: get-actor
SELECT coalesce(chosen, title) AS title, standing, edits FROM actor WHERE id = :id AND n_articles > 0;
--: get-event
SELECT coalesce(chosen, title) AS title, standing, edits FROM event WHERE id = :id AND gone = 0;
--: get-claim
SELECT coalesce(chosen, title) AS title, standing, edits FROM claim WHERE id = :id AND gone = 0;

-- Inputs: id, edits (nullable), standing
--: set-article
UPDATE article SET edits = :edits WHERE id = :id AND :standing IS NOT NULL;
--: set-actor
UPDATE actor SET edits = :edits, standing = :standing WHERE id = :id;
--: set-event
UPDATE event SET edits = :edits, standing = :standing WHERE id = :id;
--: set-claim
UPDATE claim SET edits = :edits, standing = :standing WHERE id = :id;

-- Fields that are columns: what they hold, in words. Inputs: id
-- Columns: value
--: get-event-when
SELECT json_array(edtf, earliest, latest, soft_start, soft_end, lasting) AS value FROM event WHERE id = :id;
--: get-event-factuality
SELECT factuality AS value FROM event WHERE id = :id;
--: get-event-kind
SELECT kind AS value FROM event WHERE id = :id;
--: get-event-disputed
SELECT iif(doubted, 'yes', 'no') AS value FROM event WHERE id = :id;
--: get-claim-disputed
SELECT iif(doubted, 'yes', 'no') AS value FROM claim WHERE id = :id;
--: get-claim-source-kind
SELECT source_kind AS value FROM claim WHERE id = :id;
--: get-claim-certainty
SELECT certainty AS value FROM claim WHERE id = :id;

-- Inputs: id, value
--: put-event-when
UPDATE event SET edtf = :value ->> 0, earliest = :value ->> 1, latest = :value ->> 2, soft_start = :value ->> 3, soft_end = :value ->> 4, lasting = :value ->> 5 WHERE id = :id;
--: put-event-factuality
UPDATE event SET factuality = :value WHERE id = :id;
--: put-event-kind
UPDATE event SET kind = :value WHERE id = :id;
--: put-event-disputed
UPDATE event SET doubted = :value = 'yes' WHERE id = :id;
--: put-claim-disputed
UPDATE claim SET doubted = :value = 'yes' WHERE id = :id;
--: put-claim-source-kind
UPDATE claim SET source_kind = :value WHERE id = :id;
--: put-claim-certainty
UPDATE claim SET certainty = :value WHERE id = :id;

-- What follows from the source of a claim, for it and all that are made inside it: as when it was found, see
-- sayso_findings_level(). Inputs: id
--: sourcing
WITH RECURSIVE below (id) AS (SELECT :id UNION SELECT k.id FROM below JOIN claim k ON k.parent = below.id)
UPDATE claim SET (level, anonymous) = (
  WITH RECURSIVE chain (id, parent, kind, several, first) AS (
    SELECT claim.id, claim.parent, claim.source_kind, claim.several, 1
    UNION SELECT p.id, p.parent, p.source_kind, p.several, 0 FROM chain JOIN claim p ON p.id = chain.parent)
  SELECT min(iif(first OR kind NOT IN ('author', 'outlet'), sourcing_level(kind, several), 9)), max(kind = 'anonymous') FROM chain)
WHERE claim.id IN (SELECT id FROM below) AND claim.gone = 0;

-- What follows from an event's factuality and from who tells of it. Inputs: event or claim
--: voice-of-event
UPDATE event SET voice = CASE factuality WHEN 'denied' THEN 'denied' WHEN 'asserted' THEN
  iif(EXISTS (SELECT 1 FROM claim c WHERE c.id = event.claim AND c.source_kind <> 'author'), 'claimed', 'said') ELSE 'hypothetical' END
WHERE id = :event;
--: voice-of-claim
UPDATE event SET voice = CASE factuality WHEN 'denied' THEN 'denied' WHEN 'asserted' THEN
  iif(EXISTS (SELECT 1 FROM claim c WHERE c.id = event.claim AND c.source_kind <> 'author'), 'claimed', 'said') ELSE 'hypothetical' END
WHERE claim = :claim;
--: evidence-of-event
UPDATE evidence SET voice = (SELECT e.voice FROM event e WHERE e.id = evidence.event) WHERE event = :event;
--: evidence-of-claim
UPDATE evidence SET voice = (SELECT e.voice FROM event e WHERE e.id = evidence.event) WHERE event IN (SELECT id FROM event WHERE claim = :claim);
