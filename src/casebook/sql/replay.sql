-- A history, to be made again in another casebook.

-- Columns: id, made, who, version, model, command, what, entry, part_of, payload
--: entries
SELECT id, made, who, version, model, command, what, entry, part_of, payload FROM log ORDER BY id;

-- Inputs: sha256
-- Columns: location, media_type, text, original, provenance
--: document
SELECT a.location AS location, a.media_type AS media_type, c.text AS text, c.original AS original, c.provenance AS provenance FROM article a JOIN content c ON c.article = a.id WHERE a.sha256 = :sha256;

-- The text of the article that an entry is about. Inputs: article
-- Columns: text
--: text
SELECT text FROM content WHERE article = :article;
