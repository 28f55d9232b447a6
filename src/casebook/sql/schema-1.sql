-- Schema 1: everything a casebook holds. Run once, in one transaction, on an empty file.
--
-- Spans (start, stop) count code points of the article's text; the end is exclusive. Seconds count from 1970 on
-- the wall clock of the place; the largest and the smallest integer stand for an open end. Words for enumerations
-- are those of sayso-cli.
--
-- gone: 0 while a row is there, else the log entry that took it away. Rows are never deleted, so every command can
-- be taken back exactly, and what a list model still holds can always be read.
-- standing: suggested (the program's), confirmed, changed, rejected (a person's).
-- title is the program's, chosen a person's.

CREATE TABLE article (
  id         INTEGER PRIMARY KEY,
  gone       INTEGER NOT NULL DEFAULT 0,
  title      TEXT,
  name       TEXT NOT NULL,              -- what to show where it has no title
  outlet     TEXT,
  byline     TEXT,                       -- names joined by ", "
  url        TEXT,
  published  TEXT,                       -- ISO 8601, as precise as the source gives it
  language   TEXT,                       -- BCP 47
  location   TEXT NOT NULL,              -- where it was imported from
  media_type TEXT NOT NULL,
  sha256     TEXT NOT NULL UNIQUE,       -- of the original bytes
  bytes      INTEGER NOT NULL,
  imported   INTEGER NOT NULL,           -- seconds since 1970, UTC
  n_words    INTEGER NOT NULL
) STRICT;

-- Large things apart, so that lists of articles read none of them.
CREATE TABLE content (
  article    INTEGER PRIMARY KEY REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  text       TEXT NOT NULL,
  original   BLOB NOT NULL               -- the bytes as they came, deflated (zlib)
) STRICT;

CREATE TABLE block (
  article    INTEGER NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  paragraph  INTEGER NOT NULL,           -- from 0
  start      INTEGER NOT NULL,
  stop       INTEGER NOT NULL,
  kind       TEXT NOT NULL,              -- paragraph, heading, item
  PRIMARY KEY (article, paragraph)
) STRICT, WITHOUT ROWID;

CREATE TABLE sentence (
  article    INTEGER NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  start      INTEGER NOT NULL,
  stop       INTEGER NOT NULL,
  paragraph  INTEGER NOT NULL,
  PRIMARY KEY (article, start)
) STRICT, WITHOUT ROWID;

CREATE TABLE time (
  id          INTEGER PRIMARY KEY,
  article     INTEGER NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  gone        INTEGER NOT NULL DEFAULT 0,
  standing    TEXT NOT NULL DEFAULT 'suggested',
  start       INTEGER NOT NULL,
  stop        INTEGER NOT NULL,
  type        TEXT NOT NULL,
  value       TEXT NOT NULL,
  mod         TEXT,
  edtf        TEXT,
  earliest    INTEGER NOT NULL,
  latest      INTEGER NOT NULL,
  soft_start  INTEGER NOT NULL,          -- days
  soft_end    INTEGER NOT NULL,
  lasting     INTEGER NOT NULL,
  anchor      TEXT NOT NULL,
  anchor_time INTEGER REFERENCES time DEFERRABLE INITIALLY DEFERRED,
  dated       INTEGER GENERATED ALWAYS AS (earliest > -9223372036854775808 OR latest < 9223372036854775807) VIRTUAL,
  sort_date   INTEGER GENERATED ALWAYS AS (iif(earliest > -9223372036854775808, earliest, latest)) VIRTUAL
) STRICT;

-- Lists are read from an index that holds all they sort and choose by, of the rows that are there.
CREATE INDEX time_article ON time (article, gone);
CREATE INDEX time_text ON time (article DESC, start, id, standing) WHERE gone = 0;
CREATE INDEX time_date ON time (sort_date, latest, article, start, id, standing, earliest) WHERE gone = 0;

-- An identity over all articles. Named actors of one kind and one name (case folded) are one; an unnamed one belongs
-- to its article and is never taken for another.
CREATE TABLE actor (
  id         INTEGER PRIMARY KEY,
  standing   TEXT NOT NULL DEFAULT 'suggested',
  kind       TEXT NOT NULL,
  key        TEXT NOT NULL,              -- the name as found, case folded
  title      TEXT NOT NULL,              -- the name as found
  chosen     TEXT,
  unnamed    INTEGER NOT NULL,
  article    INTEGER REFERENCES article DEFERRABLE INITIALLY DEFERRED, -- of an unnamed one
  n_mentions INTEGER NOT NULL DEFAULT 0, -- in articles that are there
  n_articles INTEGER NOT NULL DEFAULT 0  -- that are there; 0: nobody sees this actor
) STRICT;

CREATE UNIQUE INDEX actor_identity ON actor (kind, key) WHERE unnamed = 0;
CREATE INDEX actor_unnamed ON actor (article, key) WHERE unnamed = 1;
CREATE INDEX actor_strength ON actor (n_mentions DESC, id, standing) WHERE n_articles > 0;

CREATE TABLE alias (
  id         INTEGER PRIMARY KEY,
  actor      INTEGER NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  article    INTEGER NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  gone       INTEGER NOT NULL DEFAULT 0,
  name       TEXT NOT NULL
) STRICT;

CREATE INDEX alias_actor ON alias (actor, gone, name);
CREATE INDEX alias_article ON alias (article);

-- Which actors an article holds.
CREATE TABLE appearance (
  id         INTEGER PRIMARY KEY,
  actor      INTEGER NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  article    INTEGER NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  gone       INTEGER NOT NULL DEFAULT 0,
  n_mentions INTEGER NOT NULL
) STRICT;

CREATE INDEX appearance_actor ON appearance (actor, gone, article);
CREATE INDEX appearance_article ON appearance (article, gone, actor);

CREATE TABLE mention (
  id         INTEGER PRIMARY KEY,
  actor      INTEGER NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  article    INTEGER NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  gone       INTEGER NOT NULL DEFAULT 0,
  start      INTEGER NOT NULL,
  stop       INTEGER NOT NULL,
  form       TEXT NOT NULL               -- name, nominal, pronoun
) STRICT;

CREATE INDEX mention_actor ON mention (actor, gone, article, start, stop);
CREATE INDEX mention_article ON mention (article, gone, start, stop, actor);

CREATE TABLE claim (
  id           INTEGER PRIMARY KEY,
  article      INTEGER NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  gone         INTEGER NOT NULL DEFAULT 0,
  standing     TEXT NOT NULL DEFAULT 'suggested',
  title        TEXT NOT NULL,
  chosen       TEXT,
  start        INTEGER NOT NULL,         -- where it begins in the text: the first of its spans
  source_kind  TEXT NOT NULL,
  several      INTEGER NOT NULL,
  source_actor INTEGER REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  description  TEXT,
  parent       INTEGER REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
  mode         TEXT NOT NULL,
  certainty    TEXT NOT NULL,
  doubted      INTEGER NOT NULL,
  level        INTEGER NOT NULL,         -- the sourcing meter, 0 to 4, of the whole chain
  anonymous    INTEGER NOT NULL          -- whether somebody unnamed stands anywhere in the chain
) STRICT;

CREATE INDEX claim_article ON claim (article, gone);
CREATE INDEX claim_text ON claim (article DESC, start, id, standing) WHERE gone = 0;
CREATE INDEX claim_level ON claim (level, article DESC, start, id, standing) WHERE gone = 0;
CREATE INDEX claim_source ON claim (source_actor) WHERE source_actor IS NOT NULL;
CREATE INDEX claim_parent ON claim (parent) WHERE parent IS NOT NULL;

CREATE TABLE claim_span (
  claim      INTEGER NOT NULL REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
  part       TEXT NOT NULL,              -- source, cue, content
  start      INTEGER NOT NULL,
  stop       INTEGER NOT NULL,
  PRIMARY KEY (claim, part, start, stop)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  id            INTEGER PRIMARY KEY,
  article       INTEGER NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  gone          INTEGER NOT NULL DEFAULT 0,
  standing      TEXT NOT NULL DEFAULT 'suggested',
  title         TEXT NOT NULL,
  chosen        TEXT,
  trigger_start INTEGER NOT NULL,
  trigger_stop  INTEGER NOT NULL,
  start         INTEGER NOT NULL,
  stop          INTEGER NOT NULL,
  type          TEXT,
  kind          TEXT NOT NULL,
  time          INTEGER REFERENCES time DEFERRABLE INITIALLY DEFERRED,
  edtf          TEXT,
  earliest      INTEGER NOT NULL,
  latest        INTEGER NOT NULL,
  soft_start    INTEGER NOT NULL,
  soft_end      INTEGER NOT NULL,
  lasting       INTEGER NOT NULL,
  place         INTEGER REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  factuality    TEXT NOT NULL,
  claim         INTEGER REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
  doubted       INTEGER NOT NULL,
  voice         TEXT NOT NULL,
  dated         INTEGER GENERATED ALWAYS AS (earliest > -9223372036854775808 OR latest < 9223372036854775807) VIRTUAL,
  sort_date     INTEGER GENERATED ALWAYS AS (iif(earliest > -9223372036854775808, earliest, latest)) VIRTUAL
) STRICT;

CREATE INDEX event_article ON event (article, gone);
CREATE INDEX event_text ON event (article DESC, trigger_start, id, standing) WHERE gone = 0;
CREATE INDEX event_date ON event (sort_date, latest, article, trigger_start, id, standing, earliest) WHERE gone = 0;
CREATE INDEX event_time ON event (time) WHERE time IS NOT NULL;
CREATE INDEX event_claim ON event (claim) WHERE claim IS NOT NULL;
CREATE INDEX event_place ON event (place) WHERE place IS NOT NULL;

CREATE TABLE participant (
  event      INTEGER NOT NULL REFERENCES event DEFERRABLE INITIALLY DEFERRED,
  place      INTEGER NOT NULL,           -- order among the participants, from 0
  role       TEXT NOT NULL,
  actor      INTEGER NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  start      INTEGER NOT NULL,
  stop       INTEGER NOT NULL,
  PRIMARY KEY (event, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX participant_actor ON participant (actor, event);

-- Relations too are identities over all articles.
CREATE TABLE relation (
  id         INTEGER PRIMARY KEY,
  standing   TEXT NOT NULL DEFAULT 'suggested',
  subject    INTEGER NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  type       TEXT NOT NULL,
  label      TEXT NOT NULL,
  object     INTEGER NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  n_evidence INTEGER NOT NULL DEFAULT 0, -- in articles that are there; 0: nobody sees it
  UNIQUE (subject, object, type, label)
) STRICT;

CREATE INDEX relation_object ON relation (object);
CREATE INDEX relation_strength ON relation (n_evidence DESC, id, standing) WHERE n_evidence > 0;

CREATE TABLE evidence (
  id         INTEGER PRIMARY KEY,
  relation   INTEGER NOT NULL REFERENCES relation DEFERRABLE INITIALLY DEFERRED,
  article    INTEGER NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  gone       INTEGER NOT NULL DEFAULT 0,
  start      INTEGER NOT NULL,
  stop       INTEGER NOT NULL,
  event      INTEGER REFERENCES event DEFERRABLE INITIALLY DEFERRED,
  claim      INTEGER REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
  voice      TEXT NOT NULL
) STRICT;

CREATE INDEX evidence_relation ON evidence (relation, gone, article, start);
CREATE INDEX evidence_article ON evidence (article, gone, relation);
CREATE INDEX evidence_event ON evidence (event) WHERE event IS NOT NULL;

-- Every change, undo and redo too, in the order made.
CREATE TABLE log (
  id         INTEGER PRIMARY KEY,
  made       INTEGER NOT NULL,           -- microseconds since 1970, UTC
  who        TEXT NOT NULL,
  version    TEXT NOT NULL,              -- of the program
  command    TEXT NOT NULL,              -- import, remove, restore, decide, rename, published, undo, redo
  what       TEXT NOT NULL,              -- JSON: what was changed, and what it was before
  undone     INTEGER NOT NULL DEFAULT 0, -- 0 stands, 1 can be redone, 2 was left behind by a later command
  entry      INTEGER REFERENCES log      -- of undo and redo: the entry they are about
) STRICT;

CREATE INDEX log_step ON log (undone, id) WHERE entry IS NULL;

-- Words to search for, by item. Rows stay when their items go; queries join them with what is there.
CREATE VIRTUAL TABLE search_article USING fts5 (title, words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE search_time USING fts5 (words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE search_actor USING fts5 (title, words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE search_event USING fts5 (title, words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE search_claim USING fts5 (title, words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE search_relation USING fts5 (title, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');

PRAGMA application_id = 0x5361796f;      -- "Sayo"
PRAGMA user_version = 1;
