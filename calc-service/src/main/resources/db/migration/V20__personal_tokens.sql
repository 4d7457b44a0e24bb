-- Only the SHA-256 digest of a token is kept. The issuer is empty for the local user, who has none.
CREATE TABLE personal_token (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  digest VARCHAR(64) NOT NULL UNIQUE,
  owner VARCHAR(200) NOT NULL,
  issuer VARCHAR(500) NOT NULL,
  name VARCHAR(100) NOT NULL,
  scope VARCHAR(1000) NOT NULL,
  member_of VARCHAR(4000) NOT NULL,
  created_on TIMESTAMP NOT NULL,
  expires_on TIMESTAMP NOT NULL,
  last_used TIMESTAMP
);
