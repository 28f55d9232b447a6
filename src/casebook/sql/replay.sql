-- A history, to be made again in another casebook.

-- Columns: id, made, who, version, model, command, what, entry, part_of, payload
--: entries
SELECT id, made, who, version, model, command, what, entry, part_of, payload FROM log ORDER BY id;

-- Inputs: sha256
-- Columns: location, media_type, text, original, provenance
--: document
SELECT a.location AS location, a.media_type AS media_type, c.text AS text, original(c.original, a.sha256) AS original, c.provenance AS provenance FROM article a JOIN content c ON c.article = a.id WHERE a.sha256 = :sha256;

-- The text of the article that an entry is about. Inputs: article
-- Columns: text
--: text
SELECT text FROM content WHERE article = :article;

-- Columns: article, location, media_type, sha256, text, original, provenance
--: documents
SELECT a.id AS article, a.location AS location, a.media_type AS media_type, a.sha256 AS sha256, c.text AS text, original(c.original, a.sha256) AS original, c.provenance AS provenance
FROM article a JOIN content c ON c.article = a.id ORDER BY a.id;

-- The next two fill a casebook that is only there to be replayed.
-- Inputs: article, location, media_type, sha256
--: keep-article
INSERT INTO article (id, name, location, media_type, sha256, bytes, imported, n_words)
VALUES (:article, '', :location, :media_type, :sha256, 0, 0, 0);

-- Inputs: article, text, original, provenance
--: keep-content
INSERT INTO content (article, text, original, provenance) VALUES (:article, :text, :original, :provenance);

-- Inputs: id, made, who, version, model, command, what, entry, part_of, payload
--: keep-change
INSERT INTO log (id, made, who, version, model, command, what, entry, part_of, payload)
VALUES (:id, :made, :who, :version, :model, :command, :what, :entry, :part_of, :payload);
