package mpm.cell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Names as people type them, of partners, steps or groups: they compare trimmed and without regard to case, and show trimmed
 * as they were first written.
 */
public final class Labels {

    private Labels() {}

    /**
     * Those that share a name.
     *
     * @param label the name as first written, “(blank)” where there is none
     * @param members in their order, at least one
     */
    public record Group<T>(String label, List<T> members) {}

    /** The same text for names that are the same. */
    public static String key(String name) {
        return name.strip().toUpperCase(Locale.ROOT);
    }

    /** The same text for captions of columns that are the same: spaces, hyphens and underscores do not count either. */
    public static String captionKey(String caption) {
        return caption.replaceAll("[\\s_-]", "").toUpperCase(Locale.ROOT);
    }

    /** A name as it is shown. */
    public static String shown(Optional<String> name) {
        return name.map(String::strip).orElse("(blank)");
    }

    /** Those with the same name together, in the order in which the names first appear. */
    public static <T> List<Group<T>> groups(List<T> all, Function<T, Optional<String>> name) {
        Map<String, Group<T>> groups = new LinkedHashMap<>();
        for (T each : all) {
            Optional<String> own = name.apply(each);
            groups.computeIfAbsent(own.map(Labels::key).orElse(""), key -> new Group<>(shown(own), new ArrayList<>()))
                    .members()
                    .add(each);
        }
        return List.copyOf(groups.values());
    }
}
