-- Schema 10: words are found fast by their first three letters too.

DROP TABLE search_article;
DROP TABLE search_event;
DROP TABLE search_claim;
CREATE VIRTUAL TABLE search_article USING fts5 (title, words, content='', contentless_delete=1, prefix='3', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE search_event USING fts5 (title, words, content='', contentless_delete=1, prefix='3', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE search_claim USING fts5 (title, words, content='', contentless_delete=1, prefix='3', tokenize='unicode61 remove_diacritics 2');

-- The same words as in store.sql.
INSERT INTO search_article (rowid, title, words)
SELECT a.id, coalesce(nullif(a.title, ''), a.name), c.text || ' ' || ifnull((SELECT group_concat(m.text, ' ') FROM remark m WHERE m.kind = 'article' AND m.item = a.id AND m.gone = 0), '')
FROM article a JOIN content c ON c.article = a.id ORDER BY a.id;
INSERT INTO search_event (rowid, title, words)
SELECT e.id, coalesce(e.chosen, e.title), ifnull((SELECT group_concat(m.text, ' ') FROM remark m WHERE m.kind = 'event' AND m.item = e.id AND m.gone = 0), '') || ' ' || e.title || ' ' || substr(t.text, e.start + 1, e.stop - e.start)
FROM event e JOIN content t ON t.article = e.article ORDER BY e.id;
INSERT INTO search_claim (rowid, title, words)
SELECT c.id, coalesce(c.chosen, c.title), ifnull((SELECT group_concat(m.text, ' ') FROM remark m WHERE m.kind = 'claim' AND m.item = c.id AND m.gone = 0), '') || ' ' || c.title || ' ' || ifnull(c.description, '') || ' ' ||
       ifnull((SELECT group_concat(substr(t.text, s.start + 1, s.stop - s.start)) FROM claim_span s WHERE s.claim = c.id AND s.part = 'content'), '')
FROM claim c JOIN content t ON t.article = c.article ORDER BY c.id;

PRAGMA user_version = 10;
