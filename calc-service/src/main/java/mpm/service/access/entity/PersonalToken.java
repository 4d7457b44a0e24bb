package mpm.service.access.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What is kept of a token by which a program asks in a person's name: enough to know it again, not to make it. */
@Entity
@Table(name = "personal_token")
@NamedQuery(name = PersonalToken.BY_DIGEST, query = "select t from PersonalToken t where t.digest = :digest")
@NamedQuery(
        name = PersonalToken.OF_OWNER,
        query =
                "select t from PersonalToken t where t.owner = :owner and t.issuer = :issuer order by t.created desc, t.id")
@NamedQuery(name = PersonalToken.ALL, query = "select t from PersonalToken t order by t.created desc, t.id")
public class PersonalToken {

    public static final String BY_DIGEST = "PersonalToken.byDigest";
    public static final String OF_OWNER = "PersonalToken.ofOwner";
    public static final String ALL = "PersonalToken.all";

    @Id
    private String id;

    @SuppressWarnings("UnusedVariable") // Queries read it.
    private String digest;

    private String owner;
    private String issuer;
    private String name;
    private String scope;

    @Column(name = "member_of")
    private String groups;

    @Column(name = "created_on")
    private LocalDateTime created;

    @Column(name = "expires_on")
    private LocalDateTime expires;

    @Column(name = "last_used")
    private @Nullable LocalDateTime lastUsed;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields.
    protected PersonalToken() {}

    public PersonalToken(
            String id,
            String digest,
            String owner,
            String issuer,
            String name,
            String scope,
            String groups,
            LocalDateTime created,
            LocalDateTime expires) {
        this.id = id;
        this.digest = digest;
        this.owner = owner;
        this.issuer = issuer;
        this.name = name;
        this.scope = scope;
        this.groups = groups;
        this.created = created;
        this.expires = expires;
    }

    public void use(LocalDateTime when) {
        lastUsed = when;
    }

    public String id() {
        return id;
    }

    public String owner() {
        return owner;
    }

    /** Who vouched for the owner; empty for the local user. */
    public String issuer() {
        return issuer;
    }

    public String name() {
        return name;
    }

    public String scope() {
        return scope;
    }

    /** The groups that gave the owner roles when the token was made, one a line. */
    public String groups() {
        return groups;
    }

    public LocalDateTime created() {
        return created;
    }

    public LocalDateTime expires() {
        return expires;
    }

    public @Nullable LocalDateTime lastUsed() {
        return lastUsed;
    }
}
