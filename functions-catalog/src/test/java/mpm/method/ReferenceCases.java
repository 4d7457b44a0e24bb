package mpm.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Values computed by software that is not ours, from {@code reference/cases}: who made a case stands in it. */
public final class ReferenceCases {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReferenceCases() {}

    /** The cases of one file, in its order. */
    public static Stream<JsonNode> of(String file) {
        String path = "/reference/cases/" + file + ".json";
        try (InputStream in = Objects.requireNonNull(ReferenceCases.class.getResourceAsStream(path), path)) {
            return StreamSupport.stream(JSON.readTree(in).spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The case of this id; missing, it fails the test. */
    public static JsonNode one(String file, String id) {
        return of(file).filter(each -> each.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no case " + id + " in " + file));
    }

    /** The numbers of a list; a null is NaN. */
    public static double[] numbers(JsonNode list) {
        return elements(list)
                .flatMapToDouble(each -> DoubleStream.of(each.isNull() ? Double.NaN : each.asDouble()))
                .toArray();
    }

    /** The numbers of a list, as the decimals that stand in the file. */
    public static Stream<BigDecimal> decimals(JsonNode list) {
        return elements(list).map(each -> new BigDecimal(each.asText()));
    }

    /** Holds a figure against an expected one, at the case's tolerance for it: relative or absolute, either suffices. */
    public static void assertClose(JsonNode reference, String figure, double actual, double expected) {
        JsonNode all = reference.get("tolerance");
        JsonNode own = all.has(figure) ? all.get(figure) : all;
        double allowed = Math.max(
                own.path("rel").asDouble() * Math.abs(expected), own.path("abs").asDouble());
        assertThat(actual).as("%s of %s", figure, reference.get("id").asText()).isCloseTo(expected, within(allowed));
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
