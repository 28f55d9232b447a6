-- Schema 16: what was reported and learned when is known from few articles, which an index tells.

CREATE INDEX event_told ON event (kind, article, standing, earliest, latest) WHERE gone = 0 AND kind <> 'occurred';

PRAGMA user_version = 16;
