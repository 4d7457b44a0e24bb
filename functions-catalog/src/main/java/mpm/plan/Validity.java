package mpm.plan;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days on which something is there.
 *
 * @param first the first of them; nothing where it always was
 * @param last the last of them; nothing where no end is known
 */
public record Validity(Optional<LocalDate> first, Optional<LocalDate> last) {

    public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

    /** Whether it is there on a day from one to another. */
    boolean touches(LocalDate from, LocalDate to) {
        return !first.filter(to::isBefore).isPresent() && !isOver(from);
    }

    /** Whether it has ended before a day. */
    boolean isOver(LocalDate day) {
        return last.filter(day::isAfter).isPresent();
    }

    /** In words that follow “it is there”. */
    String shown() {
        return (first.map(day -> " from " + day).orElse("")
                        + last.map(day -> " until " + day).orElse(""))
                .strip();
    }
}
