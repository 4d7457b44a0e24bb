package mpm.service.packaged;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A small OpenID provider: it believes everyone who they say they are, and is strict with everything else. A public client
 * gets its tokens by authorisation code with PKCE; a refresh token is good for one use.
 */
public final class OpenIdProvider implements AutoCloseable {

    static final String CLIENT = "mpm";
    static final long AN_HOUR = 3600;

    /** Longer over than a verifier forgives. */
    static final long OVER = -120;

    /** What was promised for a code. */
    private record Promise(String user, String redirect, String challenge) {}

    private final HttpServer server;
    private final RSAKey key = key("of-the-provider");
    private final Map<String, Promise> codes = new ConcurrentHashMap<>();
    private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();
    private final Queue<Long> lifetimes = new ConcurrentLinkedQueue<>();
    private final AtomicInteger renewals = new AtomicInteger();

    OpenIdProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> json(
                        exchange,
                        200,
                        Map.of(
                                "issuer", issuer(),
                                "authorization_endpoint", issuer() + "/authorize",
                                "token_endpoint", issuer() + "/token",
                                "jwks_uri", issuer() + "/keys")));
        server.createContext("/keys", exchange -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/consent", this::consent);
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    static Date in(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    /** How many seconds the next access tokens last that a client is given; those after them last an hour. */
    void nextLast(Long... seconds) {
        lifetimes.addAll(List.of(seconds));
    }

    /** How often a client was given a token for a refresh token. */
    int renewals() {
        return renewals.get();
    }

    String accessToken(String user, String... groups) {
        return accessToken(claims -> claims.claim("preferred_username", user).claim("groups", Arrays.asList(groups)));
    }

    /** A token that differs from a good one in what is done to it. */
    String accessToken(Consumer<JWTClaimsSet.Builder> change) {
        return signed(key, change);
    }

    String accessTokenOfSomeoneElse(String user) {
        return signed(key("of-the-provider"), claims -> claims.claim("preferred_username", user));
    }

    String accessTokenWithUnknownKey(String user) {
        return signed(key("of-nobody"), claims -> claims.claim("preferred_username", user));
    }

    private String signed(RSAKey signing, Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(UUID.randomUUID().toString())
                .audience(CLIENT)
                .expirationTime(in(AN_HOUR));
        change.accept(claims);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(signing.getKeyID())
                        .build(),
                claims.build());
        try {
            token.sign(new RSASSASigner(signing));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The page on which a user says who they are. */
    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
        if (!CLIENT.equals(asked.get("client_id"))
                || !"code".equals(asked.get("response_type"))
                || !"S256".equals(asked.get("code_challenge_method"))) {
            answer(exchange, 400, "text/plain", "This client does not ask as it must.");
            return;
        }
        String hidden = asked.entrySet().stream()
                .filter(each ->
                        List.of("redirect_uri", "state", "code_challenge").contains(each.getKey()))
                .map(each -> "<input type=hidden name=%s value='%s'>".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining());
        answer(
                exchange,
                200,
                "text/html",
                "<title>Company login</title><form action=/consent><label>User <input name=user></label>"
                        + "<button>Continue</button><button name=refused value=yes>Cancel</button>" + hidden
                        + "</form>");
    }

    private void consent(HttpExchange exchange) throws IOException {
        Map<String, String> said = form(exchange.getRequestURI().getRawQuery());
        String redirect = String.valueOf(said.get("redirect_uri"));
        String answer = "error=access_denied";
        if (!said.containsKey("refused")) {
            String code = UUID.randomUUID().toString();
            codes.put(
                    code,
                    new Promise(
                            String.valueOf(said.get("user")), redirect, String.valueOf(said.get("code_challenge"))));
            answer = "code=" + code;
        }
        exchange.getResponseHeaders()
                .set("Location", "%s?%s&state=%s".formatted(redirect, answer, String.valueOf(said.get("state"))));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        String user = CLIENT.equals(asked.get("client_id")) ? user(asked) : null;
        if (user == null) {
            json(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        String refresh = UUID.randomUUID().toString();
        refreshTokens.put(refresh, user);
        Long seconds = Optional.ofNullable(lifetimes.poll()).orElse(AN_HOUR);
        String access = accessToken(claims -> claims.claim("preferred_username", user)
                .claim("groups", List.of(user + "s"))
                .expirationTime(in(seconds)));
        json(exchange, 200, Map.of("token_type", "Bearer", "access_token", access, "refresh_token", refresh));
    }

    private @Nullable String user(Map<String, String> asked) {
        if ("refresh_token".equals(asked.get("grant_type"))) {
            renewals.incrementAndGet();
            return refreshTokens.remove(String.valueOf(asked.get("refresh_token")));
        }
        Promise promise = codes.remove(String.valueOf(asked.get("code")));
        boolean isKept = promise != null
                && promise.redirect().equals(asked.get("redirect_uri"))
                && promise.challenge().equals(challenge(String.valueOf(asked.get("code_verifier"))));
        return isKept ? promise.user() : null;
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(@Nullable String text) {
        return Arrays.stream(String.valueOf(text).split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (one, other) -> one));
    }

    private static void json(HttpExchange exchange, int status, Map<String, Object> document) throws IOException {
        answer(exchange, status, "application/json", JSONObjectUtils.toJSONString(document));
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
