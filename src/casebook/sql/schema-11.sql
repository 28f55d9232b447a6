-- Schema 11: how a relation is told is known without reading all it rests on.

DROP INDEX evidence_relation;
CREATE INDEX evidence_relation ON evidence (relation, gone, voice, article, start);

PRAGMA user_version = 11;
