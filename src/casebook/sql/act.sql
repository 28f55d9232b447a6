-- What commands change. KIND stands for the table of the kind of item.

-- Whether an article is there, and its title. Inputs: article
-- Columns: gone, title, published
--: article
SELECT gone, coalesce(nullif(title, ''), name) AS title, published FROM article WHERE id = :article;

-- Rows of an article that are in the state "was" get the state "becomes"; 0 is there. Inputs: article, was, becomes
--: move-article
UPDATE article SET gone = :becomes WHERE id = :article AND gone = :was;
--: move-time
UPDATE time SET gone = :becomes WHERE article = :article AND gone = :was;
--: move-alias
UPDATE alias SET gone = :becomes WHERE article = :article AND gone = :was;
--: move-appearance
UPDATE appearance SET gone = :becomes WHERE article = :article AND gone = :was;
--: move-mention
UPDATE mention SET gone = :becomes WHERE article = :article AND gone = :was;
--: move-claim
UPDATE claim SET gone = :becomes WHERE article = :article AND gone = :was;
--: move-event
UPDATE event SET gone = :becomes WHERE article = :article AND gone = :was;
--: move-evidence
UPDATE evidence SET gone = :becomes WHERE article = :article AND gone = :was;

-- An item's decision. Inputs: id
-- Columns: standing, title (to show), chosen
--: get-time
SELECT t.standing, substr(c.text, t.start + 1, t.stop - t.start) AS title, t.chosen AS chosen FROM time t JOIN content c ON c.article = t.article WHERE t.id = :id AND t.gone = 0;
--: get-actor
SELECT standing, coalesce(chosen, title) AS title, chosen FROM actor WHERE id = :id AND n_articles > 0;
--: get-event
SELECT standing, coalesce(chosen, title) AS title, chosen FROM event WHERE id = :id AND gone = 0;
--: get-claim
SELECT standing, coalesce(chosen, title) AS title, chosen FROM claim WHERE id = :id AND gone = 0;
--: get-relation
SELECT r.standing, coalesce(s.chosen, s.title) || ' ' || r.label || ' ' || coalesce(o.chosen, o.title) AS title, NULL AS chosen
FROM relation r JOIN actor s ON s.id = r.from_actor JOIN actor o ON o.id = r.to_actor WHERE r.id = :id AND r.n_evidence > 0;

-- Inputs: id, standing, chosen (where the kind has one)
--: set-time
UPDATE time SET standing = :standing, chosen = :chosen WHERE id = :id;
--: set-actor
UPDATE actor SET standing = :standing, chosen = :chosen, order_key = title_key(coalesce(:chosen, title)) WHERE id = :id;
--: set-event
UPDATE event SET standing = :standing, chosen = :chosen WHERE id = :id;
--: set-claim
UPDATE claim SET standing = :standing, chosen = :chosen WHERE id = :id;
--: set-relation
UPDATE relation SET standing = :standing WHERE id = :id;
