-- Passages, and the articles that have them in common. See schema-13.sql.

-- Inputs: article
-- Columns: start, stop, paragraph
--: sentences
SELECT s.start AS start, s.stop AS stop, s.paragraph AS paragraph FROM sentence s JOIN article a ON a.id = s.article
LEFT JOIN block b ON b.article = s.article AND b.paragraph = s.paragraph
WHERE s.article = :article AND a.gone = 0 AND ifnull(b.kind, 'paragraph') <> 'heading' ORDER BY s.start;

-- Inputs: article
-- Columns: id, start, stop
--: of-article
SELECT id, start, stop FROM passage WHERE article = :article;

-- Inputs: article, start, stop, n
-- Columns: id
--: add
INSERT INTO passage (article, start, stop, n) VALUES (:article, :start, :stop, :n) RETURNING id;
-- Inputs: band, passage
--: add-band
INSERT INTO band (band, passage) VALUES (:band, :passage) ON CONFLICT DO NOTHING;
-- Inputs: band, passage
--: forget-band
DELETE FROM band WHERE band = :band AND passage = :passage;
-- Inputs: article
--: forget
DELETE FROM passage WHERE article = :article;
--: forget-copies
DELETE FROM copy WHERE a = :article;
--: forget-copies-other
DELETE FROM copy WHERE b = :article;

-- The newest passages of other articles with a band. Inputs: band, article, lim
-- Columns: passage
--: with-band
SELECT b.passage AS passage FROM band b JOIN passage p ON p.id = b.passage WHERE b.band = :band AND p.article <> :article ORDER BY b.passage DESC LIMIT :lim;

-- Inputs: passage
-- Columns: article, start, n, words
--: get
SELECT p.article AS article, p.start AS start, p.n AS n, substr(c.text, p.start + 1, p.stop - p.start) AS words FROM passage p JOIN content c ON c.article = p.article WHERE p.id = :passage;
-- All words of an article's passages. Inputs: article
-- Columns: n
--: n-words
SELECT ifnull(sum(n), 0) AS n FROM passage WHERE article = :article;

-- Inputs: a, b, share_a, share_b, n
--: add-copy
INSERT INTO copy (a, b, share_a, share_b, n) VALUES (:a, :b, :share_a, :share_b, :n) ON CONFLICT DO UPDATE SET share_a = :share_a, share_b = :share_b, n = :n;
-- Of which part of the one that has more of it in the other. Inputs: a, b
-- Columns: share
--: share
SELECT max(share_a, share_b) AS share FROM copy WHERE a = min(:a, :b) AND b = max(:a, :b);

-- Articles that have much in common, newest first; with an article only its own. Inputs: article (0 for all), off, lim
-- Columns: a, b, share_a, share_b, n, outlet_a, outlet_b, title_a, title_b, published_a, published_b, byline_a, byline_b
--: copies
SELECT k.a AS a, k.b AS b, k.share_a AS share_a, k.share_b AS share_b, k.n AS n, x.outlet AS outlet_a, y.outlet AS outlet_b,
       coalesce(nullif(x.title, ''), x.name) AS title_a, coalesce(nullif(y.title, ''), y.name) AS title_b,
       x.published AS published_a, y.published AS published_b, x.byline AS byline_a, y.byline AS byline_b
FROM copy k JOIN article x ON x.id = k.a JOIN article y ON y.id = k.b WHERE :article = 0 OR k.a = :article OR k.b = :article ORDER BY k.b DESC, k.a LIMIT :lim OFFSET :off;
