-- Files of what happened: read, mapped, and once applied the lines behind the figures.
CREATE TABLE source_file (
  id BIGINT NOT NULL PRIMARY KEY,
  source VARCHAR(64) NOT NULL,
  name VARCHAR(200) NOT NULL,
  hash VARCHAR(64) NOT NULL,
  format VARCHAR(100) NOT NULL,
  is_workbook BOOLEAN NOT NULL,
  days_later INTEGER NOT NULL,
  header INTEGER NOT NULL,
  received_by VARCHAR(200) NOT NULL,
  received_at VARCHAR(24) NOT NULL,
  applied_by VARCHAR(200),
  applied_at VARCHAR(24),
  UNIQUE (source, hash)
);

-- The cells of a line, parted by a character that no cell holds; until the file is applied.
CREATE TABLE source_text (
  source_file BIGINT NOT NULL REFERENCES source_file (id),
  place INTEGER NOT NULL,
  cells VARCHAR(32000) NOT NULL,
  PRIMARY KEY (source_file, place)
);

-- How the files of a system are read: proposed for its next file.
CREATE TABLE source_map (
  source VARCHAR(64) NOT NULL PRIMARY KEY,
  scenario VARCHAR(64) NOT NULL,
  currency VARCHAR(3) NOT NULL,
  decimals VARCHAR(8) NOT NULL,
  dates VARCHAR(8) NOT NULL
);

CREATE TABLE source_map_entry (
  source VARCHAR(64) NOT NULL REFERENCES source_map (source),
  kind VARCHAR(16) NOT NULL,
  given VARCHAR(200) NOT NULL,
  meant VARCHAR(200) NOT NULL,
  PRIMARY KEY (source, kind, given)
);

ALTER TABLE source_line ADD COLUMN cost_centre VARCHAR(100) NOT NULL DEFAULT '';
ALTER TABLE source_line ADD COLUMN reason VARCHAR(500) NOT NULL DEFAULT '';
CREATE INDEX source_line_of_document ON source_line (source, document);
CREATE INDEX source_line_of_status ON source_line (status, import_id);
