package mpm.service.access.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import com.nimbusds.jwt.proc.JWTProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mpm.plan.Grant;
import mpm.service.configuration.SignIn;
import mpm.service.permission.control.Caller;
import org.jspecify.annotations.Nullable;

/**
 * The bearer tokens of the OpenID provider, read as MicroProfile JWT has it. They are verified here with the library that
 * the server itself has for it, and not by the server: its own mechanism takes every bearer token for a JWT, personal
 * access tokens too, and answers 500 to each of them where no keys are set.
 */
@ApplicationScoped
public class IssuedTokens {

    /** The algorithms of public keys alone: with a shared secret, whoever can check a token could make one. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.copyOf(JWSAlgorithm.Family.SIGNATURE);

    private static final int LONGEST_NAME = 200;

    @Inject
    Issuer issuer;

    private volatile @Nullable JWTProcessor<SecurityContext> processor;

    /**
     * Whom a token names.
     *
     * @throws NotSignedIn if it is not signed by the provider, not for this service, or no longer valid
     * @throws IssuerOutOfReach if the provider's keys cannot be had
     */
    Identity identity(String token, SignIn signIn) {
        JWTClaimsSet claims = claims(token, signIn);
        Set<String> groups = new HashSet<>(texts(at(claims.getClaims(), signIn.groupsClaim())));
        groups.retainAll(signIn.groups().keySet());
        return new Identity(
                user(claims, signIn), signIn.issuer().toString(), grants(groups, signIn), groups, Optional.empty());
    }

    /** What the members of groups are. */
    static List<Grant> grants(Collection<String> groups, SignIn signIn) {
        return groups.stream()
                .flatMap(group -> signIn.groups().getOrDefault(group, List.of()).stream())
                .distinct()
                .map(given -> new Grant(given.role(), given.unit().orElse(Caller.EVERYWHERE), Set.of(), Set.of()))
                .toList();
    }

    private JWTClaimsSet claims(String token, SignIn signIn) {
        try {
            return processor(signIn).process(token, null);
        } catch (ExpiredJWTException e) {
            throw new NotSignedIn("Your sign-in has run out: sign in again.");
        } catch (RateLimitReachedException e) {
            // The keys were read a moment ago, and the token's is not among them.
            throw foreign(signIn);
        } catch (KeySourceException | MalformedURLException e) {
            throw new IssuerOutOfReach(signIn.issuer(), e);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw foreign(signIn);
        }
    }

    private static NotSignedIn foreign(SignIn signIn) {
        return new NotSignedIn("The bearer token is not valid here: it must be signed by %s, and be for %s."
                .formatted(signIn.issuer(), signIn.audience()));
    }

    private JWTProcessor<SecurityContext> processor(SignIn signIn) throws MalformedURLException {
        JWTProcessor<SecurityContext> made = processor;
        if (made == null) {
            DefaultJWTProcessor<SecurityContext> making = new DefaultJWTProcessor<>();
            making.setJWSTypeVerifier(
                    new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
            making.setJWSKeySelector(new JWSVerificationKeySelector<>(
                    ALGORITHMS,
                    JWKSourceBuilder.create(issuer.endpoints(signIn).keys().toURL(), Issuer.retriever())
                            .retrying(true)
                            .build()));
            making.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                    signIn.audience(),
                    new JWTClaimsSet.Builder()
                            .issuer(signIn.issuer().toString())
                            .build(),
                    Set.of("exp")));
            made = making;
            processor = made;
        }
        return made;
    }

    private static String user(JWTClaimsSet claims, SignIn signIn) {
        return signIn.userClaims().stream()
                .flatMap(claim -> texts(at(claims.getClaims(), claim)).stream())
                .map(String::strip)
                .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME)
                .findFirst()
                .orElseThrow(() -> new NotSignedIn("The bearer token names no user: it has none of the claims %s."
                        .formatted(String.join(", ", signIn.userClaims()))));
    }

    /** A claim by its name, or by the way to it through objects. */
    private static @Nullable Object at(Map<String, Object> claims, String name) {
        if (claims.containsKey(name)) {
            return claims.get(name);
        }
        int dot = name.indexOf('.');
        Object object = dot < 0 ? null : claims.get(name.substring(0, dot));
        if (object instanceof Map<?, ?> members) {
            Map<String, Object> inner = new java.util.HashMap<>();
            members.forEach((key, value) -> inner.put(String.valueOf(key), value));
            return at(inner, name.substring(dot + 1));
        }
        return null;
    }

    private static List<String> texts(@Nullable Object claim) {
        List<String> texts = new ArrayList<>();
        for (Object each : claim instanceof Collection<?> all ? all : java.util.Collections.singleton(claim)) {
            if (each instanceof String text) {
                texts.add(text);
            }
        }
        return texts;
    }
}
