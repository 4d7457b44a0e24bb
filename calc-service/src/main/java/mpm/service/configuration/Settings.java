package mpm.service.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mpm.plan.Role;
import mpm.service.configuration.SignIn.GivenRole;
import mpm.workbook.recalculation.WorkbookLimits;

/**
 * What an operator can set, read once at the start.
 *
 * @param dataDirectory where this service keeps its files
 * @param databaseUrl the JDBC address of the database
 * @param publicAddress where a browser or Excel reaches this service, without a slash at the end
 * @param signIn by whom users are known; nothing where the service belongs to the one user of its computer
 * @param limits how much a request may take
 * @param workbooks how much a workbook may hold that is recalculated
 */
public record Settings(
        Path dataDirectory,
        String databaseUrl,
        URI publicAddress,
        Optional<SignIn> signIn,
        Limits limits,
        Workbooks workbooks) {

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
     * @param entries entries of a list that is written at once
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
            int entries,
            int formulaCharacters) {}

    /**
     * What the recalculation of workbooks may take.
     *
     * @param atOnce workbooks at the same time; others wait
     */
    public record Workbooks(int atOnce, WorkbookLimits limits) {}

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
                reading.signIn(),
                new Limits(
                        reading.count("mpm.limits.calls"),
                        reading.count("mpm.limits.body-bytes"),
                        reading.count("mpm.limits.request-cells"),
                        reading.count("mpm.limits.cells-in"),
                        reading.count("mpm.limits.cells-out"),
                        reading.count("mpm.limits.call-seconds"),
                        reading.count("mpm.limits.request-seconds"),
                        reading.count("mpm.limits.entries"),
                        reading.count("mpm.limits.formula-characters")),
                new Workbooks(
                        reading.count("mpm.limits.workbooks-at-once"),
                        new WorkbookLimits(
                                reading.count("mpm.limits.workbook-parts"),
                                reading.count("mpm.limits.workbook-unpacked-bytes"),
                                reading.count("mpm.limits.workbook-cells"),
                                reading.count("mpm.limits.workbook-formulas"),
                                reading.count("mpm.limits.workbook-formula-characters"),
                                reading.count("mpm.limits.workbook-formula-depth"))));
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

        private static final String NONE = "none";
        private static final Pattern GROUP = Pattern.compile("(.+)=([A-Za-z]+)(?:@(.+))?");

        Optional<SignIn> signIn() {
            if (text("mpm.sign-in.issuer").equals(NONE)) {
                return Optional.empty();
            }
            return Optional.of(new SignIn(
                    secure("mpm.sign-in.issuer"),
                    text("mpm.sign-in.keys").equals(NONE) ? Optional.empty() : Optional.of(secure("mpm.sign-in.keys")),
                    text("mpm.sign-in.client"),
                    text("mpm.sign-in.audience"),
                    text("mpm.sign-in.scope"),
                    items("mpm.sign-in.user-claims").toList(),
                    text("mpm.sign-in.groups-claim"),
                    groups("mpm.sign-in.groups")));
        }

        private Map<String, List<GivenRole>> groups(String key) {
            Map<String, List<GivenRole>> groups = new HashMap<>();
            items(key).filter(each -> !each.equals(NONE)).forEach(each -> {
                Matcher group = GROUP.matcher(each);
                Optional<Role> role = group.matches()
                        ? Stream.of(Role.values())
                                .filter(known -> known.name().equalsIgnoreCase(group.group(2)))
                                .findFirst()
                        : Optional.empty();
                GivenRole given = new GivenRole(
                        role.orElseThrow(() -> new Refused(
                                "%s holds “%s”: write group=ROLE, or group=ROLE@UNIT, and choose from the roles %s."
                                        .formatted(
                                                key,
                                                each,
                                                Arrays.stream(Role.values())
                                                        .map(Role::name)
                                                        .collect(Collectors.joining(", "))))),
                        Optional.ofNullable(group.group(3)).map(String::strip));
                if (given.role() == Role.ADMIN && given.unit().isPresent()) {
                    throw new Refused(
                            "%s holds “%s”: whoever keeps the units and the roles does so for the whole organisation, so write %s=ADMIN."
                                    .formatted(key, each, group.group(1).strip()));
                }
                groups.computeIfAbsent(group.group(1).strip(), name -> new ArrayList<>())
                        .add(given);
            });
            return groups;
        }

        private Stream<String> items(String key) {
            return Arrays.stream(text(key).split(",")).map(String::strip).filter(each -> !each.isEmpty());
        }

        /** An address that nobody on the way can answer for. */
        private URI secure(String key) {
            String text = text(key);
            try {
                URI address = new URI(text);
                boolean isLoopback = "localhost".equals(address.getHost()) || "127.0.0.1".equals(address.getHost());
                if (address.getHost() != null
                        && ("https".equals(address.getScheme())
                                || ("http".equals(address.getScheme()) && isLoopback))) {
                    return address;
                }
            } catch (URISyntaxException e) {
                // Said below, as for an address that is not https.
            }
            throw new Refused("%s is “%s”: give an https address such as https://login.example.com/realms/company."
                    .formatted(key, text));
        }

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
