-- Schema 13: which passages are told again nearly word for word. Found from the texts, and in no history.

-- A paragraph of some length.
CREATE TABLE passage (
  id         INTEGER PRIMARY KEY,
  article    INTEGER NOT NULL,
  start      INTEGER NOT NULL,
  stop       INTEGER NOT NULL,
  n          INTEGER NOT NULL            -- words
) STRICT;

CREATE INDEX passage_article ON passage (article);

-- By what passages that are alike are found: hashes of the least hashes of their words.
CREATE TABLE band (
  band       INTEGER NOT NULL,
  passage    INTEGER NOT NULL,
  PRIMARY KEY (band, passage)
) STRICT, WITHOUT ROWID;

-- Two articles that have passages in common.
CREATE TABLE copy (
  a          INTEGER NOT NULL,           -- the smaller id
  b          INTEGER NOT NULL,
  share_a    REAL NOT NULL,              -- of a's words, those of passages that b has too
  share_b    REAL NOT NULL,
  n          INTEGER NOT NULL,           -- passages
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

CREATE INDEX copy_other ON copy (b);

-- What dates an effect stands in the reasons.
CREATE INDEX conflict_order ON conflict (a) WHERE sort = 'order';

-- Sentences are compared by more than before.
INSERT INTO stale SELECT id FROM article WHERE id NOT IN (SELECT article FROM stale);

PRAGMA user_version = 13;
