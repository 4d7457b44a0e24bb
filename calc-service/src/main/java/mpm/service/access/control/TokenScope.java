package mpm.service.access.control;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import mpm.service.permission.control.Action;

/**
 * What a personal access token opens, of what its owner may do. It never writes.
 *
 * @param areas {@code read} for all that its owner may read, {@code feeds} for every feed, {@code feeds/values} for one
 *     feed, {@code metrics} for the service's own figures
 */
public record TokenScope(Set<String> areas) {

    private static final String READ = "read";
    private static final String FEEDS = "feeds";
    private static final String METRICS = "metrics";
    private static final Pattern AREA = Pattern.compile("read|metrics|feeds(/[a-z0-9-]{1,60})?");

    public TokenScope {
        if (areas.isEmpty() || !areas.stream().allMatch(AREA.asMatchPredicate())) {
            throw new IllegalArgumentException("A token opens read, feeds, feeds/NAME or metrics: " + areas);
        }
        areas = Set.copyOf(areas);
    }

    public static boolean isArea(String word) {
        return AREA.matcher(word).matches();
    }

    static TokenScope stored(String text) {
        return new TokenScope(Set.of(text.split(" ")));
    }

    String stored() {
        return String.join(" ", new TreeSet<>(areas));
    }

    boolean covers(Action action, String path) {
        if (action == Action.OPERATE) {
            return areas.contains(METRICS);
        }
        return action.reads() && areas.stream().anyMatch(area -> area.equals(READ) || isAt(area, path));
    }

    /** A feed has one address in each of its forms: feeds/values, feeds/values.csv. */
    private static boolean isAt(String area, String path) {
        return area.startsWith(FEEDS)
                && path.startsWith(area)
                && (path.length() == area.length() || "/.".indexOf(path.charAt(area.length())) >= 0);
    }
}
