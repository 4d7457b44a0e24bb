-- Who has said that a workbook, the service and the ledger agree, or why they need not.
CREATE TABLE reconciliation (
  id BIGINT NOT NULL PRIMARY KEY,
  workbook VARCHAR(64),
  scenario VARCHAR(64) NOT NULL,
  version INTEGER NOT NULL,
  metrics VARCHAR(1000) NOT NULL,
  periods VARCHAR(1000) NOT NULL,
  figures INTEGER NOT NULL,
  findings INTEGER NOT NULL,
  unmapped INTEGER NOT NULL,
  workbook_total DECIMAL(19, 4) NOT NULL,
  service_total DECIMAL(19, 4) NOT NULL,
  ledger_total DECIMAL(19, 4),
  workbook_hash VARCHAR(64) NOT NULL,
  service_hash VARCHAR(64) NOT NULL,
  signed_by VARCHAR(200) NOT NULL,
  signed_at VARCHAR(24) NOT NULL,
  remark VARCHAR(2000) NOT NULL
);
