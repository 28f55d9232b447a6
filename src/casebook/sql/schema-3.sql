-- Schema 3: groups of commands, commands that can be replayed, what a person says beside an item, actors that are one.
--
-- edits: what a person set on an item, a JSON object: field → value. Where the field is a column too, the column has
-- that value, and "found-FIELD" keeps what the program found.

ALTER TABLE log ADD COLUMN part_of INTEGER REFERENCES log; -- the entry of the group it was made in
ALTER TABLE log ADD COLUMN model TEXT;    -- what the texts were read with
ALTER TABLE log ADD COLUMN payload BLOB;  -- what was found in a text, deflated (zlib), so that the command can be made again

DROP INDEX log_step;
CREATE INDEX log_step ON log (undone, id) WHERE entry IS NULL AND part_of IS NULL;
CREATE INDEX log_group ON log (part_of) WHERE part_of IS NOT NULL;

ALTER TABLE article ADD COLUMN edits TEXT;
ALTER TABLE actor ADD COLUMN edits TEXT;
ALTER TABLE event ADD COLUMN edits TEXT;
ALTER TABLE claim ADD COLUMN edits TEXT;

-- Who is found to be another: mentions, roles and aliases stay with the one they were found of, and n_mentions and
-- n_articles of the one that is shown count for all.
ALTER TABLE actor ADD COLUMN merged INTEGER REFERENCES actor DEFERRABLE INITIALLY DEFERRED; -- never one that is merged itself
CREATE INDEX actor_merged ON actor (merged) WHERE merged IS NOT NULL;

-- What a person marked, and not the program: 1, or the mention that an appearance is there for.
ALTER TABLE mention ADD COLUMN made INTEGER NOT NULL DEFAULT 0;
ALTER TABLE appearance ADD COLUMN made INTEGER NOT NULL DEFAULT 0;

-- subject and object are the actors it was found between; these are the ones it is shown between.
ALTER TABLE relation ADD COLUMN from_actor INTEGER REFERENCES actor DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE relation ADD COLUMN to_actor INTEGER REFERENCES actor DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE relation ADD COLUMN merged INTEGER REFERENCES relation DEFERRABLE INITIALLY DEFERRED; -- into one between the same
UPDATE relation SET from_actor = subject, to_actor = object;
CREATE INDEX relation_from ON relation (from_actor, to_actor);
CREATE INDEX relation_to ON relation (to_actor);
CREATE INDEX relation_merged ON relation (merged) WHERE merged IS NOT NULL;

-- What a person wrote beside an item: a tag, a note, or a link to another item.
CREATE TABLE remark (
  id         INTEGER PRIMARY KEY,
  gone       INTEGER NOT NULL DEFAULT 0,
  sort       TEXT NOT NULL,              -- tag, note, link
  kind       TEXT NOT NULL,              -- of the item
  item       INTEGER NOT NULL,
  text       TEXT NOT NULL,              -- the tag, the note, or what is said of the link
  key        TEXT,                       -- of a tag: case folded
  type       TEXT,                       -- of a link: supports, contradicts, same-as, answers, conflicts
  other_kind TEXT,                       -- of a link: what it leads to
  other      INTEGER,
  entry      INTEGER NOT NULL REFERENCES log DEFERRABLE INITIALLY DEFERRED -- that tells who wrote it, and when
) STRICT;

CREATE INDEX remark_item ON remark (kind, item, gone, sort);
CREATE INDEX remark_other ON remark (other_kind, other, gone) WHERE other IS NOT NULL;
CREATE INDEX remark_tag ON remark (key, kind, item) WHERE sort = 'tag' AND gone = 0;

CREATE VIRTUAL TABLE search_remark USING fts5 (words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');

PRAGMA user_version = 3;
