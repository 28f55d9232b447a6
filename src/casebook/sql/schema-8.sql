-- Schema 8: fewer indexes to keep while an article is stored, and the relations of an actor by their strength.

-- What is stored is counted, and its article known to be stale, once for all of an article (store/count-begins,
-- store/stale): a trigger on each row makes SQLite ready to take each back by itself.
DROP TRIGGER event_comes;
DROP TRIGGER event_goes;
DROP TRIGGER stale_claim_new;
DROP TRIGGER stale_event_new;

-- One index serves what is there and what is gone.
DROP INDEX event_article;
DROP INDEX event_text;
CREATE INDEX event_text ON event (article DESC, trigger_start, id, standing, gone);
DROP INDEX claim_article;
DROP INDEX claim_text;
CREATE INDEX claim_text ON claim (article DESC, start, id, standing, gone);
DROP INDEX time_article;
DROP INDEX time_text;
CREATE INDEX time_text ON time (article DESC, start, id, standing, gone);

CREATE INDEX relation_ties ON relation (from_actor, n_evidence DESC, to_actor, standing);
DROP INDEX relation_to;
CREATE INDEX relation_to ON relation (to_actor, n_evidence DESC, from_actor, standing);

PRAGMA user_version = 8;
