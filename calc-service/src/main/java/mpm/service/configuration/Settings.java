package mpm.service.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an operator can set, read once at the start.
 *
 * @param dataDirectory where this service keeps its files
 * @param databaseUrl the JDBC address of the database
 * @param publicAddress where a browser or Excel reaches this service, without a slash at the end
 * @param limits how much a request may take
 */
public record Settings(Path dataDirectory, String databaseUrl, URI publicAddress, Limits limits) {

    /**
     * How much a request may take.
     *
     * @param calls calls in one batch
     * @param bodyBytes bytes of a request's body, after inflating
     * @param requestCells cells in the arguments of all calls of a batch together
     * @param cellsIn cells in the arguments of one call
     * @param cellsOut cells in the answer of one call
     * @param callSeconds time for one call
     * @param requestSeconds time for all calls of a batch together
     * @param formulaCharacters length of a formula to evaluate
     */
    public record Limits(
            int calls,
            int bodyBytes,
            int requestCells,
            int cellsIn,
            int cellsOut,
            int callSeconds,
            int requestSeconds,
            int formulaCharacters) {}

    /** A setting that the service cannot run with; the message says which, and what to set. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String sentence) {
            super(sentence);
        }
    }

    /**
     * Reads the settings from their texts.
     *
     * @throws Refused if one of them is missing or does not make sense
     */
    public static Settings from(Function<String, Optional<String>> texts) {
        Reading reading = new Reading(texts);
        return new Settings(
                Path.of(reading.text("mpm.data-directory")).toAbsolutePath().normalize(),
                reading.text("mpm.database.url"),
                reading.address("mpm.public-address"),
                new Limits(
                        reading.count("mpm.limits.calls"),
                        reading.count("mpm.limits.body-bytes"),
                        reading.count("mpm.limits.request-cells"),
                        reading.count("mpm.limits.cells-in"),
                        reading.count("mpm.limits.cells-out"),
                        reading.count("mpm.limits.call-seconds"),
                        reading.count("mpm.limits.request-seconds"),
                        reading.count("mpm.limits.formula-characters")));
    }

    /** The kind of database, as people call it. */
    public String databaseKind() {
        String kind =
                databaseUrl.replaceFirst("^jdbc:", "").replaceFirst(":.*", "").toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "derby" -> "Derby";
            case "postgresql" -> "PostgreSQL";
            default -> kind;
        };
    }

    private record Reading(Function<String, Optional<String>> texts) {

        String text(String key) {
            return texts.apply(key)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .orElseThrow(() -> new Refused(
                            "%s is empty: give it a value, or leave it out for its default.".formatted(key)));
        }

        int count(String key) {
            String text = text(key);
            try {
                int count = Integer.parseInt(text);
                if (count > 0) {
                    return count;
                }
            } catch (NumberFormatException e) {
                // Said below, as for a number that is too small.
            }
            throw new Refused("%s is “%s”: give a whole number from 1 to %d.".formatted(key, text, Integer.MAX_VALUE));
        }

        URI address(String key) {
            String text = text(key);
            try {
                URI address = new URI(text.replaceFirst("/$", ""));
                if (("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                        && address.getHost() != null
                        && address.getRawPath().isEmpty()
                        && address.getRawQuery() == null
                        && address.getRawFragment() == null
                        && address.getRawUserInfo() == null) {
                    return address;
                }
            } catch (URISyntaxException e) {
                // Said below, as for an address that has more than scheme, host and port.
            }
            throw new Refused(("%s is “%s”: give an address such as https://mpm.example.com or "
                            + "https://localhost:8443, without a path.")
                    .formatted(key, text));
        }
    }
}
