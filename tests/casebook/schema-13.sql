-- A casebook of schema 13: two articles of the tests, a title changed, a claim rejected, an article removed.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
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
, edits TEXT, shape BLOB) STRICT;
INSERT INTO article VALUES(1,5,'Harbour deal under fire, 1','harbour-1.txt','Vellmar Courier','Ned Marsh, Ida Fell',NULL,NULL,NULL,'/tmp/harbour-1.txt','text/plain','ca07e5fee81589cac777a16557cc9bef1eaed89fa285158b0e6ff8a831dc71d1',378,1795487636,65,NULL,X'6c6b466c44580684e6207995481911e4a663d748aed62ca494fbea3884faab799a4d8f290e277c15baaaebad1f161afca9a34af50469aa8acffec704c8ab3891b1dc7774c50a04f087b7f84b3ac91840d47b9f14b91c1f1275a31c45c23438cd77cbbe05f5a630df3766d03c4b132b551ccdea4346653486525d50bbdd490cf6');
INSERT INTO article VALUES(2,0,'Harbour deal under fire, 2','harbour-2.txt','Vellmar Courier','Ned Marsh, Ida Fell',NULL,'2020-05-04',NULL,'/tmp/harbour-2.txt','text/plain','fe4e7cbf99b6da00dd9125454dc6e1ffe735c6a204280d101bb0c8722c851e72',378,1795487636,65,NULL,X'6c6b466c44580684e6207995481911e4a663d748aed62ca494fbea3884faab799a4d8f290e277c15baaaebad1f161afca9a34af53415aa8acffec704c8ab3891b1dc7774c50a04f00176f84b3ac91840d47b9f14b91c1f1275a31c45c23438cd77cbbe05f5a630df3766d03c4b132b551ccdea43466534862abd50bbdd490cf6');
CREATE TABLE content (
  article    INTEGER PRIMARY KEY REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  text       TEXT NOT NULL,
  original   BLOB NOT NULL               -- the bytes as they came, deflated (zlib)
, provenance TEXT) STRICT;
INSERT INTO content VALUES(1,replace('Harbour deal under fire\n\nIn March 2019 the port authority of Vellmar signed a contract with Brine & Oak. Two officials told the Vellmar Courier that Brine & Oak had bribed Ada Quill. Ada Quill denied that she met anyone.\n\nAccording to an audit report, Brine & Oak may sell the docks in 2021. The Courier wrote that nobody had asked. Yesterday the Kestrel crane fell.\n\nEdition 1.','\n',char(10)),X'789c558f414b03410c85effb2bdec9932cb6378f5504a588082278ccce64bba1d38964b294fdf7a62d45bd2581f7bd2fcf6483ce86cc5430d7cc86518cbbeea5e2952c4d58dfadeee113e35bcd41b34f6ae20b74c42797722043935de50c42d2ea46c971149ff06052193778a37d8f8fa346649424541a5c4b3e43af88c7909028f789fc6f1013650c2643f03799f03e4b29fdef18e255385f722d80070ec9ba68e5beeb3629a965a9bb288c6bd86771189f5eb9fd5773a0052d5cce5259d3be416afcbe5e857a9cae7e4753e74b5bd541f37216a4b6e7dce38b9bb3e5409d28dbd88c0b9251d48c010fa3a71010ad58f53f2ece816a','{"importer":"0.1.0","way":"file"}');
INSERT INTO content VALUES(2,replace('Harbour deal under fire\n\nIn March 2019 the port authority of Vellmar signed a contract with Brine & Oak. Two officials told the Vellmar Courier that Brine & Oak had bribed Ada Quill. Ada Quill denied that she met anyone.\n\nAccording to an audit report, Brine & Oak may sell the docks in 2021. The Courier wrote that nobody had asked. Yesterday the Kestrel crane fell.\n\nEdition 2.','\n',char(10)),X'789c558f414b03410c85effb2bdec9932cb6378f5504a588082278ccce64bba1d38964b294fdf7a62d45bd2581f7bd2fcf6483ce86cc5430d7cc86518cbbeea5e2952c4d58dfadeee113e35bcd41b34f6ae20b74c42797722043935de50c42d2ea46c971149ff06052193778a37d8f8fa346649424541a5c4b3e43af88c7909028f789fc6f1013650c2643f03799f03e4b29fdef18e255385f722d80070ec9ba68e5beeb3629a965a9bb288c6bd86771189f5eb9fd5773a0052d5cce5259d3be416afcbe5e857a9cae7e4753e74b5bd541f37216a4b6e7dce38b9bb3e5409d28dbd88c0b9251d48c010fa3a710100d72ff032ed0816b','{"importer":"0.1.0","way":"file"}');
CREATE TABLE block (
  article    INTEGER NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  paragraph  INTEGER NOT NULL,           -- from 0
  start      INTEGER NOT NULL,
  stop       INTEGER NOT NULL,
  kind       TEXT NOT NULL,              -- paragraph, heading, item
  PRIMARY KEY (article, paragraph)
) STRICT, WITHOUT ROWID;
INSERT INTO block VALUES(1,0,0,23,'heading');
INSERT INTO block VALUES(1,1,25,220,'paragraph');
INSERT INTO block VALUES(1,2,222,366,'paragraph');
INSERT INTO block VALUES(1,3,368,376,'paragraph');
INSERT INTO block VALUES(2,0,0,23,'heading');
INSERT INTO block VALUES(2,1,25,220,'paragraph');
INSERT INTO block VALUES(2,2,222,366,'paragraph');
INSERT INTO block VALUES(2,3,368,376,'paragraph');
CREATE TABLE sentence (
  article    INTEGER NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  start      INTEGER NOT NULL,
  stop       INTEGER NOT NULL,
  paragraph  INTEGER NOT NULL,
  PRIMARY KEY (article, start)
) STRICT, WITHOUT ROWID;
INSERT INTO sentence VALUES(1,0,23,0);
INSERT INTO sentence VALUES(1,25,104,1);
INSERT INTO sentence VALUES(1,105,182,1);
INSERT INTO sentence VALUES(1,183,220,1);
INSERT INTO sentence VALUES(1,222,291,2);
INSERT INTO sentence VALUES(1,292,332,2);
INSERT INTO sentence VALUES(1,333,366,2);
INSERT INTO sentence VALUES(1,368,376,3);
INSERT INTO sentence VALUES(2,0,23,0);
INSERT INTO sentence VALUES(2,25,104,1);
INSERT INTO sentence VALUES(2,105,182,1);
INSERT INTO sentence VALUES(2,183,220,1);
INSERT INTO sentence VALUES(2,222,291,2);
INSERT INTO sentence VALUES(2,292,332,2);
INSERT INTO sentence VALUES(2,333,366,2);
INSERT INTO sentence VALUES(2,368,376,3);
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
, chosen TEXT, found TEXT, found_start INTEGER, found_stop INTEGER) STRICT;
INSERT INTO time VALUES(1,1,5,'suggested',28,38,'date','2019-03',NULL,'2019-03',1551398400,1554076799,0,0,0,'none',NULL,NULL,NULL,NULL,NULL);
INSERT INTO time VALUES(2,1,5,'suggested',286,290,'date','2021',NULL,'2021',1609459200,1640995199,0,0,0,'none',NULL,NULL,NULL,NULL,NULL);
INSERT INTO time VALUES(3,1,5,'suggested',333,342,'date','XXXX-XX-XX',NULL,'XXXX-XX-XX',-9223372036854775808,9223372036854775807,0,0,0,'none',NULL,NULL,NULL,NULL,NULL);
INSERT INTO time VALUES(4,2,0,'suggested',28,38,'date','2019-03',NULL,'2019-03',1551398400,1554076799,0,0,0,'none',NULL,NULL,NULL,NULL,NULL);
INSERT INTO time VALUES(5,2,0,'suggested',286,290,'date','2021',NULL,'2021',1609459200,1640995199,0,0,0,'none',NULL,NULL,NULL,NULL,NULL);
INSERT INTO time VALUES(6,2,0,'suggested',333,342,'date','XXXX-XX-XX',NULL,'XXXX-XX-XX',-9223372036854775808,9223372036854775807,0,0,0,'none',NULL,NULL,NULL,NULL,NULL);
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
, edits TEXT, merged INTEGER REFERENCES actor DEFERRABLE INITIALLY DEFERRED) STRICT;
INSERT INTO actor VALUES(1,'suggested','agency','port authority of vellmar','Port Authority of Vellmar',NULL,0,NULL,1,1,NULL,NULL);
INSERT INTO actor VALUES(2,'suggested','organization','brine & oak','Brine & Oak',NULL,0,NULL,3,1,NULL,NULL);
INSERT INTO actor VALUES(3,'suggested','person','ada quill','Ada Quill',NULL,0,NULL,2,1,NULL,NULL);
INSERT INTO actor VALUES(4,'suggested','outlet','vellmar courier','Vellmar Courier',NULL,0,NULL,2,1,NULL,NULL);
INSERT INTO actor VALUES(5,'suggested','person','two officials','two officials',NULL,1,1,0,0,NULL,NULL);
INSERT INTO actor VALUES(6,'suggested','person','two officials','two officials',NULL,1,2,1,1,NULL,NULL);
CREATE TABLE alias (
  id         INTEGER PRIMARY KEY,
  actor      INTEGER NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  article    INTEGER NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  gone       INTEGER NOT NULL DEFAULT 0,
  name       TEXT NOT NULL
) STRICT;
INSERT INTO alias VALUES(1,4,1,5,'the Courier');
INSERT INTO alias VALUES(2,4,2,0,'the Courier');
CREATE TABLE appearance (
  id         INTEGER PRIMARY KEY,
  actor      INTEGER NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  article    INTEGER NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  gone       INTEGER NOT NULL DEFAULT 0,
  n_mentions INTEGER NOT NULL
, made INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO appearance VALUES(1,1,1,5,1,0);
INSERT INTO appearance VALUES(2,2,1,5,3,0);
INSERT INTO appearance VALUES(3,3,1,5,2,0);
INSERT INTO appearance VALUES(4,4,1,5,2,0);
INSERT INTO appearance VALUES(5,5,1,5,1,0);
INSERT INTO appearance VALUES(6,1,2,0,1,0);
INSERT INTO appearance VALUES(7,2,2,0,3,0);
INSERT INTO appearance VALUES(8,3,2,0,2,0);
INSERT INTO appearance VALUES(9,4,2,0,2,0);
INSERT INTO appearance VALUES(10,6,2,0,1,0);
CREATE TABLE mention (
  id         INTEGER PRIMARY KEY,
  actor      INTEGER NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  article    INTEGER NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  gone       INTEGER NOT NULL DEFAULT 0,
  start      INTEGER NOT NULL,
  stop       INTEGER NOT NULL,
  form       TEXT NOT NULL               -- name, nominal, pronoun
, made INTEGER NOT NULL DEFAULT 0, found_actor INTEGER REFERENCES actor DEFERRABLE INITIALLY DEFERRED, found_start INTEGER, found_stop INTEGER) STRICT;
INSERT INTO mention VALUES(1,1,1,5,43,68,'name',0,NULL,NULL,NULL);
INSERT INTO mention VALUES(2,2,1,5,92,103,'name',0,NULL,NULL,NULL);
INSERT INTO mention VALUES(3,2,1,5,149,160,'name',0,NULL,NULL,NULL);
INSERT INTO mention VALUES(4,2,1,5,252,263,'name',0,NULL,NULL,NULL);
INSERT INTO mention VALUES(5,3,1,5,172,181,'name',0,NULL,NULL,NULL);
INSERT INTO mention VALUES(6,3,1,5,183,192,'name',0,NULL,NULL,NULL);
INSERT INTO mention VALUES(7,4,1,5,136,143,'name',0,NULL,NULL,NULL);
INSERT INTO mention VALUES(8,4,1,5,296,303,'name',0,NULL,NULL,NULL);
INSERT INTO mention VALUES(9,5,1,5,105,118,'nominal',0,NULL,NULL,NULL);
INSERT INTO mention VALUES(10,1,2,0,43,68,'name',0,NULL,NULL,NULL);
INSERT INTO mention VALUES(11,2,2,0,92,103,'name',0,NULL,NULL,NULL);
INSERT INTO mention VALUES(12,2,2,0,149,160,'name',0,NULL,NULL,NULL);
INSERT INTO mention VALUES(13,2,2,0,252,263,'name',0,NULL,NULL,NULL);
INSERT INTO mention VALUES(14,3,2,0,172,181,'name',0,NULL,NULL,NULL);
INSERT INTO mention VALUES(15,3,2,0,183,192,'name',0,NULL,NULL,NULL);
INSERT INTO mention VALUES(16,4,2,0,136,143,'name',0,NULL,NULL,NULL);
INSERT INTO mention VALUES(17,4,2,0,296,303,'name',0,NULL,NULL,NULL);
INSERT INTO mention VALUES(18,6,2,0,105,118,'nominal',0,NULL,NULL,NULL);
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
, edits TEXT) STRICT;
INSERT INTO claim VALUES(1,1,5,'suggested','Brine & Oak had bribed Ada Quill',NULL,105,'anonymous',1,5,'Two officials',NULL,'indirect','unstated',0,2,1,NULL);
INSERT INTO claim VALUES(2,1,5,'suggested','Brine & Oak may sell the docks',NULL,222,'document',0,NULL,'an audit report',NULL,'indirect','unstated',0,4,0,NULL);
INSERT INTO claim VALUES(3,1,5,'suggested','Nobody had asked',NULL,292,'outlet',0,4,'The Courier',NULL,'indirect','unstated',0,0,0,NULL);
INSERT INTO claim VALUES(4,1,5,'suggested','Bribery of Quill',NULL,161,'named',0,3,'Ada Quill',1,'indirect','unstated',0,2,1,NULL);
INSERT INTO claim VALUES(5,2,0,'suggested','Brine & Oak had bribed Ada Quill',NULL,105,'anonymous',1,6,'Two officials',NULL,'indirect','unstated',0,2,1,NULL);
INSERT INTO claim VALUES(6,2,0,'suggested','Brine & Oak may sell the docks',NULL,222,'document',0,NULL,'an audit report',NULL,'indirect','unstated',0,4,0,NULL);
INSERT INTO claim VALUES(7,2,0,'rejected','Nobody had asked',NULL,292,'outlet',0,4,'The Courier',NULL,'indirect','unstated',0,0,0,NULL);
INSERT INTO claim VALUES(8,2,0,'suggested','Bribery of Quill',NULL,161,'named',0,3,'Ada Quill',5,'indirect','unstated',0,2,1,NULL);
CREATE TABLE claim_span (
  claim      INTEGER NOT NULL REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
  part       TEXT NOT NULL,              -- source, cue, content
  start      INTEGER NOT NULL,
  stop       INTEGER NOT NULL, found_start INTEGER, found_stop INTEGER,
  PRIMARY KEY (claim, part, start, stop)
) STRICT, WITHOUT ROWID;
INSERT INTO claim_span VALUES(1,'content',149,181,NULL,NULL);
INSERT INTO claim_span VALUES(1,'cue',119,123,NULL,NULL);
INSERT INTO claim_span VALUES(1,'source',105,118,NULL,NULL);
INSERT INTO claim_span VALUES(2,'content',252,290,NULL,NULL);
INSERT INTO claim_span VALUES(2,'cue',222,234,NULL,NULL);
INSERT INTO claim_span VALUES(2,'source',235,250,NULL,NULL);
INSERT INTO claim_span VALUES(3,'content',315,331,NULL,NULL);
INSERT INTO claim_span VALUES(3,'cue',304,309,NULL,NULL);
INSERT INTO claim_span VALUES(3,'source',292,303,NULL,NULL);
INSERT INTO claim_span VALUES(4,'content',165,181,NULL,NULL);
INSERT INTO claim_span VALUES(4,'cue',161,164,NULL,NULL);
INSERT INTO claim_span VALUES(4,'source',172,181,NULL,NULL);
INSERT INTO claim_span VALUES(5,'content',149,181,NULL,NULL);
INSERT INTO claim_span VALUES(5,'cue',119,123,NULL,NULL);
INSERT INTO claim_span VALUES(5,'source',105,118,NULL,NULL);
INSERT INTO claim_span VALUES(6,'content',252,290,NULL,NULL);
INSERT INTO claim_span VALUES(6,'cue',222,234,NULL,NULL);
INSERT INTO claim_span VALUES(6,'source',235,250,NULL,NULL);
INSERT INTO claim_span VALUES(7,'content',315,331,NULL,NULL);
INSERT INTO claim_span VALUES(7,'cue',304,309,NULL,NULL);
INSERT INTO claim_span VALUES(7,'source',292,303,NULL,NULL);
INSERT INTO claim_span VALUES(8,'content',165,181,NULL,NULL);
INSERT INTO claim_span VALUES(8,'cue',161,164,NULL,NULL);
INSERT INTO claim_span VALUES(8,'source',172,181,NULL,NULL);
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
, edits TEXT, reach INTEGER GENERATED ALWAYS AS (CASE
  WHEN earliest = -9223372036854775808 OR latest = 9223372036854775807 OR earliest = latest THEN NULL
  WHEN latest - earliest <= 86400 THEN 86400
  WHEN latest - earliest <= 2764800 THEN 2764800
  WHEN latest - earliest <= 31708800 THEN 31708800
  WHEN latest - earliest <= 316224000 THEN 316224000
  WHEN latest - earliest <= 3162240000 THEN 3162240000
  ELSE 1152921504606846976 END) VIRTUAL, found_start INTEGER, found_stop INTEGER) STRICT;
INSERT INTO event VALUES(1,1,5,'suggested','Port authority signs contract',NULL,69,75,25,104,'act','occurred',1,NULL,1551398400,1554076799,0,0,0,NULL,'asserted',NULL,0,'said',NULL,NULL,NULL);
INSERT INTO event VALUES(2,1,5,'suggested','Brine & Oak bribes Ada Quill',NULL,165,171,105,182,'act','occurred',NULL,NULL,-9223372036854775808,9223372036854775807,0,0,0,NULL,'asserted',1,0,'claimed',NULL,NULL,NULL);
INSERT INTO event VALUES(3,1,5,'suggested','Ada Quill meets somebody',NULL,209,212,183,220,'act','occurred',NULL,NULL,-9223372036854775808,9223372036854775807,0,0,0,NULL,'denied',NULL,1,'denied',NULL,NULL,NULL);
INSERT INTO event VALUES(4,1,5,'suggested','Brine & Oak sells docks',NULL,268,272,222,291,'act','occurred',2,NULL,1609459200,1640995199,0,0,0,NULL,'possible',2,0,'hypothetical',NULL,NULL,NULL);
INSERT INTO event VALUES(5,1,5,'suggested','Crane falls',NULL,361,365,333,366,'act','occurred',3,NULL,-9223372036854775808,9223372036854775807,0,0,0,NULL,'asserted',NULL,0,'said',NULL,NULL,NULL);
INSERT INTO event VALUES(6,2,0,'suggested','Port authority signs contract',NULL,69,75,25,104,'act','occurred',4,NULL,1551398400,1554076799,0,0,0,NULL,'asserted',NULL,0,'said',NULL,NULL,NULL);
INSERT INTO event VALUES(7,2,0,'suggested','Brine & Oak bribes Ada Quill',NULL,165,171,105,182,'act','occurred',NULL,NULL,-9223372036854775808,9223372036854775807,0,0,0,NULL,'asserted',5,0,'claimed',NULL,NULL,NULL);
INSERT INTO event VALUES(8,2,0,'suggested','Ada Quill meets somebody',NULL,209,212,183,220,'act','occurred',NULL,NULL,-9223372036854775808,9223372036854775807,0,0,0,NULL,'denied',NULL,1,'denied',NULL,NULL,NULL);
INSERT INTO event VALUES(9,2,0,'suggested','Brine & Oak sells docks',NULL,268,272,222,291,'act','occurred',5,NULL,1609459200,1640995199,0,0,0,NULL,'possible',6,0,'hypothetical',NULL,NULL,NULL);
INSERT INTO event VALUES(10,2,0,'changed','Crane falls','The crane falls',361,365,333,366,'act','occurred',6,NULL,-9223372036854775808,9223372036854775807,0,0,0,NULL,'asserted',NULL,0,'said',NULL,NULL,NULL);
CREATE TABLE participant (
  event      INTEGER NOT NULL REFERENCES event DEFERRABLE INITIALLY DEFERRED,
  place      INTEGER NOT NULL,           -- order among the participants, from 0
  role       TEXT NOT NULL,
  actor      INTEGER NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  start      INTEGER NOT NULL,
  stop       INTEGER NOT NULL,
  PRIMARY KEY (event, place)
) STRICT, WITHOUT ROWID;
INSERT INTO participant VALUES(1,0,'agent',1,69,75);
INSERT INTO participant VALUES(1,1,'patient',2,69,75);
INSERT INTO participant VALUES(2,0,'agent',2,165,171);
INSERT INTO participant VALUES(2,1,'patient',3,165,171);
INSERT INTO participant VALUES(3,0,'agent',3,209,212);
INSERT INTO participant VALUES(4,0,'agent',2,268,272);
INSERT INTO participant VALUES(6,0,'agent',1,69,75);
INSERT INTO participant VALUES(6,1,'patient',2,69,75);
INSERT INTO participant VALUES(7,0,'agent',2,165,171);
INSERT INTO participant VALUES(7,1,'patient',3,165,171);
INSERT INTO participant VALUES(8,0,'agent',3,209,212);
INSERT INTO participant VALUES(9,0,'agent',2,268,272);
CREATE TABLE relation (
  id         INTEGER PRIMARY KEY,
  standing   TEXT NOT NULL DEFAULT 'suggested',
  subject    INTEGER NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  type       TEXT NOT NULL,
  label      TEXT NOT NULL,
  object     INTEGER NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  n_evidence INTEGER NOT NULL DEFAULT 0, from_actor INTEGER REFERENCES actor DEFERRABLE INITIALLY DEFERRED, to_actor INTEGER REFERENCES actor DEFERRABLE INITIALLY DEFERRED, merged INTEGER REFERENCES relation DEFERRABLE INITIALLY DEFERRED, -- in articles that are there; 0: nobody sees it
  UNIQUE (subject, object, type, label)
) STRICT;
INSERT INTO relation VALUES(1,'suggested',1,'acts-on','signed with',2,1,1,2,NULL);
INSERT INTO relation VALUES(2,'suggested',2,'acts-on','bribed',3,1,2,3,NULL);
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
, made INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO evidence VALUES(1,1,1,5,25,57,1,NULL,'said',0);
INSERT INTO evidence VALUES(2,2,1,5,149,181,2,1,'claimed',0);
INSERT INTO evidence VALUES(3,1,2,0,25,57,6,NULL,'said',0);
INSERT INTO evidence VALUES(4,2,2,0,149,181,7,5,'claimed',0);
CREATE TABLE log (
  id         INTEGER PRIMARY KEY,
  made       INTEGER NOT NULL,           -- microseconds since 1970, UTC
  who        TEXT NOT NULL,
  version    TEXT NOT NULL,              -- of the program
  command    TEXT NOT NULL,              -- import, remove, restore, decide, rename, published, undo, redo
  what       TEXT NOT NULL,              -- JSON: what was changed, and what it was before
  undone     INTEGER NOT NULL DEFAULT 0, -- 0 stands, 1 can be redone, 2 was left behind by a later command
  entry      INTEGER REFERENCES log      -- of undo and redo: the entry they are about
, part_of INTEGER REFERENCES log, model TEXT, payload BLOB) STRICT;
INSERT INTO log VALUES(1,1795487636737117,'root','0.1.0','import','{"article":1,"title":"Harbour deal under fire, 1","gone":1,"sha256":"ca07e5fee81589cac777a16557cc9bef1eaed89fa285158b0e6ff8a831dc71d1"}',0,NULL,NULL,NULL,X'78018555df6b5447143ebb061b4228098d4445658822fd6192cd4625d23c18b72ddac434420c3e88329b7b377b4df6de70ef5d93a0109fb46f79d107df14daa7fa5afbd8fe018552287d92fe01adf40f9042fdbed999ddd9a871d873e79c99393fe63b67ce1645e4a24eab49335541a8d754330ec254d5a2343ca52644e6c3405dd66956974b81565f856b6bd2f7912c616ee85455a01685a948a552291f8129190615c8601c02d50dd75a8bc03ff7e49fc0bff0e4bfc01fb7ca45f027c0cf79f265f0b127af83dfb4f23e6b87419cb47cb934716eb434296e36cbb737af73de5e7c6a667bb43dfd8f41e1e2d1a121cec7607fc4fa2897ca1330860f46eddf9b9cb61fffa639ef1ececef9e1c141ee31f6256be71ac6a8f989c77659b8477d8cedae55085ce4dac2f1e1e1b9872f6521497335d3cceb491ae55b2aa9299b1b9c31981c16b9904671a84eaa6ff4aa1057e917994136af3423a4d3e6ab0ff1edca6a0fcfe6f5b09de6fe01c9371238a945cb915ecbac6ee1c391b35f27f7795a3e037d61b8965d82bce2c98fc03ff1e4ffc07f6071616ccf403fda7dcaac915facccfb7c0bdaf1e48fa13b6ef5192f6bec36884b8edf007f0744dfb44dbbdce7f9c5eefb7850a9ba0e54358daa78013e5a9d1c405de4eae4c1815e917fc0be02b186ff06f15eac1b5797cc9b8e956e0651aed2701d69eb4a8c6ae82d9521018a8007c9f22ad1ddedeb8cf1c577c13b974067409f836641265fd0a1cf452f6d329f549360cb5c4867ab61b0db6e65c2d875d83fc5fe77a0ef41c40ba6cd206e1e12c0aa1aa6a6e65c25d9836e9a1987dd5bf2a78c15ee5b235f626f16e47a83a95fddaedf2c5a8933b59cc479aa978190f9387366dee3fd1a8c57c2187a66385ffb21adeb3ce20ec370ebbd0746cd39ea19c6fbec4c9f1ea7380f5a02b9782b3634b511e575e5958b17ab67efadef98fb7e3cce47ef017aecceb9c33e9e2af169999cfc80d9f5522f8256b1667eb176e0f362a29977c6a52d7ef4cbfcd3978f1f6bc0ad3bfcb0f4c6d8999e1ce3e2efa03f40aed7b7eb4735c230cf5496344216a7075fbbc741edbd71321ee7633ff063dcbcabc30da219f1d4f8a764fab1310072ff353e7e7c7e997b7b1de85af5bf47bfa73f1f37e7c3c78d6706e1f73088b8b91ed48aaef37d3035f609a508e71a20f79f5749357a784d23421faa563fefa8bf132f1e610c9da32d6ee1d4c8d167325d7859b85b3cb1efa16957b87a369ac4c2c788e6c74a3787118e7907e73093a7bd43f82f21ef74aaa661b67aec23acb37ff0ae1c43fde51be8073d2f8ab3c59f0bbfca9cbc069315a2f0');
INSERT INTO log VALUES(2,1795487636785017,'root','0.1.0','import','{"article":2,"title":"Harbour deal under fire, 2","gone":2,"sha256":"fe4e7cbf99b6da00dd9125454dc6e1ffe735c6a204280d101bb0c8722c851e72"}',0,NULL,NULL,NULL,X'78018555cd6f1347147f36288d50542522510035d52841a81f71e238a44ad41c0806c4573e1069c40181c6d975bc4dbc1bedae091148e114b8e502076e20c109ae2dd7de7aac90aaaa87aaa79e5ad43fa0aad4fe7ee31d7b1c0a1df9edbc3733ef637eefcd735e44ceebb8123562e5f97a433542cf8f553588fd51551259f03d35afe3a426173cadcef91b1b72e8b0ac60aeeb5895a116f8b148a9582a168a5385e24991c572b9f411ccca20284706e328a866b8e65a00fe5b477e05fe1747fe15fc48a69c077f1cfc65479e071f3af226f8db997c00e719c0091047a9383153284eb666b378ebf675ce3bcb4fcd6cd69ccf3f1814cf0ff5f773fe18b68733fbb8ec046f3cc18dea9f3739ed3cfe4173de3fac9d53837d7ddc63dc2b999d6b1805f31387edb0708ffa183b1dab10b8c8b5a591c1c1cb0fdfc85214a76aae91d6a23848b7555455598e708678c83191d37110faea845ad4eb424ca547640e59bdd20890d62c578710dfbeec1ee4d9b4e6b7d2ddd32be9560427d56035d01b49a69bfb70f88b8bd12e4fcbe7a033866bda25c86b8efc08fc1347fe1bfc07192e8ced25e89b6c9f32ebe3bb4ce67d1e80f61cf913e88e67fa8c97f5750bc425cb6f81bf03a26fdaa65deef3fc72e77d1ca8544d7baa120715bc0417ad760ea02ef2d5e491de6e913fc0fe0562fdfe0ee2bd58372607e099371d2addf08254c5fe26d2d6911855d7db2a41021401f7a2d575a2bbdfd794f1c537c13b174153a02f419740265fd0a1cf65276db21055226fdb5c4827ebbeb7df6e79c2d8b5d83fc5fe33d07310f1826933889b8304b0aaf8b1a9395b49d9413bcd8dc3eed7f2938ce576332367b1770964fb82a95fddaadf24580b13b51a8569ac578190f95873667ecffb3518aff921f4ccb0beba206dea34e00ec3b0ebdd0305738e7a86713e7bb327c7292e80564036de72169ada0ad29a72cac589d5b1f79fef98fb6e3cd647f7003d76e6dc621f4e17f9b44c4e5e60b67dd489a059ac895bac6df89c9868e69d71e90c3ffa65fee9cbc58f3560d72d7e587a6beccd4e8e71f135e84790edf3adfa5175df4f139544759fc5e9c0d7ea7150fbdf38198ff5d105fc1837ef6a71836846383dfe19991e6cf482ecff8c8b1f9f5f62df5e1bba66fdbfa7dfd39f8b9bf5e1e2c6337df07b0c44dc6c0f6a46d7fede9f1efb945280737590fdbf2bc71a3dbcaa11a10b55b39fb7d5df89178f3086f6d126b7343a3cf45266736f7277f3c70f3c34ed0a574f0a51287c8c687eac747318e198773083993ced1dc57f0979ab53310db3d9631f619dfd8377e5e8ef29dd38d21d1ffc2d7f35ff7dee67b926ff0230a1a524');
INSERT INTO log VALUES(3,1795487636791770,'root','0.1.0','rename','{"kind":"event","id":10,"title":"Crane falls","old-standing":"suggested","old-chosen":null,"chosen":"The crane falls","standing":"changed"}',0,NULL,NULL,NULL,NULL);
INSERT INTO log VALUES(4,1795487636825086,'root','0.1.0','decide','{"kind":"claim","id":7,"title":"Nobody had asked","old-standing":"suggested","old-chosen":null,"chosen":null,"standing":"rejected"}',0,NULL,NULL,NULL,NULL);
INSERT INTO log VALUES(5,1795487636836461,'root','0.1.0','remove','{"article":1,"title":"Harbour deal under fire, 1"}',0,NULL,NULL,NULL,NULL);
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','search_time','search_time',0,'CREATE VIRTUAL TABLE search_time USING fts5 (words, content='''', contentless_delete=1, tokenize=''unicode61 remove_diacritics 2'')');
CREATE TABLE IF NOT EXISTS 'search_time_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO search_time_data VALUES(1,X'0608');
INSERT INTO search_time_data VALUES(10,X'00000000ff000001010202000201010101010000030201010202000003');
INSERT INTO search_time_data VALUES(137438953473,X'0000002c0530323031390102030302323102020201056d6172636801020201097965737465726461790302020409070a');
INSERT INTO search_time_data VALUES(274877906945,X'0000002c0530323031390402030302323105020201056d6172636804020201097965737465726461790602020409070a');
CREATE TABLE IF NOT EXISTS 'search_time_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO search_time_idx VALUES(1,X'',2);
INSERT INTO search_time_idx VALUES(2,X'',2);
CREATE TABLE IF NOT EXISTS 'search_time_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
INSERT INTO search_time_docsize VALUES(1,X'02',1);
INSERT INTO search_time_docsize VALUES(2,X'01',1);
INSERT INTO search_time_docsize VALUES(3,X'01',1);
INSERT INTO search_time_docsize VALUES(4,X'02',2);
INSERT INTO search_time_docsize VALUES(5,X'01',2);
INSERT INTO search_time_docsize VALUES(6,X'01',2);
CREATE TABLE IF NOT EXISTS 'search_time_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO search_time_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','search_actor','search_actor',0,'CREATE VIRTUAL TABLE search_actor USING fts5 (title, words, content='''', contentless_delete=1, tokenize=''unicode61 remove_diacritics 2'')');
CREATE TABLE IF NOT EXISTS 'search_actor_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO search_actor_data VALUES(1,X'060e10');
INSERT INTO search_actor_data VALUES(10,X'00000000ff000001010202000201010101010000050201010202000001');
INSERT INTO search_actor_data VALUES(137438953473,X'000000a1043061646103080201010202087574686f7269747901080301010301056272696e650208020101020107636f7572696572040a030101030401036f616b020803010103020166010804010104030766696369616c730508030101030104706f727401080201010201057175696c6c030803010103010374686504060101040202776f050802010102010776656c6c6d6172010805010105030802010102040b100d100b090f0c0d0a0a');
INSERT INTO search_actor_data VALUES(274877906945,X'000000200a306f6666696369616c73060803010103010374776f0608020101020411');
CREATE TABLE IF NOT EXISTS 'search_actor_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO search_actor_idx VALUES(1,X'',2);
INSERT INTO search_actor_idx VALUES(2,X'',2);
CREATE TABLE IF NOT EXISTS 'search_actor_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
INSERT INTO search_actor_docsize VALUES(1,X'0404',1);
INSERT INTO search_actor_docsize VALUES(2,X'0202',1);
INSERT INTO search_actor_docsize VALUES(3,X'0202',1);
INSERT INTO search_actor_docsize VALUES(4,X'0204',1);
INSERT INTO search_actor_docsize VALUES(5,X'0202',1);
INSERT INTO search_actor_docsize VALUES(6,X'0202',2);
CREATE TABLE IF NOT EXISTS 'search_actor_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO search_actor_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','search_relation','search_relation',0,'CREATE VIRTUAL TABLE search_relation USING fts5 (title, content='''', contentless_delete=1, tokenize=''unicode61 remove_diacritics 2'')');
CREATE TABLE IF NOT EXISTS 'search_relation_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO search_relation_data VALUES(1,X'020d');
INSERT INTO search_relation_data VALUES(10,X'00000000ff00000101010100010101010101000002');
INSERT INTO search_relation_data VALUES(137438953473,X'00000072043061646102020502087574686f72697479010203010662726962656402020404026e6501020801020201036f616b0102090102030201660102040104706f727401020201057175696c6c02020601067369676e6564010206010776656c6c6d617201020501047769746801020704080d0b0a0b06090a0b0c');
CREATE TABLE IF NOT EXISTS 'search_relation_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO search_relation_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'search_relation_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
INSERT INTO search_relation_docsize VALUES(1,X'08',1);
INSERT INTO search_relation_docsize VALUES(2,X'05',1);
CREATE TABLE IF NOT EXISTS 'search_relation_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO search_relation_config VALUES('version',4);
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
CREATE TABLE density (
  width      INTEGER NOT NULL,           -- of a bucket: the binary logarithm of its seconds
  bucket     INTEGER NOT NULL,           -- sort_date >> width
  kind       TEXT NOT NULL,
  n          INTEGER NOT NULL,
  PRIMARY KEY (width, bucket, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO density VALUES(0,0,'occurred',3);
INSERT INTO density VALUES(12,378759,'occurred',1);
INSERT INTO density VALUES(12,392934,'occurred',1);
INSERT INTO density VALUES(18,5918,'occurred',1);
INSERT INTO density VALUES(18,6139,'occurred',1);
INSERT INTO density VALUES(24,92,'occurred',1);
INSERT INTO density VALUES(24,95,'occurred',1);
CREATE TABLE stale (
  article    INTEGER PRIMARY KEY
) STRICT;
INSERT INTO stale VALUES(1);
INSERT INTO stale VALUES(2);
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
CREATE TABLE sign (
  sign       INTEGER NOT NULL,
  telling    INTEGER NOT NULL,
  PRIMARY KEY (sign, telling)
) STRICT, WITHOUT ROWID;
CREATE TABLE tie (
  a          INTEGER NOT NULL,           -- the smaller id
  b          INTEGER NOT NULL,
  score      REAL NOT NULL,
  why        TEXT NOT NULL,              -- JSON: the parts of the score
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE conflict (
  id         INTEGER PRIMARY KEY,
  a          INTEGER NOT NULL,
  b          INTEGER NOT NULL,
  sort       TEXT NOT NULL,              -- dates, order, denial, actor, product, number
  class      TEXT NOT NULL,              -- contradiction, superseded, other, unsure
  why        TEXT NOT NULL               -- JSON
) STRICT;
CREATE TABLE place (
  actor      INTEGER PRIMARY KEY REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  x          INTEGER NOT NULL,           -- in pixels at zoom 1
  y          INTEGER NOT NULL,
  pinned     INTEGER NOT NULL            -- whether a person put it there
) STRICT;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','search_article','search_article',0,'CREATE VIRTUAL TABLE search_article USING fts5 (title, words, content='''', contentless_delete=1, prefix=''3'', tokenize=''unicode61 remove_diacritics 2'')');
CREATE TABLE IF NOT EXISTS 'search_article_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO search_article_data VALUES(1,X'020a8102');
INSERT INTO search_article_data VALUES(10,X'00000000ff000001010202000201010101010000010201010202000001');
INSERT INTO search_article_data VALUES(137438953473,X'000003d10230310108060101420104323031390106010108030232310106010134010161010601010f020863636f7264696e67010601012802026461010801011f0402016e010601012a0304796f6e6501060101270204736b6564010601013b020475646974010601012b030774686f72697479010601010b0106627269626564010601011e04026e65010a0101120b140108636f6e747261637401060101100305757269657201080101191f020472616e65010601013f01046465616c01080301010303046e696564010601012302046f636b730106010132010765646974696f6e0106010141010466656c6c010601014002036972650108050101050103686164010801011d1f030572626f75720108020101020102696e01080101062f01076b65737472656c010601013e01056d617263680106010107030179010601012f02026574010601012601066e6f626f6479010601013901036f616b010a0101130b14020166010601010c030766696369616c7301060101150104706f7274010601010a01057175696c6c01080101200401067265706f7274010601012c010473656c6c0106010130020268650106010125020569676e6564010601010e010474686174010a01011a0c16030165010e010109101c060a02016f010601012903026c6401060101160202776f01060101140105756e646572010804010104010776656c6c6d6172010801010d0d01047769746801060101110204726f746501060101370109796573746572646179010601013c000431323031010601010803013201060101340103616363010601012802026461010801011f0402026e7901060101270202736b010601013b02027564010601012b030174010601010b0103627269010c0101120b05110103636f6e010601011003017501080101191f02027261010601013f010364656101080301010303016e010601012302026f63010601013201036564690106010141010366656c0106010140020269720108050101050103686164010801011d1f03017201080201010201036b6573010601013e01036d61720106010107030179010601012f02026574010601012601036e6f62010601013901036f616b010a0101130b140202666601060101150103706f72010601010a01037175690108010120040103726570010601012c010373656c010601013002026865010601012502026967010601010e0103746861010a01011a0c16030165010e010109101c060a02026f6c01060101160202776f01060101140103756e64010804010104010376656c010801010d0d010377697401060101110202726f01060101370103796573010601013c04090b09080f0a080b0b0b0e0d0b0f0d0b0c0b0b0e0b0b0b0d0a0e0c08090d0c080e0b0d0d0b090c0d0c0809090d0f0b0b100b080a0a090909080d0a09090b08090a0a0a0b090a0a08090a0c090a0b0a0a09090c0c09090b0b0a09');
INSERT INTO search_article_data VALUES(274877906945,X'000003d002303202080601014202033031390206010108030232310206010134010161020601010f020863636f7264696e67020601012802026461020801011f0402016e020601012a0304796f6e6502060101270204736b6564020601013b020475646974020601012b030774686f72697479020601010b0106627269626564020601011e04026e65020a0101120b140108636f6e747261637402060101100305757269657202080101191f020472616e65020601013f01046465616c02080301010303046e696564020601012302046f636b730206010132010765646974696f6e0206010141010466656c6c020601014002036972650208050101050103686164020801011d1f030572626f75720208020101020102696e02080101062f01076b65737472656c020601013e01056d617263680206010107030179020601012f02026574020601012601066e6f626f6479020601013901036f616b020a0101130b14020166020601010c030766696369616c7302060101150104706f7274020601010a01057175696c6c02080101200401067265706f7274020601012c010473656c6c0206010130020268650206010125020569676e6564020601010e010474686174020a01011a0c16030165020e010109101c060a02016f020601012903026c6402060101160202776f02060101140105756e646572020804010104010776656c6c6d6172020801010d0d01047769746802060101110204726f746502060101370109796573746572646179020601013c000431323031020601010803013202060101340103616363020601012802026461020801011f0402026e7902060101270202736b020601013b02027564020601012b030174020601010b0103627269020c0101120b05110103636f6e020601011003017502080101191f02027261020601013f010364656102080301010303016e020601012302026f63020601013201036564690206010141010366656c0206010140020269720208050101050103686164020801011d1f03017202080201010201036b6573020601013e01036d61720206010107030179020601012f02026574020601012601036e6f62020601013901036f616b020a0101130b140202666602060101150103706f72020601010a01037175690208010120040103726570020601012c010373656c020601013002026865020601012502026967020601010e0103746861020a01011a0c16030165020e010109101c060a02026f6c02060101160202776f02060101140103756e64020804010104010376656c020801010d0d010377697402060101110202726f02060101370103796573020601013c04090a09080f0a080b0b0b0e0d0b0f0d0b0c0b0b0e0b0b0b0d0a0e0c08090d0c080e0b0d0d0b090c0d0c0809090d0f0b0b100b080a0a090909080d0a09090b08090a0a0a0b090a0a08090a0c090a0b0a0a09090c0c09090b0b0a09');
CREATE TABLE IF NOT EXISTS 'search_article_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO search_article_idx VALUES(1,X'',2);
INSERT INTO search_article_idx VALUES(2,X'',2);
CREATE TABLE IF NOT EXISTS 'search_article_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
INSERT INTO search_article_docsize VALUES(1,X'0541',1);
INSERT INTO search_article_docsize VALUES(2,X'0541',2);
CREATE TABLE IF NOT EXISTS 'search_article_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO search_article_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','search_event','search_event',0,'CREATE VIRTUAL TABLE search_event USING fts5 (title, words, content='''', contentless_delete=1, prefix=''3'', tokenize=''unicode61 remove_diacritics 2'')');
CREATE TABLE IF NOT EXISTS 'search_event_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO search_event_data VALUES(1,X'0b296f');
INSERT INTO search_event_data VALUES(10,X'00000000ff0000010103040003010101010100000502010102020101050301010303000001');
INSERT INTO search_event_data VALUES(137438953473,X'000003cf053032303139010601010403023231040601010e010161010601010b020863636f7264696e6704060101020202646102080501010d01080201010202016e04060101040304796f6e6503060101080204756469740406010105030774686f726974790108030101070106627269626564020601010c06017302020404026e65010601010e0108020101090208020101070108636f6e747261637401080501010c030575726965720206010107020472616e65050802010105010664656e696564030601010402046f636b7304080501010c010566616c6c730502030203656c6c05060101060103686164020601010b0102696e0106010102030601010d01076b65737472656c050601010401056d6172636801060101030301790406010109020465657473030204030174030601010701036f616b010601010f01080301010a0208030101080201660106010108030766696369616c7302060101030104706f727401080201010601057175696c6c02080601010e01080301010301067265706f72740406010106010473656c6c040601010a050173040204020268650306010106020569676e6564010601010a05017301020402076f6d65626f64790302050104746861740206010108010601010503016501060101050106010105020601010b010601010302016f040601010303026c6402060101040202776f0206010102010776656c6c6d617201060101090106010106010477697468010601010d010979657374657264617905060101020004313230310106010104030132040601010e010361636304060101020202646102080501010d01080201010202026e7903060101080202756404060101050301740108030101070103627269010601010e010c0204010109050208020101070103636f6e01080501010c030175020601010702027261050802010105010364656e030601010402026f6304080501010c010366616c0502030202656c05060101060103686164020601010b01036b6573050601010401036d61720106010103030179040601010902026565030204030174030601010701036f616b010601010f01080301010a0208030101080202666602060101030103706f72010802010106010371756902080601010e01080301010301037265700406010106010373656c04080401010a0202686503060101060202696701080401010a02026f6d03020501037468610206010108010601010503016501060101050106010105020601010b010601010302026f6c02060101040202776f0206010102010376656c010601010901060101060103776974010601010d01037965730506010102040b09080f10080b0b0f0d0615100c0c0d0c0a0a0a0e0e0c08090816080e0c130d0b06090c060c1017080909130b100b080a10090909180b080a0a0a08090a0a0a08070816090b110a0b090a070f1709090f0a');
INSERT INTO search_event_data VALUES(274877906945,X'000003cf053032303139060601010403023231090601010e010161060601010b020863636f7264696e6709060101020202646107080501010d01080201010202016e09060101040304796f6e6508060101080204756469740906010105030774686f726974790608030101070106627269626564070601010c06017307020404026e65060601010e0108020101090208020101070108636f6e747261637406080501010c030575726965720706010107020472616e650a0802010105010664656e696564080601010402046f636b7309080501010c010566616c6c730a02030203656c6c0a060101060103686164070601010b0102696e0606010102030601010d01076b65737472656c0a0601010401056d6172636806060101030301790906010109020465657473080204030174080601010701036f616b060601010f01080301010a0208030101080201660606010108030766696369616c7307060101030104706f727406080201010601057175696c6c07080601010e01080301010301067265706f72740906010106010473656c6c090601010a050173090204020268650806010106020569676e6564060601010a05017306020402076f6d65626f64790802050104746861740706010108010601010503016506060101050106010105020601010b010601010302016f090601010303026c6407060101040202776f0706010102010776656c6c6d617206060101090106010106010477697468060601010d01097965737465726461790a060101020004313230310606010104030132090601010e010361636309060101020202646107080501010d01080201010202026e7908060101080202756409060101050301740608030101070103627269060601010e010c0204010109050208020101070103636f6e06080501010c0301750706010107020272610a0802010105010364656e080601010402026f6309080501010c010366616c0a02030202656c0a060101060103686164070601010b01036b65730a0601010401036d61720606010103030179090601010902026565080204030174080601010701036f616b060601010f01080301010a0208030101080202666607060101030103706f72060802010106010371756907080601010e01080301010301037265700906010106010373656c09080401010a0202686508060101060202696706080401010a02026f6d08020501037468610706010108010601010503016506060101050106010105020601010b010601010302026f6c07060101040202776f0706010102010376656c060601010901060101060103776974060601010d01037965730a06010102040b09080f10080b0b0f0d0615100c0c0d0c0a0a0a0e0e0c08090816080e0c130d0b06090c060c1017080909130b100b080a10090909180b080a0a0a08090a0a0a08070816090b110a0b090a070f1709090f0a');
INSERT INTO search_event_data VALUES(412316860417,X'0000009206306372616e650a0a0301010207010566616c6c730a08040101030203656c6c0a0601010801076b65737472656c0a0601010601037468650a080201010501097965737465726461790a060101040004316372610a0a0301010207010366616c0a08040101030202656c0a0601010801036b65730a0601010601037468650a080201010501037965730a06010104040e0d0a0e0b100d0b090a0b');
INSERT INTO search_event_data VALUES(9007474132647936,X'0400000000000001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000a000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE IF NOT EXISTS 'search_event_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO search_event_idx VALUES(1,X'',2);
INSERT INTO search_event_idx VALUES(2,X'',2);
INSERT INTO search_event_idx VALUES(3,X'',2);
CREATE TABLE IF NOT EXISTS 'search_event_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
INSERT INTO search_event_docsize VALUES(1,X'040e',1);
INSERT INTO search_event_docsize VALUES(2,X'050d',1);
INSERT INTO search_event_docsize VALUES(3,X'0407',1);
INSERT INTO search_event_docsize VALUES(4,X'040d',1);
INSERT INTO search_event_docsize VALUES(5,X'0205',1);
INSERT INTO search_event_docsize VALUES(6,X'040e',2);
INSERT INTO search_event_docsize VALUES(7,X'050d',2);
INSERT INTO search_event_docsize VALUES(8,X'0407',2);
INSERT INTO search_event_docsize VALUES(9,X'040d',2);
INSERT INTO search_event_docsize VALUES(10,X'0307',3);
CREATE TABLE IF NOT EXISTS 'search_event_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO search_event_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','search_claim','search_claim',0,'CREATE VIRTUAL TABLE search_claim USING fts5 (title, words, content='''', contentless_delete=1, prefix=''3'', tokenize=''unicode61 remove_diacritics 2'')');
CREATE TABLE IF NOT EXISTS 'search_claim_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO search_claim_data VALUES(1,X'092742');
INSERT INTO search_claim_data VALUES(10,X'00000000ff0000010103040003010101010100000402010102020101040301010303000001');
INSERT INTO search_claim_data VALUES(137438953473,X'00000200053032303231020601010c010361646101080601010803080101020502016e02060101020204736b65640308040101060204756469740206010103010662726962656401080501010703060101040602727904020204026e650108020101040108020101050107636f757269657203060101030105646f636b7302080701010a01036861640108040101060208030101050102696e020601010b01036d617902080401010701066e6f626f647903080201010401036f616b010803010105010803010106020166040203030766696369616c73010601010301057175696c6c010807010109030a040101030501067265706f72740206010104010473656c6c020805010108010374686502080601010901060101020202776f0106010102000431323032020601010c01036164610108060101080308010102050202736b0308040101060202756402060101030103627269010c0205010104050108020101050208020101040103636f7503060101030103646f6302080701010a010368616401080401010602080301010501036d617902080401010701036e6f6203080201010401036f616b0108030101050108030101060202666601060101030103717569010807010109030a040101030501037265700206010104010373656c020805010108010374686502080601010901060101020202776f0106010102040b11080c0b1307100e0d11090b0e11060e140d0c10090b110a09190a0b110b0b1109120a0b10');
INSERT INTO search_claim_data VALUES(274877906945,X'00000200053032303231060601010c010361646105080601010803080101020502016e06060101020204736b65640708040101060204756469740606010103010662726962656405080501010703060101040602727908020204026e650508020101040108020101050107636f757269657207060101030105646f636b7306080701010a01036861640508040101060208030101050102696e060601010b01036d617906080401010701066e6f626f647907080201010401036f616b050803010105010803010106020166080203030766696369616c73050601010301057175696c6c050807010109030a040101030501067265706f72740606010104010473656c6c060805010108010374686506080601010901060101020202776f0506010102000431323032060601010c01036164610508060101080308010102050202736b0708040101060202756406060101030103627269050c0205010104050108020101050208020101040103636f7507060101030103646f6306080701010a010368616405080401010602080301010501036d617906080401010701036e6f6207080201010401036f616b0508030101050108030101060202666605060101030103717569050807010109030a040101030501037265700606010104010373656c060805010108010374686506080601010901060101020202776f0506010102040b11080c0b1307100e0d11090b0e11060e140d0c10090b110a09190a0b110b0b1109120a0b10');
INSERT INTO search_claim_data VALUES(412316860417,X'0000007e063061736b6564070a04010104070107636f757269657207060101060103686164070a030101030701066e6f626f6479070a02010102070103746865070601010500043161736b070a04010104070103636f7507060101060103686164070a030101030701036e6f62070a020101020701037468650706010105040e0e0c0f0a0d0a0c0c');
INSERT INTO search_claim_data VALUES(9007474132647936,X'04000000000000010000000000000000000000000000000000000000000000000000000000000007000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE IF NOT EXISTS 'search_claim_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO search_claim_idx VALUES(1,X'',2);
INSERT INTO search_claim_idx VALUES(2,X'',2);
INSERT INTO search_claim_idx VALUES(3,X'',2);
CREATE TABLE IF NOT EXISTS 'search_claim_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
INSERT INTO search_claim_docsize VALUES(1,X'0608',1);
INSERT INTO search_claim_docsize VALUES(2,X'060b',1);
INSERT INTO search_claim_docsize VALUES(3,X'0305',1);
INSERT INTO search_claim_docsize VALUES(4,X'0305',1);
INSERT INTO search_claim_docsize VALUES(5,X'0608',2);
INSERT INTO search_claim_docsize VALUES(6,X'060b',2);
INSERT INTO search_claim_docsize VALUES(7,X'0308',3);
INSERT INTO search_claim_docsize VALUES(8,X'0305',2);
CREATE TABLE IF NOT EXISTS 'search_claim_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO search_claim_config VALUES('version',4);
CREATE TABLE passage (
  id         INTEGER PRIMARY KEY,
  article    INTEGER NOT NULL,
  start      INTEGER NOT NULL,
  stop       INTEGER NOT NULL,
  n          INTEGER NOT NULL            -- words
) STRICT;
CREATE TABLE band (
  band       INTEGER NOT NULL,
  passage    INTEGER NOT NULL,
  PRIMARY KEY (band, passage)
) STRICT, WITHOUT ROWID;
CREATE TABLE copy (
  a          INTEGER NOT NULL,           -- the smaller id
  b          INTEGER NOT NULL,
  share_a    REAL NOT NULL,              -- of a's words, those of passages that b has too
  share_b    REAL NOT NULL,
  n          INTEGER NOT NULL,           -- passages
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE VIEW linked_article AS
SELECT r.id AS remark, coalesce(c.article, e.article, a.id) AS article FROM remark r
LEFT JOIN claim c ON r.kind = 'claim' AND c.id = r.item LEFT JOIN event e ON r.kind = 'event' AND e.id = r.item
LEFT JOIN article a ON r.kind = 'article' AND a.id = r.item WHERE r.sort = 'link'
UNION
SELECT r.id, coalesce(c.article, e.article, a.id) FROM remark r
LEFT JOIN claim c ON r.other_kind = 'claim' AND c.id = r.other LEFT JOIN event e ON r.other_kind = 'event' AND e.id = r.other
LEFT JOIN article a ON r.other_kind = 'article' AND a.id = r.other WHERE r.sort = 'link';
CREATE TRIGGER event_moves AFTER UPDATE OF gone, standing, kind, earliest, latest ON event BEGIN
  INSERT INTO density (width, bucket, kind, n)
  SELECT w.column1, iif(w.column1 > 0, old.sort_date >> w.column1, 0), old.kind, -1 FROM (VALUES (0), (12), (18), (24)) w
  WHERE old.gone = 0 AND old.standing <> 'rejected' AND (w.column1 > 0) = old.dated ON CONFLICT DO UPDATE SET n = n - 1;
  INSERT INTO density (width, bucket, kind, n)
  SELECT w.column1, iif(w.column1 > 0, new.sort_date >> w.column1, 0), new.kind, 1 FROM (VALUES (0), (12), (18), (24)) w
  WHERE new.gone = 0 AND new.standing <> 'rejected' AND (w.column1 > 0) = new.dated ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER stale_article_new AFTER INSERT ON article
BEGIN INSERT INTO stale SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM stale WHERE article = NEW.id); END;
CREATE TRIGGER stale_article AFTER UPDATE ON article
BEGIN INSERT INTO stale SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM stale WHERE article = NEW.id); END;
CREATE TRIGGER stale_claim AFTER UPDATE ON claim
BEGIN INSERT INTO stale SELECT NEW.article WHERE NOT EXISTS (SELECT 1 FROM stale WHERE article = NEW.article); END;
CREATE TRIGGER stale_event AFTER UPDATE ON event
BEGIN INSERT INTO stale SELECT NEW.article WHERE NOT EXISTS (SELECT 1 FROM stale WHERE article = NEW.article); END;
CREATE TRIGGER stale_actor AFTER UPDATE OF merged ON actor
BEGIN INSERT INTO stale SELECT p.article FROM appearance p WHERE p.actor = NEW.id AND p.gone = 0 AND NOT EXISTS (SELECT 1 FROM stale WHERE article = p.article) GROUP BY p.article; END;
CREATE TRIGGER stale_remark_new AFTER INSERT ON remark WHEN NEW.sort = 'link'
BEGIN INSERT INTO stale SELECT l.article FROM linked_article l WHERE l.remark = NEW.id AND l.article IS NOT NULL AND NOT EXISTS (SELECT 1 FROM stale WHERE article = l.article); END;
CREATE TRIGGER stale_remark AFTER UPDATE ON remark WHEN NEW.sort = 'link'
BEGIN INSERT INTO stale SELECT l.article FROM linked_article l WHERE l.remark = NEW.id AND l.article IS NOT NULL AND NOT EXISTS (SELECT 1 FROM stale WHERE article = l.article); END;
CREATE INDEX time_date ON time (sort_date, latest, article, start, id, standing, earliest) WHERE gone = 0;
CREATE UNIQUE INDEX actor_identity ON actor (kind, key) WHERE unnamed = 0;
CREATE INDEX actor_unnamed ON actor (article, key) WHERE unnamed = 1;
CREATE INDEX actor_strength ON actor (n_mentions DESC, id, standing) WHERE n_articles > 0;
CREATE INDEX alias_actor ON alias (actor, gone, name);
CREATE INDEX alias_article ON alias (article);
CREATE INDEX appearance_actor ON appearance (actor, gone, article);
CREATE INDEX appearance_article ON appearance (article, gone, actor);
CREATE INDEX mention_actor ON mention (actor, gone, article, start, stop);
CREATE INDEX mention_article ON mention (article, gone, start, stop, actor);
CREATE INDEX claim_level ON claim (level, article DESC, start, id, standing) WHERE gone = 0;
CREATE INDEX claim_source ON claim (source_actor) WHERE source_actor IS NOT NULL;
CREATE INDEX claim_parent ON claim (parent) WHERE parent IS NOT NULL;
CREATE INDEX event_time ON event (time) WHERE time IS NOT NULL;
CREATE INDEX event_claim ON event (claim) WHERE claim IS NOT NULL;
CREATE INDEX event_place ON event (place) WHERE place IS NOT NULL;
CREATE INDEX participant_actor ON participant (actor, event);
CREATE INDEX relation_object ON relation (object);
CREATE INDEX relation_strength ON relation (n_evidence DESC, id, standing) WHERE n_evidence > 0;
CREATE INDEX evidence_article ON evidence (article, gone, relation);
CREATE INDEX evidence_event ON evidence (event) WHERE event IS NOT NULL;
CREATE INDEX log_step ON log (undone, id) WHERE entry IS NULL AND part_of IS NULL;
CREATE INDEX log_group ON log (part_of) WHERE part_of IS NOT NULL;
CREATE INDEX actor_merged ON actor (merged) WHERE merged IS NOT NULL;
CREATE INDEX relation_from ON relation (from_actor, to_actor);
CREATE INDEX relation_merged ON relation (merged) WHERE merged IS NOT NULL;
CREATE INDEX remark_item ON remark (kind, item, gone, sort);
CREATE INDEX remark_other ON remark (other_kind, other, gone) WHERE other IS NOT NULL;
CREATE INDEX remark_tag ON remark (key, kind, item) WHERE sort = 'tag' AND gone = 0;
CREATE INDEX event_reach ON event (reach, sort_date, latest, kind, standing) WHERE gone = 0 AND reach > 0;
CREATE INDEX event_date ON event (sort_date, latest, article, trigger_start, id, standing, earliest, kind) WHERE gone = 0;
CREATE INDEX telling_article ON telling (article, start);
CREATE INDEX telling_story ON telling (story) WHERE story <> 0;
CREATE INDEX telling_claim ON telling (claim) WHERE claim IS NOT NULL;
CREATE INDEX telling_event ON telling (event) WHERE event IS NOT NULL;
CREATE INDEX tie_other ON tie (b);
CREATE INDEX conflict_a ON conflict (a);
CREATE INDEX conflict_b ON conflict (b);
CREATE INDEX article_outlet ON article (outlet) WHERE gone = 0 AND outlet IS NOT NULL;
CREATE INDEX event_text ON event (article DESC, trigger_start, id, standing, gone);
CREATE INDEX claim_text ON claim (article DESC, start, id, standing, gone);
CREATE INDEX time_text ON time (article DESC, start, id, standing, gone);
CREATE INDEX relation_ties ON relation (from_actor, n_evidence DESC, to_actor, standing);
CREATE INDEX relation_to ON relation (to_actor, n_evidence DESC, from_actor, standing);
CREATE INDEX evidence_relation ON evidence (relation, gone, voice, article, start);
CREATE INDEX passage_article ON passage (article);
CREATE INDEX copy_other ON copy (b);
CREATE INDEX conflict_order ON conflict (a) WHERE sort = 'order';
PRAGMA writable_schema=OFF;
COMMIT;
PRAGMA application_id = 0x5361796f;
PRAGMA user_version = 13;
