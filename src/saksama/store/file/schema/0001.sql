-- The desk, schema 1. Numbers are the order of adding. A date stands as EDTF beside its first and last
-- possible day (ISO 8601; an open end is year 1 or year 9999), so that ranges can be asked for. Offsets
-- count characters of articles.text from 0, the end exclusive: substr(text, start + 1, end - start).

CREATE TABLE articles (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  url TEXT,
  path TEXT,
  outlet TEXT,
  language TEXT NOT NULL,
  published TEXT,
  published_basis TEXT NOT NULL,
  first_day TEXT,
  last_day TEXT,
  story INTEGER REFERENCES stories ON DELETE SET NULL,
  sha256 TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX articles_by_story ON articles (story);
CREATE INDEX articles_by_day ON articles (first_day);

-- The whole reading of an article (msgpack, zstd) but for its text, and its weighted terms.
CREATE TABLE readings (
  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  words INTEGER NOT NULL,
  terms BLOB NOT NULL,
  record BLOB NOT NULL
);
CREATE UNIQUE INDEX readings_by_words ON readings (words);

-- All versions of one page share `page`, the id of the first; `before` is the version before.
CREATE TABLE versions (
  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  page TEXT NOT NULL,
  before INTEGER REFERENCES articles
);
CREATE INDEX versions_by_page ON versions (page);

-- Inputs that were read to their end (digest of the raw bytes and of what names them).
CREATE TABLE inputs (
  sha256 TEXT PRIMARY KEY,
  name TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE keys (
  number INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE
);
CREATE TABLE article_keys (
  key INTEGER NOT NULL REFERENCES keys,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  PRIMARY KEY (key, article)
) WITHOUT ROWID;
CREATE INDEX article_keys_by_article ON article_keys (article);

CREATE TABLE actors (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT,
  country TEXT,
  wikidata TEXT
);

-- Where an article names an actor.
CREATE TABLE mentions (
  actor INTEGER NOT NULL REFERENCES actors,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  label TEXT NOT NULL,
  PRIMARY KEY (actor, article, start, end)
) WITHOUT ROWID;
CREATE INDEX mentions_by_article ON mentions (article);

CREATE TABLE statements (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  speaker INTEGER REFERENCES actors,
  speaker_text TEXT,
  via TEXT,
  direct INTEGER NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL
);
CREATE INDEX statements_by_article ON statements (article);
CREATE INDEX statements_by_speaker ON statements (speaker);

CREATE TABLE stories (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  unchecked INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX stories_unchecked ON stories (number) WHERE unchecked;
CREATE TABLE story_articles (
  story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE,
  position INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES articles,
  PRIMARY KEY (story, position)
) WITHOUT ROWID;
CREATE INDEX story_articles_by_article ON story_articles (article);

-- `later` was made from `earlier`: copy, update or rewrite; `shared` is a share from 0 to 1; `changes` are
-- the facts that differ, as JSON.
CREATE TABLE lineage (
  story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE,
  position INTEGER NOT NULL,
  earlier INTEGER NOT NULL REFERENCES articles,
  later INTEGER NOT NULL REFERENCES articles,
  kind TEXT NOT NULL,
  shared REAL NOT NULL,
  changes TEXT NOT NULL,
  PRIMARY KEY (story, position)
) WITHOUT ROWID;
CREATE INDEX lineage_by_earlier ON lineage (earlier);
CREATE INDEX lineage_by_later ON lineage (later);

-- One happening, merged from its mentions. `record` is the event but for its mentions (msgpack, zstd).
CREATE TABLE events (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  mode TEXT,
  contexts TEXT NOT NULL,
  status TEXT NOT NULL,
  background INTEGER NOT NULL,
  reciprocal INTEGER NOT NULL,
  happened TEXT,
  happened_basis TEXT,
  first_day TEXT,
  last_day TEXT,
  place TEXT,
  country TEXT,
  latitude REAL,
  longitude REAL,
  record BLOB NOT NULL
);
CREATE INDEX events_by_day ON events (first_day);
CREATE INDEX events_by_type ON events (type, first_day);
CREATE TABLE event_keys (
  key INTEGER NOT NULL REFERENCES keys,
  event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
  PRIMARY KEY (key, event)
) WITHOUT ROWID;
CREATE INDEX event_keys_by_event ON event_keys (event);

-- The clauses that tell an event: the words that made it and their sentence, in the order of adding.
CREATE TABLE event_mentions (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
  position INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES articles,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  record BLOB NOT NULL
);
CREATE UNIQUE INDEX event_mentions_in_order ON event_mentions (event, position);
CREATE INDEX event_mentions_by_article ON event_mentions (article);

-- `role`: actor, recipient or claimed_by. `acts_for` is the state or organisation for which the actor acts.
CREATE TABLE participants (
  event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES actors,
  acts_for INTEGER REFERENCES actors,
  sector TEXT NOT NULL,
  PRIMARY KEY (event, role, position)
) WITHOUT ROWID;
CREATE INDEX participants_by_actor ON participants (actor, event);
CREATE INDEX participants_by_side ON participants (acts_for, event);

-- Findings, by the story that they were found in.
CREATE TABLE checks (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE,
  kind TEXT NOT NULL,
  slot TEXT,
  severity TEXT NOT NULL,
  explanation_id TEXT NOT NULL,
  explanation_en TEXT NOT NULL,
  record BLOB NOT NULL
);
CREATE INDEX checks_by_story ON checks (story);
CREATE INDEX checks_by_severity ON checks (severity, kind);
CREATE TABLE check_evidence (
  finding INTEGER NOT NULL REFERENCES checks ON DELETE CASCADE,
  position INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES articles,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  PRIMARY KEY (finding, position)
) WITHOUT ROWID;
CREATE INDEX check_evidence_by_article ON check_evidence (article);

-- Published fact-checks (schema.org/ClaimReview).
CREATE TABLE claim_reviews (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  url TEXT,
  claim TEXT NOT NULL,
  claimant TEXT,
  claimed TEXT,
  publisher TEXT,
  published TEXT,
  rating TEXT NOT NULL,
  rating_kind TEXT,
  language TEXT,
  record BLOB NOT NULL
);
CREATE TABLE claim_review_keys (
  key INTEGER NOT NULL REFERENCES keys,
  review INTEGER NOT NULL REFERENCES claim_reviews ON DELETE CASCADE,
  PRIMARY KEY (key, review)
) WITHOUT ROWID;
CREATE INDEX claim_review_keys_by_review ON claim_review_keys (review);

-- Addresses as they were left: feeds and pages. Moments are ISO 8601 in universal time.
CREATE TABLE fetches (
  url TEXT PRIMARY KEY,
  etag TEXT,
  modified TEXT,
  digest TEXT,
  fetched_at TEXT,
  next_at TEXT,
  failures INTEGER NOT NULL,
  problem TEXT,
  mark TEXT
) WITHOUT ROWID;

-- Full text: the lemmas of what is searched; rows are readings.words, statements.number and
-- event_mentions.number. What was replaced stays as rows that nothing refers to.
CREATE VIRTUAL TABLE article_words USING fts5 (
  title, body, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE statement_words USING fts5 (
  content, speaker, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE event_words USING fts5 (
  sentence, parties, content = '', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE VIEW who_said_what AS
SELECT
  articles.published,
  articles.outlet,
  coalesce(actors.name, statements.speaker_text) AS speaker,
  actors.id AS speaker_id,
  statements.direct,
  substr(articles.text, statements.start + 1, statements.end - statements.start) AS said,
  statements.via,
  articles.id AS article,
  articles.url
FROM statements
JOIN articles ON articles.number = statements.article
LEFT JOIN actors ON actors.number = statements.speaker;

CREATE VIEW events_by_pair_and_day AS
SELECT
  events.happened AS day,
  source.code AS actor,
  target.code AS recipient,
  events.type,
  events.mode,
  events.status,
  count(DISTINCT event_mentions.article) AS articles,
  events.id AS event
FROM events
JOIN event_mentions ON event_mentions.event = events.number
JOIN (
  SELECT DISTINCT participants.event, actors.id AS code
  FROM participants JOIN actors ON actors.number = coalesce(participants.acts_for, participants.actor)
  WHERE participants.role = 'actor'
) AS source ON source.event = events.number
JOIN (
  SELECT DISTINCT participants.event, participants.role, actors.id AS code
  FROM participants JOIN actors ON actors.number = coalesce(participants.acts_for, participants.actor)
  WHERE participants.role IN ('actor', 'recipient')
) AS target ON target.event = events.number AND (
  (target.role = 'recipient' AND NOT events.reciprocal)
  OR (target.role = 'actor' AND events.reciprocal AND target.code <> source.code)
)
WHERE NOT events.background
GROUP BY events.number, source.code, target.code;

CREATE VIEW open_conflicts AS
SELECT
  stories.id AS story,
  stories.title,
  checks.kind,
  checks.slot,
  checks.severity,
  checks.explanation_id,
  checks.explanation_en,
  group_concat(articles.id, ' ') AS articles,
  checks.id AS finding
FROM checks
JOIN stories ON stories.number = checks.story
LEFT JOIN check_evidence ON check_evidence.finding = checks.number
LEFT JOIN articles ON articles.number = check_evidence.article
WHERE checks.severity IN ('impossible', 'conflict')
GROUP BY checks.number;
