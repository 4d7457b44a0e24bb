package mpm.service.problems.boundary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * A refusal, as RFC 9457 has it.
 *
 * @param status the HTTP status
 * @param detail a sentence that names the thing and what to do
 * @param more further members, such as the limit that was passed
 */
public record Problem(int status, String detail, Map<String, Object> more) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonFactory JSON = new JsonMapper().getFactory();

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Not readable"),
            Map.entry(401, "Not signed in"),
            Map.entry(403, "Not allowed"),
            Map.entry(404, "Not found"),
            Map.entry(405, "Not possible here"),
            Map.entry(406, "Not available in that form"),
            Map.entry(409, "Changed in the meantime"),
            Map.entry(413, "Too large"),
            Map.entry(414, "Too long"),
            Map.entry(415, "Another form is needed"),
            Map.entry(421, "Not this service's name"),
            Map.entry(422, "Not as it should be"),
            Map.entry(500, "Something broke in the service"),
            Map.entry(503, "Not ready"));

    public Problem {
        more = Map.copyOf(more);
    }

    public static Problem of(int status, String detail) {
        return new Problem(status, detail, Map.of());
    }

    /** The refusal of something that is over a limit, with the limit. */
    public static Problem tooLarge(String detail, long limit) {
        return new Problem(413, detail, Map.of("limit", limit));
    }

    public String title() {
        return TITLES.getOrDefault(status, status < 500 ? "Not possible" : "Something broke in the service");
    }

    byte[] json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("status", status);
            json.writeStringField("title", title());
            json.writeStringField("detail", detail);
            for (Map.Entry<String, Object> each : new TreeMap<>(more).entrySet()) {
                json.writeFieldName(each.getKey());
                json.writeObject(each.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("An array in memory takes every byte.", e);
        }
        return bytes.toByteArray();
    }
}
