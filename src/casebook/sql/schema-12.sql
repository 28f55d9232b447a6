-- Schema 12: where a person moved the ends of a mark, which mentions a person gave to another actor, and what a person
-- found a relation to rest on. The log has three more commands: extent, split, add-relation.

-- found_start and found_stop: where it was found; null: where it stands.
ALTER TABLE time ADD COLUMN found_start INTEGER;
ALTER TABLE time ADD COLUMN found_stop INTEGER;
ALTER TABLE event ADD COLUMN found_start INTEGER; -- of the trigger
ALTER TABLE event ADD COLUMN found_stop INTEGER;
ALTER TABLE claim_span ADD COLUMN found_start INTEGER;
ALTER TABLE claim_span ADD COLUMN found_stop INTEGER;

-- A mention that a person moved or gave to another actor has all three.
ALTER TABLE mention ADD COLUMN found_actor INTEGER REFERENCES actor DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE mention ADD COLUMN found_start INTEGER;
ALTER TABLE mention ADD COLUMN found_stop INTEGER;

ALTER TABLE evidence ADD COLUMN made INTEGER NOT NULL DEFAULT 0; -- 1: by a person

PRAGMA user_version = 12;
