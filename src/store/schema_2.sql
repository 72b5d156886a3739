-- schema_2.sql: what is added in version 2?

-- What a reader says is wrong with a record.  The event is named by its id, so
-- that the words stay when the article is coded anew, even if no event has that
-- id any more.  `record` is the record as it was, `run` the run that made it.
CREATE TABLE corrections (
    n        INTEGER PRIMARY KEY,
    article  INTEGER NOT NULL REFERENCES articles(n) ON DELETE CASCADE,
    event_id TEXT NOT NULL,
    field    TEXT NOT NULL CHECK (field IN ('event', 'type', 'mode', 'actor', 'recipient', 'when', 'where', 'according_to',
                                            'quote', 'status', 'counts')),
    note     TEXT NOT NULL,
    value    TEXT,                        -- what it should be; NULL: not said
    made     TEXT NOT NULL,               -- UTC
    record   TEXT NOT NULL,
    run      INTEGER NOT NULL REFERENCES runs(n)
) STRICT;
CREATE INDEX corrections_event ON corrections(article, event_id);

-- The last day of all acts, without reading them.
CREATE INDEX events_last ON events(last);

-- What `dateline serve` shows of all events at once, in a twentieth of the table.
CREATE INDEX events_flat ON events(n, article, story, type, mode, status, grain, basis, quote, first, last, confidence);
