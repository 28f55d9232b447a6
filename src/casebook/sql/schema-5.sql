-- Schema 5: what is written beside an item is found with the item itself.

DROP TABLE search_remark;

PRAGMA user_version = 5;
