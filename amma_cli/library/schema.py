"""The tables of library.db. SCHEMA grows when a reader of the old one could not read the new."""

SCHEMA = 2

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE article (
  slug TEXT PRIMARY KEY, title TEXT NOT NULL, topic TEXT NOT NULL,
  first INTEGER, last INTEGER, peak_first INTEGER, peak_last INTEGER,
  after_first INTEGER, after_last INTEGER, week INTEGER, minutes INTEGER NOT NULL,
  summary TEXT NOT NULL, record TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX article_range ON article (first, last, peak_first, slug);
CREATE INDEX article_topic ON article (topic, title);
CREATE TABLE fit (
  kind TEXT NOT NULL, week INTEGER NOT NULL, rank INTEGER NOT NULL, slug TEXT NOT NULL,
  PRIMARY KEY (kind, week, rank)
) WITHOUT ROWID;
CREATE TABLE alias (name TEXT NOT NULL, slug TEXT NOT NULL, PRIMARY KEY (name, slug)) WITHOUT ROWID;
CREATE TABLE whom (key TEXT NOT NULL, slug TEXT NOT NULL, PRIMARY KEY (key, slug)) WITHOUT ROWID;
CREATE TABLE planned (slug TEXT PRIMARY KEY, topic TEXT NOT NULL, title TEXT NOT NULL)
  WITHOUT ROWID;
CREATE TABLE guide (
  kind TEXT NOT NULL, week INTEGER NOT NULL, lead TEXT NOT NULL, why TEXT NOT NULL,
  record TEXT NOT NULL, PRIMARY KEY (kind, week)
) WITHOUT ROWID;
CREATE TABLE fact (key TEXT PRIMARY KEY, say TEXT NOT NULL, sources TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE plan (
  kind TEXT NOT NULL, week INTEGER NOT NULL, lead TEXT NOT NULL, read TEXT NOT NULL,
  why TEXT NOT NULL, PRIMARY KEY (kind, week)
) WITHOUT ROWID;
CREATE TABLE source (key TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE growth (week INTEGER PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE care (
  ord INTEGER PRIMARY KEY, week INTEGER NOT NULL, place TEXT NOT NULL, say TEXT NOT NULL,
  sources TEXT NOT NULL
);
CREATE INDEX care_week ON care (week);
CREATE TABLE care_window (
  ord INTEGER PRIMARY KEY, key TEXT NOT NULL, place TEXT NOT NULL, title TEXT NOT NULL,
  only TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, say TEXT NOT NULL,
  keys TEXT NOT NULL
);
CREATE TABLE region (iso TEXT PRIMARY KEY, country TEXT NOT NULL, record TEXT NOT NULL)
  WITHOUT ROWID;
CREATE TABLE sign (
  ord INTEGER PRIMARY KEY, key TEXT NOT NULL, level TEXT NOT NULL, first INTEGER NOT NULL,
  last INTEGER NOT NULL, record TEXT NOT NULL
);
CREATE TABLE rule (
  kind TEXT NOT NULL, ord INTEGER NOT NULL, record TEXT NOT NULL, PRIMARY KEY (kind, ord)
) WITHOUT ROWID;
CREATE TABLE vocabulary (word TEXT PRIMARY KEY, hits INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE lay (phrase TEXT PRIMARY KEY, words TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE glossary (term TEXT PRIMARY KEY, say TEXT NOT NULL, see TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE passage (id INTEGER PRIMARY KEY, slug TEXT NOT NULL, heading TEXT NOT NULL,
  kind TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX passage_slug ON passage (slug);
"""

# Only where SQLite has FTS5; everything but search works without it.
SEARCH = """
CREATE VIRTUAL TABLE passage_text USING fts5 (
  heading, body, content='passage', content_rowid='id',
  tokenize="porter unicode61 remove_diacritics 2", prefix='3'
);
"""
