-- All that a casebook holds but who changed it, when and with which program: what must be the same when its history is
-- made again. Rows of each part in one order.

--: article
SELECT id, gone, title, name, outlet, byline, url, published, language, location, media_type, sha256, bytes, n_words, edits FROM article ORDER BY id;
--: content
SELECT article, text, provenance FROM content ORDER BY article;
--: block
SELECT article, paragraph, start, stop, kind FROM block ORDER BY article, paragraph;
--: sentence
SELECT article, start, stop, paragraph FROM sentence ORDER BY article, start;
--: time
SELECT id, article, gone, standing, start, stop, type, value, mod, edtf, earliest, latest, soft_start, soft_end, lasting, anchor, anchor_time, chosen, found, found_start, found_stop FROM time ORDER BY id;
--: actor
SELECT id, standing, kind, key, title, chosen, unnamed, article, n_mentions, n_articles, merged, edits FROM actor ORDER BY id;
--: alias
SELECT id, actor, article, gone, name FROM alias ORDER BY id;
--: appearance
SELECT id, actor, article, gone, n_mentions, made FROM appearance ORDER BY id;
--: mention
SELECT id, actor, article, gone, start, stop, form, made, found_actor, found_start, found_stop FROM mention ORDER BY id;
--: claim
SELECT id, article, gone, standing, title, chosen, start, source_kind, several, source_actor, description, parent, mode, certainty, doubted, level, anonymous, edits FROM claim ORDER BY id;
--: claim-span
SELECT claim, part, start, stop, found_start, found_stop FROM claim_span ORDER BY claim, part, start, stop;
--: event
SELECT id, article, gone, standing, title, chosen, trigger_start, trigger_stop, start, stop, type, kind, time, edtf, earliest, latest, soft_start, soft_end, lasting, place, factuality, claim, doubted, voice, edits, found_start, found_stop FROM event ORDER BY id;
--: participant
SELECT event, place, role, actor, start, stop FROM participant ORDER BY event, place;
--: relation
SELECT id, standing, subject, type, label, object, n_evidence, from_actor, to_actor, merged FROM relation ORDER BY id;
--: evidence
SELECT id, relation, article, gone, start, stop, event, claim, voice, made FROM evidence ORDER BY id;
--: remark
SELECT id, gone, sort, kind, item, text, key, type, other_kind, other, entry FROM remark ORDER BY id;
--: log
SELECT id, command, what, undone, entry, part_of FROM log ORDER BY id;
