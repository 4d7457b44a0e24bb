-- What is watched, and what was out of the ordinary.
CREATE TABLE alert_rule (
  id VARCHAR(64) NOT NULL PRIMARY KEY,
  metric VARCHAR(64) NOT NULL REFERENCES metric (code),
  unit VARCHAR(64) NOT NULL REFERENCES unit (code),
  watches_parts BOOLEAN NOT NULL,
  scenario VARCHAR(64) NOT NULL REFERENCES scenario (code),
  judged_by VARCHAR(16) NOT NULL,
  against VARCHAR(64) REFERENCES scenario (code),
  periods INTEGER NOT NULL,
  confidence DOUBLE PRECISION NOT NULL,
  amber DOUBLE PRECISION NOT NULL,
  red DOUBLE PRECISION NOT NULL,
  beyond DOUBLE PRECISION NOT NULL,
  beyond_share DOUBLE PRECISION NOT NULL,
  audience VARCHAR(4000) NOT NULL
);

-- The number of an alert is that of the audit entry that tells of it. It outlives its rule.
CREATE TABLE alert (
  id BIGINT NOT NULL PRIMARY KEY,
  alert_rule VARCHAR(64) NOT NULL,
  judged_by VARCHAR(16) NOT NULL,
  scenario VARCHAR(64) NOT NULL,
  version INTEGER NOT NULL,
  metric VARCHAR(64) NOT NULL,
  unit VARCHAR(64) NOT NULL,
  period VARCHAR(32) NOT NULL,
  fired_at VARCHAR(24) NOT NULL,
  reached DOUBLE PRECISION NOT NULL,
  expected DOUBLE PRECISION NOT NULL,
  low DOUBLE PRECISION,
  high DOUBLE PRECISION,
  direction VARCHAR(8) NOT NULL,
  against VARCHAR(64),
  audience VARCHAR(4000) NOT NULL,
  acknowledged_by VARCHAR(200),
  acknowledged_at VARCHAR(24),
  remark VARCHAR(2000)
);

CREATE INDEX alert_of_rule ON alert (alert_rule, unit, period);
