-- The names that the readers of a casebook keep.

-- The list as the last command that was not undone set it.
-- Columns: text
--: last
SELECT json_extract(what, '$.text') AS text FROM log WHERE command = 'names' AND entry IS NULL AND undone = 0
AND ifnull((SELECT g.undone FROM log g WHERE g.id = log.part_of), 0) = 0 ORDER BY id DESC LIMIT 1;
