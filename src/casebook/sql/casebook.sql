-- The casebook as a whole.

-- Reads a little of everything a casebook must hold, so that a damaged one is known when it is opened.
--: probe
SELECT (SELECT max(id) FROM article) + (SELECT max(id) FROM event) + (SELECT max(id) FROM claim) + (SELECT max(id) FROM time) +
       (SELECT max(id) FROM actor) + (SELECT max(id) FROM relation) + (SELECT max(id) FROM mention) + (SELECT max(id) FROM log) +
       (SELECT count(*) FROM search_article WHERE rowid = 1);

-- A number that is another when another connection changed the file.
-- Columns: data_version
--: data-version
PRAGMA data_version;

-- Reads as little as can be: from then on, all that is read in a transaction is of one state.
--: state
SELECT count(*) FROM sqlite_schema WHERE name = '';

-- The command that undo takes back.
-- Columns: id, command, what (JSON)
--: undo
SELECT id, command, what FROM log WHERE entry IS NULL AND part_of IS NULL AND undone = 0 ORDER BY id DESC LIMIT 1;

-- The command that redo makes again: the one undone last.
-- Columns: id, command, what
--: redo
SELECT id, command, what FROM log WHERE entry IS NULL AND part_of IS NULL AND undone = 1 ORDER BY id LIMIT 1;

-- Inputs: id, undone
--: mark
UPDATE log SET undone = :undone WHERE id = :id;

-- What was undone cannot be redone once something else was done.
--: forget
UPDATE log SET undone = 2 WHERE entry IS NULL AND part_of IS NULL AND undone = 1;

-- The id of the next entry.
-- Columns: id
--: next
SELECT ifnull(max(id), 0) + 1 AS id FROM log;

-- Inputs: id, made (µs since 1970), who, version, model (nullable), command, what, entry and part_of (nullable), payload (nullable)
--: log
INSERT INTO log (id, made, who, version, model, command, what, entry, part_of, payload)
VALUES (:id, :made, :who, :version, :model, :command, :what, :entry, :part_of, :payload);

-- How many commands of a group were made. Inputs: id, n
--: set-n
UPDATE log SET what = json_set(what, '$.n', :n) WHERE id = :id;

-- Nothing of a group was to be done, so it was nothing. Inputs: id
--: unlog
DELETE FROM log WHERE id = :id;

-- The commands of a group, first made first. Inputs: id
-- Columns: id, command, what (JSON)
--: parts
SELECT id, command, what FROM log WHERE part_of = :id ORDER BY id;
--: parts-backwards
SELECT id, command, what FROM log WHERE part_of = :id ORDER BY id DESC;

-- The history. Inputs: after (an id), lim
-- Columns: id, made, who, version, model, command, what, undone, entry, part_of, about (command that undo and redo are about), about_what
--: history
SELECT l.id AS id, l.made AS made, l.who AS who, l.version AS version, l.model AS model, l.command AS command, l.what AS what, l.undone AS undone,
       l.entry AS entry, l.part_of AS part_of, a.command AS about, a.what AS about_what
FROM log l LEFT JOIN log a ON a.id = l.entry WHERE l.id > :after ORDER BY l.id LIMIT :lim;

-- What was done to an item, the last first. Inputs: kind, id, lim
-- Columns: as in history
--: history-of
SELECT l.id AS id, l.made AS made, l.who AS who, l.version AS version, l.model AS model, l.command AS command, l.what AS what, l.undone AS undone,
       l.entry AS entry, l.part_of AS part_of, NULL AS about, NULL AS about_what
FROM log l WHERE l.entry IS NULL AND l.undone = 0 AND l.command IN ('decide', 'rename', 'edit', 'tag', 'note', 'extent', 'split', 'add-relation', 'add-event', 'add-claim', 'add-actor', 'add-time')
AND l.what ->> 'id' = :id AND l.what ->> 'kind' = :kind ORDER BY l.id DESC LIMIT :lim;

-- Inputs: id
-- Columns: payload
--: payload
SELECT payload FROM log WHERE id = :id;
