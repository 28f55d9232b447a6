-- What a change leaves of a row, and how it was before: a JSON array each. Inputs: id; of set-…: state too.

--: get-time
SELECT json_array(start, stop, found_start, found_stop, standing) AS state FROM time WHERE id = :id;
--: set-time
UPDATE time SET start = :state ->> 0, stop = :state ->> 1, found_start = :state ->> 2, found_stop = :state ->> 3, standing = :state ->> 4 WHERE id = :id;

--: get-event
SELECT json_array(trigger_start, trigger_stop, start, stop, found_start, found_stop, standing) AS state FROM event WHERE id = :id;
--: set-event
UPDATE event SET trigger_start = :state ->> 0, trigger_stop = :state ->> 1, start = :state ->> 2, stop = :state ->> 3,
                 found_start = :state ->> 4, found_stop = :state ->> 5, standing = :state ->> 6 WHERE id = :id;

--: get-event-place
SELECT json_array(place) AS state FROM event WHERE id = :id;
--: set-event-place
UPDATE event SET place = :state ->> 0 WHERE id = :id;

-- Of all who took part in an event, in their order.
--: get-participants
SELECT json_group_array(actor ORDER BY place) AS state FROM participant WHERE event = :id;
--: set-participants
UPDATE participant SET actor = :state ->> place WHERE event = :id;

--: get-claim
SELECT json_array(c.start, c.standing, (SELECT json_group_array(json_array(s.part, s.start, s.stop, s.found_start, s.found_stop) ORDER BY s.part, s.start) FROM claim_span s WHERE s.claim = c.id)) AS state
FROM claim c WHERE c.id = :id;
--: set-claim
UPDATE claim SET start = :state ->> 0, standing = :state ->> 1 WHERE id = :id;
--: clear-claim
DELETE FROM claim_span WHERE claim = :id;
--: fill-claim
INSERT INTO claim_span (claim, part, start, stop, found_start, found_stop)
SELECT :id, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(:state, '$[2]');

--: get-claim-source
SELECT json_array(source_actor) AS state FROM claim WHERE id = :id;
--: set-claim-source
UPDATE claim SET source_actor = :state ->> 0 WHERE id = :id;

--: get-mention
SELECT json_array(actor, start, stop, found_actor, found_start, found_stop) AS state FROM mention WHERE id = :id;
--: set-mention
UPDATE mention SET actor = :state ->> 0, start = :state ->> 1, stop = :state ->> 2, found_actor = :state ->> 3, found_start = :state ->> 4, found_stop = :state ->> 5 WHERE id = :id;

--: get-appearance
SELECT json_array(actor, n_mentions, gone) AS state FROM appearance WHERE id = :id;
--: set-appearance
UPDATE appearance SET actor = :state ->> 0, n_mentions = :state ->> 1, gone = :state ->> 2 WHERE id = :id;

--: get-evidence
SELECT json_array(relation, gone) AS state FROM evidence WHERE id = :id;
--: set-evidence
UPDATE evidence SET relation = :state ->> 0, gone = :state ->> 1 WHERE id = :id;

--: get-relation
SELECT json_array(id, standing) AS state FROM relation WHERE id = :id;
--: set-relation
UPDATE relation SET standing = :state ->> 1 WHERE id = :id;

-- Counts a relation anew, or the one that shows it. Inputs: id
--: count-relation
UPDATE relation SET n_evidence = ({evidence/resting})
WHERE id = (SELECT coalesce(r.merged, r.id) FROM relation r WHERE r.id = :id);
