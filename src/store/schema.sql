-- schema.sql: what is in a store?  Version 1; schema_2.sql has what came later.
-- docs/store.md shows questions to it.
--
-- One file holds articles, what was found in them, and which program, model and
-- data found it.  Days are ISO 8601 text, NULL where unknown.  Spans are code
-- points of articles.text, half-open.  Lists in one column are JSON arrays, but
-- for sectors and contexts, which are words joined by ';'.  What is unknown is
-- NULL.  Deleting an article deletes all that hangs on it.

-- What coded: the program, the language model, the checksum of the data, and
-- the least confidence that was asked for.  A run is there once it has coded an
-- article, and stays when its articles have been coded anew.
CREATE TABLE runs (
    n        INTEGER PRIMARY KEY,
    program  TEXT NOT NULL,
    model    TEXT NOT NULL,
    data     TEXT NOT NULL,
    least    REAL NOT NULL,
    started  TEXT NOT NULL                -- UTC
) STRICT;

-- A text with an id, once.  `published_basis`: given, dateline, inferred, unknown.
CREATE TABLE articles (
    n        INTEGER PRIMARY KEY,
    id       TEXT NOT NULL,
    hash     TEXT NOT NULL,               -- of the text, 16 hexadecimal digits
    outlet   TEXT,
    title    TEXT,
    url      TEXT,
    language TEXT,
    published TEXT,
    published_basis TEXT NOT NULL,
    run      INTEGER NOT NULL REFERENCES runs(n),
    copy_of  INTEGER REFERENCES articles(n) ON DELETE SET NULL, -- the earliest article with nearly the same text
    signature BLOB,                       -- MinHash of the words, NULL if too short
    text     TEXT NOT NULL,               -- as it was given
    UNIQUE (id, hash)
) STRICT;
CREATE INDEX articles_hash ON articles(hash);
CREATE INDEX articles_run ON articles(run);
CREATE INDEX articles_copy ON articles(copy_of) WHERE copy_of IS NOT NULL;

-- Where the very same text was seen again: passed over, not coded, but known.
CREATE TABLE copies (
    article  INTEGER NOT NULL REFERENCES articles(n) ON DELETE CASCADE,
    id       TEXT NOT NULL,
    outlet   TEXT,
    title    TEXT,
    url      TEXT,
    published TEXT,
    PRIMARY KEY (article, id)
) STRICT, WITHOUT ROWID;

-- Signatures cut into bands: nearly the same texts share a band.
CREATE TABLE bands (
    band     INTEGER NOT NULL,
    article  INTEGER NOT NULL REFERENCES articles(n) ON DELETE CASCADE,
    PRIMARY KEY (band, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX bands_article ON bands(article);

-- Who says which words.  `ord` counts within the article; `within` is the ord
-- of the attribution whose content holds this one.
CREATE TABLE attributions (
    article  INTEGER NOT NULL REFERENCES articles(n) ON DELETE CASCADE,
    ord      INTEGER NOT NULL,
    within   INTEGER,
    kind     TEXT NOT NULL,               -- direct, mixed, indirect
    stance   TEXT NOT NULL,               -- asserted, denied, asked, demanded, planned, supposed, not_said
    speech   INTEGER NOT NULL,            -- 0: an attitude
    name     TEXT,                        -- of the speaker
    code     TEXT,
    sectors  TEXT,
    source   TEXT NOT NULL,               -- spans
    cue      TEXT NOT NULL,
    content  TEXT NOT NULL,
    PRIMARY KEY (article, ord)
) STRICT, WITHOUT ROWID;

-- One act, told by one event or by several that are judged to tell the same
-- (docs/store.md).  Made from the events; `dateline stories` makes them anew.
CREATE TABLE stories (
    n        INTEGER PRIMARY KEY,
    events   INTEGER NOT NULL,            -- that tell it
    articles INTEGER NOT NULL,            -- that they stand in
    originals INTEGER NOT NULL,           -- of those, the ones that are no copies of each other
    denied   INTEGER NOT NULL,            -- 1: a source says that it did not happen, or records disagree on that
    other_actor INTEGER NOT NULL,         -- 1: told of actors of different countries
    other_number INTEGER NOT NULL,        -- 1: told with numbers that cannot both be right
    contested INTEGER NOT NULL GENERATED ALWAYS AS (max(denied, other_actor, other_number)) STORED
) STRICT;
CREATE INDEX stories_contested ON stories(n) WHERE contested = 1;

-- The records.  `record` is the line of docs/records.md; the other columns are
-- its fields, flat.
CREATE TABLE events (
    n        INTEGER PRIMARY KEY,
    article  INTEGER NOT NULL REFERENCES articles(n) ON DELETE CASCADE,
    story    INTEGER REFERENCES stories(n) ON DELETE SET NULL,
    id       TEXT NOT NULL,
    type     TEXT NOT NULL,
    mode     TEXT,
    context  TEXT,
    cameo    TEXT,
    quad     TEXT,
    first    TEXT,                        -- when.start
    last     TEXT,                        -- when.end
    grain    TEXT,
    basis    TEXT NOT NULL,
    when_text TEXT,
    when_start INTEGER,                   -- span of when_text
    when_end INTEGER,
    quote    TEXT NOT NULL,
    status   TEXT NOT NULL,
    trigger_text TEXT,
    trigger_start INTEGER,
    trigger_end INTEGER,
    evidence TEXT,
    evidence_start INTEGER,
    evidence_end INTEGER,
    same_as  TEXT,
    confidence REAL NOT NULL,
    record   TEXT NOT NULL
) STRICT;
CREATE INDEX events_article ON events(article);
CREATE INDEX events_story ON events(story);
CREATE INDEX events_id ON events(id);
CREATE INDEX events_type ON events(type, first);
CREATE INDEX events_first ON events(first, type);

-- Actors, recipients and sources of events.  `ord`: their order; of a source its
-- depth, 0 the innermost.  `first` and `type` repeat the event's, so that one
-- index answers "who, what, when".
CREATE TABLE parties (
    event    INTEGER NOT NULL REFERENCES events(n) ON DELETE CASCADE,
    role     TEXT NOT NULL CHECK (role IN ('actor', 'recipient', 'source')),
    ord      INTEGER NOT NULL,
    code     TEXT NOT NULL,               -- '---' unknown
    sectors  TEXT NOT NULL,               -- primary first; '' unknown
    text     TEXT,
    name     TEXT,
    start    INTEGER,
    end      INTEGER,
    cue      TEXT,
    cue_start INTEGER,
    cue_end  INTEGER,
    first    TEXT,
    type     TEXT NOT NULL,
    PRIMARY KEY (event, role, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX parties_code ON parties(role, code, first, type, sectors);

-- Places of events, most specific first.  `folded` is the name in lower case without accents.
CREATE TABLE places (
    event    INTEGER NOT NULL REFERENCES events(n) ON DELETE CASCADE,
    ord      INTEGER NOT NULL,
    text     TEXT,
    name     TEXT,
    folded   TEXT,
    geonameid INTEGER,
    country  TEXT,
    admin1   TEXT,
    lat      REAL,
    lon      REAL,
    kind     TEXT,
    start    INTEGER,
    end      INTEGER,
    first    TEXT,
    type     TEXT NOT NULL,
    PRIMARY KEY (event, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX places_folded ON places(folded, first, type);
CREATE INDEX places_country ON places(country, first, type);
CREATE INDEX places_geonameid ON places(geonameid, first, type);

-- Numbers told of an event; NULL: no bound.
CREATE TABLE counts (
    event    INTEGER NOT NULL REFERENCES events(n) ON DELETE CASCADE,
    ord      INTEGER NOT NULL,
    what     TEXT NOT NULL,
    low      INTEGER,
    high     INTEGER,
    text     TEXT,
    start    INTEGER,
    end      INTEGER,
    PRIMARY KEY (event, ord)
) STRICT, WITHOUT ROWID;

-- Full text of articles: words by their stems, without accents.
CREATE VIRTUAL TABLE search USING fts5(title, text, content = 'articles', content_rowid = 'n',
                                       tokenize = 'porter unicode61 remove_diacritics 2');
CREATE TRIGGER articles_in AFTER INSERT ON articles BEGIN
    INSERT INTO search(rowid, title, text) VALUES (new.n, new.title, new.text);
END;
CREATE TRIGGER articles_out AFTER DELETE ON articles BEGIN
    INSERT INTO search(search, rowid, title, text) VALUES ('delete', old.n, old.title, old.text);
END;
