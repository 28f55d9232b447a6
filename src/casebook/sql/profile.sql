-- How articles are sourced, by who published or wrote them, or each by itself. See sayso-profile.h.
--
-- A profile counts what a reader did not reject, and apart from that what a reader corrected.

-- Inputs: none. Columns: article, name (whose it is), key (to choose by)
--: by-outlet
SELECT a.id AS article, a.outlet AS name, a.outlet AS key FROM article a WHERE a.gone = 0 AND a.outlet IS NOT NULL
--: by-author
SELECT a.id AS article, b.value AS name, b.value AS key
FROM article a, json_each('["' || replace(replace(replace(a.byline, '\', '\\'), '"', '\"'), ', ', '","') || '"]') b WHERE a.gone = 0 AND a.byline IS NOT NULL AND a.byline <> ''
--: by-article
SELECT a.id AS article, coalesce(nullif(a.title, ''), a.name) AS name, CAST(a.id AS TEXT) AS key FROM article a WHERE a.gone = 0

-- Inputs: key (null for all)
-- Columns: name, key, n_articles, n_claims, anonymous, named, document, outlet, author, unknown (claims by kind of source), n_shared (that other articles tell
-- too), n_single (of these, from one origin), n_decided and n_corrected (claims and events that a reader decided on, and that a reader changed or rejected)
--: of-outlets
WITH owner AS ({profile/by-outlet}), {profile/parts} {profile/counts}
--: of-authors
WITH owner AS ({profile/by-author}), {profile/parts} {profile/counts}
--: of-articles
WITH owner AS ({profile/by-article}), {profile/parts} {profile/counts}

-- The same of one alone, without looking at what all others published.
--: one-outlet
SELECT a.id AS article, a.outlet AS name, a.outlet AS key FROM article a WHERE a.gone = 0 AND a.outlet IN (SELECT outlet FROM ({telling/outlets}) WHERE outlet = :key COLLATE NOCASE)
--: one-author
{profile/by-author} AND instr(lower(a.byline), lower(:key)) > 0
--: of-outlet
WITH owner AS ({profile/one-outlet}), {profile/parts} {profile/counts}
--: of-author
WITH owner AS ({profile/one-author}), {profile/parts} {profile/counts}
--: one-article
SELECT a.id AS article, coalesce(nullif(a.title, ''), a.name) AS name, CAST(a.id AS TEXT) AS key FROM article a WHERE a.gone = 0 AND a.id = CAST(:key AS INTEGER)
--: of-article
WITH owner AS ({profile/one-article}), {profile/parts} {profile/counts}

--: parts
told AS (SELECT o.key AS key, c.source_kind AS kind, c.standing AS standing,
                (SELECT s.n_origins FROM telling t JOIN story s ON s.id = t.story WHERE t.claim = c.id AND s.n_articles > 1 ORDER BY s.id LIMIT 1) AS origins
         FROM owner o JOIN claim c ON c.article = o.article AND c.gone = 0 WHERE :key IS NULL OR o.key = :key COLLATE NOCASE),
sums AS (SELECT key, sum(standing <> 'rejected') AS n_claims, sum(standing <> 'rejected' AND kind = 'anonymous') AS anonymous, sum(standing <> 'rejected' AND kind = 'named') AS named,
                sum(standing <> 'rejected' AND kind = 'document') AS document, sum(standing <> 'rejected' AND kind = 'outlet') AS outlet,
                sum(standing <> 'rejected' AND kind = 'author') AS author, sum(standing <> 'rejected' AND kind = 'unknown') AS unknown,
                sum(standing <> 'rejected' AND origins IS NOT NULL) AS n_shared, sum(standing <> 'rejected' AND origins = 1) AS n_single,
                sum(standing <> 'suggested') AS n_decided, sum(standing IN ('changed', 'rejected')) AS n_corrected FROM told GROUP BY key),
events AS (SELECT o.key AS key, sum(e.standing <> 'suggested') AS n_decided, sum(e.standing IN ('changed', 'rejected')) AS n_corrected
           FROM owner o JOIN event e ON e.article = o.article AND e.gone = 0 WHERE :key IS NULL OR o.key = :key COLLATE NOCASE GROUP BY o.key)
--: counts
SELECT min(o.name) AS name, o.key AS key, count(DISTINCT o.article) AS n_articles, ifnull(s.n_claims, 0) AS n_claims, ifnull(s.anonymous, 0) AS anonymous, ifnull(s.named, 0) AS named,
       ifnull(s.document, 0) AS document, ifnull(s.outlet, 0) AS outlet, ifnull(s.author, 0) AS author, ifnull(s.unknown, 0) AS unknown,
       ifnull(s.n_shared, 0) AS n_shared, ifnull(s.n_single, 0) AS n_single,
       ifnull(s.n_decided, 0) + ifnull(v.n_decided, 0) AS n_decided, ifnull(s.n_corrected, 0) + ifnull(v.n_corrected, 0) AS n_corrected
FROM owner o LEFT JOIN sums s ON s.key = o.key LEFT JOIN events v ON v.key = o.key WHERE :key IS NULL OR o.key = :key COLLATE NOCASE
GROUP BY o.key ORDER BY n_claims DESC, sort_key(min(o.name)), o.key
