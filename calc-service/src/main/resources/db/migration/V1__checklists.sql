-- Runs on Derby and on PostgreSQL. AT is a reserved word in Derby, hence done_on.
CREATE TABLE data_version (
  id SMALLINT NOT NULL PRIMARY KEY,
  number BIGINT NOT NULL
);

INSERT INTO data_version (id, number) VALUES (1, 0);

CREATE TABLE checklist (
  code VARCHAR(32) NOT NULL PRIMARY KEY,
  fiscal_year_start DATE NOT NULL,
  organisation VARCHAR(200) NOT NULL,
  version BIGINT NOT NULL
);

CREATE TABLE checklist_item_done (
  checklist VARCHAR(32) NOT NULL REFERENCES checklist (code),
  item VARCHAR(8) NOT NULL,
  done_on DATE NOT NULL,
  PRIMARY KEY (checklist, item)
);
