-- The casebook as a whole.

-- Reads a little of everything a casebook must hold, so that a damaged one is known when it is opened.
--: probe
SELECT (SELECT max(id) FROM article) + (SELECT max(id) FROM event) + (SELECT max(id) FROM claim) + (SELECT max(id) FROM time) +
       (SELECT max(id) FROM actor) + (SELECT max(id) FROM relation) + (SELECT max(id) FROM mention) + (SELECT max(id) FROM log) +
       (SELECT count(*) FROM search_article WHERE rowid = 1);

-- The command that undo takes back.
-- Columns: id, command, what (JSON)
--: undo
SELECT id, command, what FROM log WHERE entry IS NULL AND undone = 0 ORDER BY id DESC LIMIT 1;

-- The command that redo makes again: the one undone last.
-- Columns: id, command, what
--: redo
SELECT id, command, what FROM log WHERE entry IS NULL AND undone = 1 ORDER BY id LIMIT 1;

-- Inputs: id, undone
--: mark
UPDATE log SET undone = :undone WHERE id = :id;

-- What was undone cannot be redone once something else was done.
--: forget
UPDATE log SET undone = 2 WHERE entry IS NULL AND undone = 1;

-- The id of the next entry.
-- Columns: id
--: next
SELECT ifnull(max(id), 0) + 1 AS id FROM log;

-- Inputs: id, made (µs since 1970), who, version, command, what, entry (nullable)
--: log
INSERT INTO log (id, made, who, version, command, what, entry) VALUES (:id, :made, :who, :version, :command, :what, :entry);
