package mpm.service.json;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A document that seldom changes, with the tag by which a client asks whether it has. */
public final class Tagged {

    private final byte[] bytes;
    private final EntityTag tag;

    private Tagged(byte[] bytes, EntityTag tag) {
        this.bytes = bytes;
        this.tag = tag;
    }

    public static Tagged of(byte[] bytes) {
        return new Tagged(bytes, new EntityTag(digest(bytes)));
    }

    /** The document, or 304 for a client that has it. */
    public Response answer(Request request) {
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : Response.ok(bytes).tag(tag))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    /** A tag for some bytes, the same on every instance and after every restart. */
    public static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, 22);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
