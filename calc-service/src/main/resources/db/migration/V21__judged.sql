-- Up to which entry of the audit trail the figures have been judged. What was written before this table was, is: nobody
-- wants to be told of it now.
CREATE TABLE judged (
  id SMALLINT NOT NULL PRIMARY KEY,
  seq BIGINT NOT NULL
);

INSERT INTO judged (id, seq) SELECT id, seq FROM audit_end;
