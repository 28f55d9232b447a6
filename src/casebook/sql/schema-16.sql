-- Schema 16: what was reported and learned when is known from few articles, which an index tells.

CREATE INDEX event_told ON event (kind, article, standing, earliest, latest) WHERE gone = 0 AND kind <> 'occurred';

-- Words are cut to their stems otherwise: what was compared is compared anew.
INSERT OR IGNORE INTO stale SELECT id FROM article;

PRAGMA user_version = 16;
