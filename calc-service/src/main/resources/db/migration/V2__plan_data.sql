-- Plan data. What people name has its code as its key: an audit entry, a lock and a figure then say by themselves what they
-- are about. Moments are ISO texts of UTC to the millisecond, so that they read back as they were hashed in any time zone.
-- Runs on Derby and on PostgreSQL, hence no AT, FIRST, LAST, INDICATOR, USER, VALUE and YEAR as names.

-- The first row of data_version counts every write; this one counts those that change more than figures.
INSERT INTO data_version (id, number) VALUES (2, 0);

CREATE TABLE organisation (
  id SMALLINT NOT NULL PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  currency VARCHAR(3) NOT NULL,
  periods VARCHAR(16) NOT NULL,
  start_month INTEGER NOT NULL,
  naming VARCHAR(8) NOT NULL,
  year_end VARCHAR(8) NOT NULL,
  amber DOUBLE PRECISION NOT NULL,
  red DOUBLE PRECISION NOT NULL,
  is_sample BOOLEAN NOT NULL
);

CREATE TABLE fiscal_year (
  fiscal_year INTEGER NOT NULL PRIMARY KEY
);

CREATE TABLE adjustment_period (
  code VARCHAR(32) NOT NULL PRIMARY KEY,
  fiscal_year INTEGER NOT NULL REFERENCES fiscal_year (fiscal_year)
);

CREATE TABLE unit (
  code VARCHAR(64) NOT NULL PRIMARY KEY,
  place INTEGER NOT NULL,
  name VARCHAR(200) NOT NULL,
  aliases VARCHAR(1000) NOT NULL,
  parent VARCHAR(64) REFERENCES unit (code),
  kind VARCHAR(16) NOT NULL,
  currency VARCHAR(3) NOT NULL,
  owner VARCHAR(200) NOT NULL,
  valid_from DATE,
  valid_to DATE
);

CREATE TABLE partner (
  code VARCHAR(64) NOT NULL PRIMARY KEY,
  place INTEGER NOT NULL,
  name VARCHAR(200) NOT NULL,
  owner VARCHAR(200) NOT NULL
);

CREATE TABLE person (
  id VARCHAR(200) NOT NULL PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  email VARCHAR(200) NOT NULL
);

CREATE TABLE person_grant (
  person VARCHAR(200) NOT NULL REFERENCES person (id),
  place INTEGER NOT NULL,
  role VARCHAR(16) NOT NULL,
  unit VARCHAR(64) NOT NULL REFERENCES unit (code),
  kinds VARCHAR(100) NOT NULL,
  metrics VARCHAR(2000) NOT NULL,
  PRIMARY KEY (person, place)
);

CREATE TABLE metric (
  code VARCHAR(64) NOT NULL PRIMARY KEY,
  place INTEGER NOT NULL,
  name VARCHAR(200) NOT NULL,
  aliases VARCHAR(1000) NOT NULL,
  measured_in VARCHAR(8) NOT NULL,
  over_time VARCHAR(8) NOT NULL,
  over_units VARCHAR(8) NOT NULL,
  numerator VARCHAR(64),
  denominator VARCHAR(64),
  direction VARCHAR(8) NOT NULL,
  is_restricted BOOLEAN NOT NULL,
  definition VARCHAR(2000) NOT NULL,
  category VARCHAR(16) NOT NULL,
  leads_or_lags VARCHAR(16) NOT NULL,
  stage VARCHAR(16) NOT NULL,
  factor VARCHAR(64) NOT NULL,
  owner VARCHAR(200) NOT NULL,
  source VARCHAR(500) NOT NULL,
  amber DOUBLE PRECISION,
  red DOUBLE PRECISION,
  is_currency_bound BOOLEAN NOT NULL,
  is_active BOOLEAN NOT NULL
);

CREATE TABLE scenario (
  code VARCHAR(64) NOT NULL PRIMARY KEY,
  place INTEGER NOT NULL,
  name VARCHAR(200) NOT NULL,
  aliases VARCHAR(1000) NOT NULL,
  kind VARCHAR(16) NOT NULL,
  fiscal_year INTEGER,
  owner VARCHAR(200) NOT NULL,
  base VARCHAR(64) REFERENCES scenario (code),
  latest INTEGER NOT NULL
);

CREATE TABLE scenario_version (
  scenario VARCHAR(64) NOT NULL REFERENCES scenario (code),
  number INTEGER NOT NULL,
  label VARCHAR(200) NOT NULL,
  created_by VARCHAR(200) NOT NULL,
  created_at VARCHAR(24) NOT NULL,
  frozen_at VARCHAR(24),
  PRIMARY KEY (scenario, number)
);

CREATE TABLE period_lock (
  scenario VARCHAR(64) NOT NULL REFERENCES scenario (code),
  unit VARCHAR(64) NOT NULL REFERENCES unit (code),
  period VARCHAR(32) NOT NULL,
  category VARCHAR(16) NOT NULL,
  state VARCHAR(16) NOT NULL,
  set_by VARCHAR(200) NOT NULL,
  set_at VARCHAR(24) NOT NULL,
  reason VARCHAR(2000) NOT NULL,
  PRIMARY KEY (scenario, unit, period, category)
);

CREATE TABLE rate (
  source_currency VARCHAR(3) NOT NULL,
  target_currency VARCHAR(3) NOT NULL,
  period VARCHAR(32) NOT NULL,
  kind VARCHAR(8) NOT NULL,
  rate DECIMAL(19, 10) NOT NULL,
  origin VARCHAR(200) NOT NULL,
  PRIMARY KEY (source_currency, target_currency, period, kind)
);

-- Without an amount it is missing again, and its version still counts on: whoever read it before must notice.
CREATE TABLE figure (
  scenario VARCHAR(64) NOT NULL,
  version INTEGER NOT NULL,
  metric VARCHAR(64) NOT NULL REFERENCES metric (code),
  unit VARCHAR(64) NOT NULL REFERENCES unit (code),
  period VARCHAR(32) NOT NULL,
  amount DECIMAL(19, 4),
  group_amount DECIMAL(19, 4),
  row_version BIGINT NOT NULL,
  PRIMARY KEY (scenario, version, metric, unit, period),
  FOREIGN KEY (scenario, version) REFERENCES scenario_version (scenario, number)
);

CREATE TABLE note (
  scenario VARCHAR(64) NOT NULL,
  version INTEGER NOT NULL,
  metric VARCHAR(64) NOT NULL REFERENCES metric (code),
  unit VARCHAR(64) NOT NULL REFERENCES unit (code),
  period VARCHAR(32) NOT NULL,
  text VARCHAR(2000),
  row_version BIGINT NOT NULL,
  PRIMARY KEY (scenario, version, metric, unit, period),
  FOREIGN KEY (scenario, version) REFERENCES scenario_version (scenario, number)
);

-- Holds nothing but what the hash covers, so that no byte of it can change unnoticed.
CREATE TABLE audit_entry (
  seq BIGINT NOT NULL PRIMARY KEY,
  happened_at VARCHAR(24) NOT NULL,
  user_id VARCHAR(200) NOT NULL,
  action VARCHAR(32) NOT NULL,
  object_type VARCHAR(32) NOT NULL,
  object_id VARCHAR(400) NOT NULL,
  before_text VARCHAR(4000),
  after_text VARCHAR(4000),
  workbook_id VARCHAR(64),
  sheet VARCHAR(100),
  cell VARCHAR(100),
  previous_hash VARCHAR(64) NOT NULL,
  hash VARCHAR(64) NOT NULL
);

CREATE INDEX audit_entry_of_object ON audit_entry (object_id);

-- The end of the chain. Without it nobody would miss the last entries.
CREATE TABLE audit_end (
  id SMALLINT NOT NULL PRIMARY KEY,
  seq BIGINT NOT NULL,
  hash VARCHAR(64) NOT NULL
);

INSERT INTO audit_end (id, seq, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TABLE linked_workbook (
  id VARCHAR(64) NOT NULL PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  owner VARCHAR(200) NOT NULL,
  template VARCHAR(64) NOT NULL,
  template_version VARCHAR(32) NOT NULL,
  address VARCHAR(1000) NOT NULL,
  fingerprint VARCHAR(64) NOT NULL,
  last_refresh VARCHAR(24),
  last_submit VARCHAR(24)
);

CREATE TABLE cell_binding (
  workbook VARCHAR(64) NOT NULL REFERENCES linked_workbook (id),
  sheet VARCHAR(100) NOT NULL,
  cell VARCHAR(100) NOT NULL,
  scenario VARCHAR(64) NOT NULL,
  version INTEGER NOT NULL,
  metric VARCHAR(64) NOT NULL,
  unit VARCHAR(64) NOT NULL,
  period VARCHAR(32) NOT NULL,
  direction VARCHAR(8) NOT NULL,
  last_read BIGINT NOT NULL,
  PRIMARY KEY (workbook, sheet, cell)
);

CREATE TABLE submission (
  id BIGINT NOT NULL PRIMARY KEY,
  idempotency_key VARCHAR(200) NOT NULL,
  content_hash VARCHAR(64) NOT NULL,
  workbook VARCHAR(64),
  submitted_by VARCHAR(200) NOT NULL,
  submitted_at VARCHAR(24) NOT NULL,
  state VARCHAR(16) NOT NULL,
  accepted INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  comment VARCHAR(2000) NOT NULL,
  decided_by VARCHAR(200),
  decided_at VARCHAR(24),
  reason VARCHAR(2000),
  UNIQUE (submitted_by, idempotency_key)
);

CREATE TABLE submission_line (
  submission BIGINT NOT NULL REFERENCES submission (id),
  place INTEGER NOT NULL,
  kind VARCHAR(8) NOT NULL,
  scenario VARCHAR(64) NOT NULL,
  version INTEGER NOT NULL,
  metric VARCHAR(64) NOT NULL,
  unit VARCHAR(64) NOT NULL,
  period VARCHAR(32) NOT NULL,
  status VARCHAR(24) NOT NULL,
  reason VARCHAR(1000) NOT NULL,
  before_text VARCHAR(2000),
  after_text VARCHAR(2000),
  row_version BIGINT NOT NULL,
  sheet VARCHAR(100),
  cell VARCHAR(100),
  comment VARCHAR(2000) NOT NULL,
  audit_seq BIGINT,
  PRIMARY KEY (submission, place)
);

CREATE INDEX submission_line_of_entry ON submission_line (audit_seq);

-- What a new service begins with: an organisation without a name, a year from January, and the colours of MPM.RAG.
INSERT INTO organisation (id, name, currency, periods, start_month, naming, year_end, amber, red, is_sample)
VALUES (1, '', 'EUR', 'MONTHLY', 1, 'END', 'LAST', 0.95, 0.85, FALSE);
