-- What people promise, what others reach, and the ledger behind the figures.
CREATE TABLE commitment (
  id VARCHAR(64) NOT NULL PRIMARY KEY,
  owner VARCHAR(200) NOT NULL,
  metric VARCHAR(64) NOT NULL REFERENCES metric (code),
  unit VARCHAR(64) NOT NULL REFERENCES unit (code),
  due DATE NOT NULL,
  tolerance DOUBLE PRECISION NOT NULL,
  confidence DOUBLE PRECISION,
  positive VARCHAR(2000) NOT NULL,
  negative VARCHAR(2000) NOT NULL,
  accepted_at VARCHAR(24),
  disclosed_at VARCHAR(24),
  disclosed DECIMAL(19, 4),
  closed_at VARCHAR(24)
);

CREATE TABLE commitment_revision (
  commitment VARCHAR(64) NOT NULL REFERENCES commitment (id),
  place INTEGER NOT NULL,
  revised_at VARCHAR(24) NOT NULL,
  promised DECIMAL(19, 4) NOT NULL,
  PRIMARY KEY (commitment, place)
);

CREATE TABLE benchmark_set (
  code VARCHAR(64) NOT NULL PRIMARY KEY,
  metric VARCHAR(64) NOT NULL REFERENCES metric (code),
  name VARCHAR(200) NOT NULL,
  source VARCHAR(500) NOT NULL,
  segment VARCHAR(100) NOT NULL,
  dated DATE NOT NULL,
  is_licensed BOOLEAN NOT NULL,
  form VARCHAR(16) NOT NULL
);

CREATE TABLE benchmark_point (
  benchmark_set VARCHAR(64) NOT NULL REFERENCES benchmark_set (code),
  place INTEGER NOT NULL,
  percentile DOUBLE PRECISION,
  peer VARCHAR(200) NOT NULL,
  reached DOUBLE PRECISION NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (benchmark_set, place)
);

CREATE TABLE source_line (
  import_id BIGINT NOT NULL,
  place INTEGER NOT NULL,
  source VARCHAR(64) NOT NULL,
  document VARCHAR(100) NOT NULL,
  booked_on DATE NOT NULL,
  account VARCHAR(100) NOT NULL,
  vendor VARCHAR(200) NOT NULL,
  campaign VARCHAR(200) NOT NULL,
  amount DECIMAL(19, 4) NOT NULL,
  currency VARCHAR(3) NOT NULL,
  scenario VARCHAR(64) NOT NULL,
  metric VARCHAR(64),
  unit VARCHAR(64),
  period VARCHAR(32) NOT NULL,
  status VARCHAR(16) NOT NULL,
  PRIMARY KEY (import_id, place)
);

CREATE INDEX source_line_of_address ON source_line (scenario, metric, unit, period);
