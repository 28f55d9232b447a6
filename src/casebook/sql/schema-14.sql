-- Schema 14: less to keep while an article is stored, and lists by title and by date from an index.

-- Where an actor is mentioned is known from the articles that mention it; relations between two from those of one.
DROP INDEX mention_actor;
DROP INDEX relation_from;
DROP INDEX relation_object;
-- No list of times is in the order of what they mean.
DROP INDEX time_date;

-- By what titles are sorted: see title_key() in sayso-connection.c.
ALTER TABLE article ADD COLUMN order_key TEXT;
ALTER TABLE actor ADD COLUMN order_key TEXT;
UPDATE article SET order_key = title_key(coalesce(nullif(title, ''), name));
UPDATE actor SET order_key = title_key(coalesce(chosen, title));
CREATE INDEX article_title ON article (order_key, id DESC) WHERE gone = 0;
CREATE INDEX article_date ON article (published IS NULL, published, id DESC) WHERE gone = 0;
CREATE INDEX actor_title ON actor (order_key, id);

-- Where the first event begins that a claim tells of.
ALTER TABLE claim ADD COLUMN sort_date INTEGER NOT NULL DEFAULT 9223372036854775807;
UPDATE claim SET sort_date = e.first FROM (SELECT claim, min(sort_date) AS first FROM event WHERE claim IS NOT NULL AND gone = 0 AND standing <> 'rejected' GROUP BY claim) e WHERE e.claim = claim.id;
CREATE INDEX claim_date ON claim (sort_date, article DESC, start, id, standing) WHERE gone = 0;
CREATE TRIGGER event_dates AFTER UPDATE OF gone, standing, earliest, latest, claim ON event WHEN old.claim IS NOT NULL OR new.claim IS NOT NULL BEGIN
  UPDATE claim SET sort_date = (SELECT ifnull(min(e.sort_date), 9223372036854775807) FROM event e WHERE e.claim = claim.id AND e.gone = 0 AND e.standing <> 'rejected')
  WHERE id IN (old.claim, new.claim);
END;

-- Words of fewer batches are put together at once.
INSERT INTO search_article (search_article, rank) VALUES ('automerge', 8);
INSERT INTO search_event (search_event, rank) VALUES ('automerge', 8);
INSERT INTO search_claim (search_claim, rank) VALUES ('automerge', 8);

PRAGMA user_version = 14;
