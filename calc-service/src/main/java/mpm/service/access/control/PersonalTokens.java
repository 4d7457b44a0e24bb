package mpm.service.access.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import mpm.plan.Sha256;
import mpm.service.access.entity.PersonalToken;
import mpm.service.audit.control.AuditTrail;
import mpm.service.audit.control.AuditTrail.Change;
import mpm.service.storage.control.DataVersion;
import org.jspecify.annotations.Nullable;

/**
 * Tokens by which programs ask in a person's name. Only a digest of a token is stored: it is random and long, so nobody
 * can guess one from it, and a plain SHA-256 is enough.
 */
@ApplicationScoped
public class PersonalTokens {

    /** The type of object in the audit trail. */
    private static final String TOKEN = "TOKEN";

    /** What every token begins with, so that a person, or a program that looks for secrets, knows one. */
    static final String PREFIX = "mpm_";

    private static final int RANDOM_BYTES = 32;
    private static final int MINUTES_BETWEEN_USES = 1;
    private static final String GROUPS = "\n";
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * A token as it is stored: without itself.
     *
     * @param lastUsed to the minute; nothing if it never was
     */
    public record Stored(
            String id,
            String owner,
            String name,
            TokenScope scope,
            LocalDateTime created,
            LocalDateTime expires,
            @Nullable LocalDateTime lastUsed) {}

    /**
     * A token that was just made.
     *
     * @param token what its owner must keep: it can be had only now
     */
    public record Made(Stored stored, String token) {}

    /** In whose name a token asks, and for what. */
    record Found(String owner, String issuer, Set<String> groups, TokenScope scope) {}

    @PersistenceContext(unitName = "mpm")
    @SuppressWarnings("NullAway.Init") // The container sets it.
    EntityManager rows;

    @Inject
    DataVersion dataVersion;

    @Inject
    AuditTrail trail;

    /** Makes a token of someone who is signed in; it is theirs as long as the same issuer vouches for them. */
    @Transactional
    public Made make(Identity owner, String name, TokenScope scope, LocalDateTime expires) {
        dataVersion.countWrite();
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        PersonalToken row = new PersonalToken(
                UUID.randomUUID().toString(),
                Sha256.hex(token),
                owner.name(),
                owner.issuer(),
                name,
                scope.stored(),
                String.join(GROUPS, new TreeSet<>(owner.groups())),
                now(),
                expires);
        rows.persist(row);
        trail.append(new Change("CREATE", TOKEN, row.id(), null, described(row)));
        return new Made(stored(row), token);
    }

    /** The tokens of one owner, the newest first. */
    @Transactional
    public List<Stored> of(Identity owner) {
        return rows.createNamedQuery(PersonalToken.OF_OWNER, PersonalToken.class)
                .setParameter("owner", owner.name())
                .setParameter("issuer", owner.issuer())
                .getResultStream()
                .map(PersonalTokens::stored)
                .toList();
    }

    /** The tokens of all owners, the newest first. */
    @Transactional
    public List<Stored> all() {
        return rows.createNamedQuery(PersonalToken.ALL, PersonalToken.class)
                .getResultStream()
                .map(PersonalTokens::stored)
                .toList();
    }

    /**
     * Ends a token at once.
     *
     * @param owner whose it must be; nothing for anybody's
     * @return whether there was one
     */
    @Transactional
    public boolean revoke(String id, Optional<Identity> owner) {
        dataVersion.countWrite();
        PersonalToken row = rows.find(PersonalToken.class, id);
        boolean isTheirs = row != null
                && owner.stream()
                        .allMatch(each ->
                                each.name().equals(row.owner()) && each.issuer().equals(row.issuer()));
        if (isTheirs) {
            rows.remove(row);
            trail.append(new Change("REVOKE", TOKEN, row.id(), described(row), null));
        }
        return isTheirs;
    }

    private static String described(PersonalToken row) {
        return "%s of %s, opens %s until %s".formatted(row.name(), row.owner(), row.scope(), row.expires());
    }

    /** Whose a token is; nothing if it is unknown, revoked or expired. */
    @Transactional
    Optional<Found> find(String token) {
        LocalDateTime now = now();
        Optional<PersonalToken> valid = rows.createNamedQuery(PersonalToken.BY_DIGEST, PersonalToken.class)
                .setParameter("digest", Sha256.hex(token))
                .getResultStream()
                .filter(row -> now.isBefore(row.expires()))
                .findFirst();
        valid.filter(row -> row.lastUsed() == null || row.lastUsed().isBefore(now.minusMinutes(MINUTES_BETWEEN_USES)))
                .ifPresent(row -> row.use(now));
        return valid.map(row -> new Found(
                row.owner(),
                row.issuer(),
                row.groups().isEmpty() ? Set.of() : Set.of(row.groups().split(GROUPS)),
                TokenScope.stored(row.scope())));
    }

    /** Now, as tokens count: in UTC and to the second. */
    public static LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Stored stored(PersonalToken row) {
        return new Stored(
                row.id(),
                row.owner(),
                row.name(),
                TokenScope.stored(row.scope()),
                row.created(),
                row.expires(),
                row.lastUsed());
    }
}
