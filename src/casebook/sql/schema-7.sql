-- Schema 7: what no article says alone: which tellings are of one thing, on whose word, and what does not fit together.
--
-- None of it is in the history: it is found again from the rest. What a person says of it is: links and edits.

-- Articles that changed since their tellings were compared.
CREATE TABLE stale (
  article    INTEGER PRIMARY KEY
) STRICT;

INSERT INTO stale SELECT id FROM article;

-- A sentence that tells of something.
CREATE TABLE telling (
  id         INTEGER PRIMARY KEY,
  article    INTEGER NOT NULL,
  start      INTEGER NOT NULL,
  stop       INTEGER NOT NULL,
  claim      INTEGER,                    -- the innermost that it stands in
  event      INTEGER,                    -- the first that it tells of
  story      INTEGER NOT NULL,           -- of all tellings of this; 0: it stands alone
  words      TEXT NOT NULL,              -- what it is compared by
  earliest   INTEGER NOT NULL,           -- when that was
  latest     INTEGER NOT NULL,
  said       TEXT NOT NULL               -- JSON: on whose word
) STRICT;

CREATE INDEX telling_article ON telling (article, start);
CREATE INDEX telling_story ON telling (story) WHERE story <> 0;
CREATE INDEX telling_claim ON telling (claim) WHERE claim IS NOT NULL;
CREATE INDEX telling_event ON telling (event) WHERE event IS NOT NULL;

-- By which words a telling is found: hashes.
CREATE TABLE sign (
  sign       INTEGER NOT NULL,
  telling    INTEGER NOT NULL,
  PRIMARY KEY (sign, telling)
) STRICT, WITHOUT ROWID;

-- Two tellings of one thing.
CREATE TABLE tie (
  a          INTEGER NOT NULL,           -- the smaller id
  b          INTEGER NOT NULL,
  score      REAL NOT NULL,
  why        TEXT NOT NULL,              -- JSON: the parts of the score
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

CREATE INDEX tie_other ON tie (b);

-- What several tellings tell.
CREATE TABLE story (
  id         INTEGER PRIMARY KEY,
  lead       INTEGER NOT NULL,           -- the telling that stands for all
  n_articles INTEGER NOT NULL,
  n_origins  INTEGER NOT NULL,
  least      INTEGER NOT NULL,           -- of origins
  most       INTEGER NOT NULL,
  level      INTEGER NOT NULL,           -- the sourcing meter, 0 to 4
  what       TEXT NOT NULL               -- JSON: origins, links and why
) STRICT;

-- Two tellings that do not fit together.
CREATE TABLE conflict (
  id         INTEGER PRIMARY KEY,
  a          INTEGER NOT NULL,
  b          INTEGER NOT NULL,
  sort       TEXT NOT NULL,              -- dates, order, denial, actor, product, number
  class      TEXT NOT NULL,              -- contradiction, superseded, other, unsure
  why        TEXT NOT NULL               -- JSON
) STRICT;

CREATE INDEX conflict_a ON conflict (a);
CREATE INDEX conflict_b ON conflict (b);
CREATE INDEX article_outlet ON article (outlet) WHERE gone = 0 AND outlet IS NOT NULL;

CREATE TRIGGER stale_article_new AFTER INSERT ON article
BEGIN INSERT INTO stale SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM stale WHERE article = NEW.id); END;
CREATE TRIGGER stale_article AFTER UPDATE ON article
BEGIN INSERT INTO stale SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM stale WHERE article = NEW.id); END;
CREATE TRIGGER stale_claim_new AFTER INSERT ON claim
BEGIN INSERT INTO stale SELECT NEW.article WHERE NOT EXISTS (SELECT 1 FROM stale WHERE article = NEW.article); END;
CREATE TRIGGER stale_claim AFTER UPDATE ON claim
BEGIN INSERT INTO stale SELECT NEW.article WHERE NOT EXISTS (SELECT 1 FROM stale WHERE article = NEW.article); END;
CREATE TRIGGER stale_event_new AFTER INSERT ON event
BEGIN INSERT INTO stale SELECT NEW.article WHERE NOT EXISTS (SELECT 1 FROM stale WHERE article = NEW.article); END;
CREATE TRIGGER stale_event AFTER UPDATE ON event
BEGIN INSERT INTO stale SELECT NEW.article WHERE NOT EXISTS (SELECT 1 FROM stale WHERE article = NEW.article); END;
CREATE TRIGGER stale_actor AFTER UPDATE OF merged ON actor
BEGIN INSERT INTO stale SELECT p.article FROM appearance p WHERE p.actor = NEW.id AND p.gone = 0 AND NOT EXISTS (SELECT 1 FROM stale WHERE article = p.article) GROUP BY p.article; END;

-- Links are what a person says of tellings.
CREATE VIEW linked_article AS
SELECT r.id AS remark, coalesce(c.article, e.article, a.id) AS article FROM remark r
LEFT JOIN claim c ON r.kind = 'claim' AND c.id = r.item LEFT JOIN event e ON r.kind = 'event' AND e.id = r.item
LEFT JOIN article a ON r.kind = 'article' AND a.id = r.item WHERE r.sort = 'link'
UNION
SELECT r.id, coalesce(c.article, e.article, a.id) FROM remark r
LEFT JOIN claim c ON r.other_kind = 'claim' AND c.id = r.other LEFT JOIN event e ON r.other_kind = 'event' AND e.id = r.other
LEFT JOIN article a ON r.other_kind = 'article' AND a.id = r.other WHERE r.sort = 'link';

CREATE TRIGGER stale_remark_new AFTER INSERT ON remark WHEN NEW.sort = 'link'
BEGIN INSERT INTO stale SELECT l.article FROM linked_article l WHERE l.remark = NEW.id AND l.article IS NOT NULL AND NOT EXISTS (SELECT 1 FROM stale WHERE article = l.article); END;
CREATE TRIGGER stale_remark AFTER UPDATE ON remark WHEN NEW.sort = 'link'
BEGIN INSERT INTO stale SELECT l.article FROM linked_article l WHERE l.remark = NEW.id AND l.article IS NOT NULL AND NOT EXISTS (SELECT 1 FROM stale WHERE article = l.article); END;

PRAGMA user_version = 7;
