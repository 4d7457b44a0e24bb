package mpm.catalogue;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every worksheet function, by each spelling of its name. */
public final class Catalogue {

    /** What Excel allows; a name much longer is like none, and comparing it would take as long as its sender likes. */
    private static final int LONGEST_NAME = 64;

    private final Map<String, Definition> byName = new LinkedHashMap<>();
    private final Map<String, Definition> bySpelling = new LinkedHashMap<>();

    /**
     * Reads the functions of the sections, each the permits clause of a sealed interface with {@link Section}.
     *
     * @throws IllegalStateException for a record that cannot be a function, or for names that collide in some spelling
     */
    public Catalogue(List<Class<?>> sections) {
        for (Class<?> section : sections) {
            Section rules = section.getAnnotation(Section.class);
            Arrays.stream(section.getPermittedSubclasses())
                    .map(function -> Definition.of(function.asSubclass(Record.class), rules))
                    .forEach(this::register);
        }
    }

    private void register(Definition definition) {
        String name = definition.name();
        byName.put(name, definition);
        for (String spelling : List.of(name, Spelling.typed(name), Spelling.stored(name))) {
            Definition other = bySpelling.put(spelling.toUpperCase(Locale.ROOT), definition);
            if (other != null) {
                throw new IllegalStateException(name + " and " + other.name() + " are one name to Excel: " + spelling);
            }
        }
    }

    /** In the order of the sections and of their registers. */
    public Collection<Definition> functions() {
        return byName.values();
    }

    /** A function by its name in any case: with the namespace, without it, or as Excel stores it. */
    public Optional<Definition> find(String spelling) {
        @Nullable Definition exact = bySpelling.get(spelling);
        return Optional.ofNullable(
                exact != null ? exact : bySpelling.get(spelling.strip().toUpperCase(Locale.ROOT)));
    }

    /** What to tell someone who asked for a function that is not there. */
    public String unknown(String spelling) {
        String wanted = wanted(spelling);
        String shown = wanted.length() <= 40 ? wanted : wanted.substring(0, 39) + "…";
        String close =
                like(spelling).stream().map(each -> Spelling.typed(each.name())).collect(Collectors.joining(" or "));
        return "MPM has no function “%s”%s".formatted(shown, close.isEmpty() ? "." : ": did you mean " + close + "?");
    }

    /** Functions whose names are almost the one asked for, the nearest first, at most three. */
    public List<Definition> like(String spelling) {
        String wanted = wanted(spelling);
        return byName.values().stream()
                .filter(function -> distance(function.name(), wanted)
                        <= Math.max(2, function.name().length() / 3))
                .sorted(Comparator.comparingInt(function -> distance(function.name(), wanted)))
                .limit(3)
                .toList();
    }

    private static String wanted(String spelling) {
        return spelling.strip().toUpperCase(Locale.ROOT).replaceFirst("^MPM\\.", "");
    }

    /** Levenshtein's distance: how many letters to change, add or leave out. */
    private static int distance(String one, String other) {
        if (other.length() > 2 * LONGEST_NAME) {
            return Integer.MAX_VALUE;
        }
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(changed, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
