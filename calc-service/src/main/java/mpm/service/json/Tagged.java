package mpm.service.json;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
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

    /** The same for a servlet. */
    public void answer(HttpServletRequest request, HttpServletResponse response, String mediaType) throws IOException {
        String quoted = '"' + tag.getValue() + '"';
        response.setHeader(HttpHeaders.ETAG, quoted);
        if (quoted.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(mediaType);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** A tag for some bytes, the same on every instance and after every restart. */
    private static String digest(byte[] bytes) {
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
