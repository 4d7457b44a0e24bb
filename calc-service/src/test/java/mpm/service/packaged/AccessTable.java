package mpm.service.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mpm.plan.Role;

/** The table of docs/administration.md: who may ask what. */
public final class AccessTable {

    /**
     * A line of it.
     *
     * @param path with its parameters in braces
     * @param isOpen whether everyone may, signed in or not
     */
    public record Row(String method, String path, boolean isOpen, Set<Role> roles) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static final Path GUIDE = Path.of("../docs/administration.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z]+) (/\\S*)` \\|(.+)\\|$");
    private static final Pattern HEAD = Pattern.compile("(?m)^\\| \\| everyone \\|(.+)\\|$");

    private AccessTable() {}

    public static List<Row> rows() {
        String guide = text();
        Matcher head = HEAD.matcher(guide);
        if (!head.find()) {
            throw new AssertionError("docs/administration.md has no table that begins with everyone.");
        }
        String[] names = head.group(1).split("\\|", -1);
        return ROW.matcher(guide)
                .results()
                .map(row -> {
                    String[] marks = row.group(3).split("\\|", -1);
                    List<Role> roles = new ArrayList<>();
                    for (int column = 1; column < marks.length; column++) {
                        if (isMarked(marks[column])) {
                            roles.add(Role.valueOf(names[column - 1].strip().toUpperCase(Locale.ROOT)));
                        }
                    }
                    return new Row(
                            row.group(1),
                            row.group(2),
                            isMarked(marks[0]),
                            roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles));
                })
                .toList();
    }

    private static boolean isMarked(String cell) {
        return cell.contains("●");
    }

    private static String text() {
        try {
            return Files.readString(GUIDE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
