-- The ends of a mark, moved by a person. Inputs: article, id (of the item), was_start, was_stop, start, stop; of a claim: part
-- Columns: row (whose state changes, see state.sql), title (of the item), chars (of the text), blocked (by another mark of the
-- same), state (that it gets)

--: time
SELECT t.id AS row, substr(c.text, t.start + 1, t.stop - t.start) AS title, length(c.text) AS chars, 0 AS blocked,
       json_array(:start, :stop, iif(coalesce(t.found_start, t.start) = :start AND coalesce(t.found_stop, t.stop) = :stop, NULL, coalesce(t.found_start, t.start)),
                  iif(coalesce(t.found_start, t.start) = :start AND coalesce(t.found_stop, t.stop) = :stop, NULL, coalesce(t.found_stop, t.stop)), 'changed') AS state
FROM time t JOIN content c ON c.article = t.article WHERE t.id = :id AND t.article = :article AND t.gone = 0 AND t.start = :was_start AND t.stop = :was_stop;

--: event
SELECT e.id AS row, coalesce(e.chosen, e.title) AS title, length(c.text) AS chars, 0 AS blocked,
       json_array(:start, :stop, min(e.start, :start), max(e.stop, :stop),
                  iif(coalesce(e.found_start, e.trigger_start) = :start AND coalesce(e.found_stop, e.trigger_stop) = :stop, NULL, coalesce(e.found_start, e.trigger_start)),
                  iif(coalesce(e.found_start, e.trigger_start) = :start AND coalesce(e.found_stop, e.trigger_stop) = :stop, NULL, coalesce(e.found_stop, e.trigger_stop)), 'changed') AS state
FROM event e JOIN content c ON c.article = e.article WHERE e.id = :id AND e.article = :article AND e.gone = 0 AND e.trigger_start = :was_start AND e.trigger_stop = :was_stop;

--: claim
SELECT k.id AS row, coalesce(k.chosen, k.title) AS title, length(c.text) AS chars,
       EXISTS (SELECT 1 FROM claim_span o WHERE o.claim = k.id AND o.part = :part AND NOT (o.start = :was_start AND o.stop = :was_stop) AND o.start < :stop AND o.stop > :start) AS blocked,
       (SELECT json_array(min(iif(s.its, :start, s.start)), 'changed', json_group_array(
          json_array(s.part, iif(s.its, :start, s.start), iif(s.its, :stop, s.stop),
                     iif(s.its, iif(s.from_start = :start AND s.from_stop = :stop, NULL, s.from_start), s.found_start),
                     iif(s.its, iif(s.from_start = :start AND s.from_stop = :stop, NULL, s.from_stop), s.found_stop)) ORDER BY s.part, s.start))
        FROM (SELECT p.*, p.part = :part AND p.start = :was_start AND p.stop = :was_stop AS its, coalesce(p.found_start, p.start) AS from_start, coalesce(p.found_stop, p.stop) AS from_stop
              FROM claim_span p WHERE p.claim = k.id) s) AS state
FROM claim k JOIN content c ON c.article = k.article JOIN claim_span w ON w.claim = k.id AND w.part = :part AND w.start = :was_start AND w.stop = :was_stop
WHERE k.id = :id AND k.article = :article AND k.gone = 0;

-- A mention; one that a person made was found nowhere.
--: actor
SELECT m.id AS row, coalesce(x.chosen, x.title) AS title, length(c.text) AS chars, 0 AS blocked,
       iif(m.made OR (ifnull(m.found_actor, m.actor) = m.actor AND coalesce(m.found_start, m.start) = :start AND coalesce(m.found_stop, m.stop) = :stop),
           json_array(m.actor, :start, :stop, NULL, NULL, NULL),
           json_array(m.actor, :start, :stop, coalesce(m.found_actor, m.actor), coalesce(m.found_start, m.start), coalesce(m.found_stop, m.stop))) AS state
FROM mention m JOIN actor f ON f.id = m.actor JOIN actor x ON x.id = coalesce(f.merged, f.id) JOIN content c ON c.article = m.article
WHERE m.article = :article AND m.gone = 0 AND m.start = :was_start AND m.stop = :was_stop AND x.id = (SELECT coalesce(merged, id) FROM actor WHERE id = :id)
ORDER BY m.id LIMIT 1;

-- An article was read anew: what a person moved is moved on what is found in its place. Inputs: old, now
--: carry-time
UPDATE time SET start = o.start, stop = o.stop, found_start = iif(time.start = o.start AND time.stop = o.stop, NULL, time.start),
                found_stop = iif(time.start = o.start AND time.stop = o.stop, NULL, time.stop)
FROM time o WHERE o.id = :old AND o.found_start IS NOT NULL AND time.id = :now;
--: carry-event
UPDATE event SET trigger_start = o.trigger_start, trigger_stop = o.trigger_stop, start = min(event.start, o.trigger_start), stop = max(event.stop, o.trigger_stop),
                 found_start = iif(event.trigger_start = o.trigger_start AND event.trigger_stop = o.trigger_stop, NULL, event.trigger_start),
                 found_stop = iif(event.trigger_start = o.trigger_start AND event.trigger_stop = o.trigger_stop, NULL, event.trigger_stop)
FROM event o WHERE o.id = :old AND o.found_start IS NOT NULL AND event.id = :now;
-- Of a claim, a part of which a person moved any piece is that person's.
--: clear-claim
DELETE FROM claim_span WHERE claim = :now AND part IN (SELECT part FROM claim_span WHERE claim = :old AND found_start IS NOT NULL);
--: fill-claim
INSERT INTO claim_span (claim, part, start, stop, found_start, found_stop)
SELECT :now, part, start, stop, found_start, found_stop FROM claim_span
WHERE claim = :old AND part IN (SELECT part FROM claim_span WHERE claim = :old AND found_start IS NOT NULL);
--: carry-claim
UPDATE claim SET start = (SELECT min(start) FROM claim_span WHERE claim = :now)
WHERE id = :now AND EXISTS (SELECT 1 FROM claim_span WHERE claim = :old AND found_start IS NOT NULL);
