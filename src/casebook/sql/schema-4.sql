-- Schema 4: how an article came here, and by what its like is known.

ALTER TABLE content ADD COLUMN provenance TEXT; -- JSON: way, from, url, fetched, status, headers, pages, importer; see SaysoProvenance
ALTER TABLE article ADD COLUMN shape BLOB;      -- of the text's words; see SaysoShape

PRAGMA user_version = 4;
