package mpm.service.submissions.boundary;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mpm.cell.Cell;
import mpm.plan.Entry;
import mpm.plan.PeriodAddress;
import mpm.service.problems.boundary.Problem;
import mpm.service.problems.boundary.ProblemException;
import mpm.service.submissions.control.Submission;
import org.jspecify.annotations.Nullable;

/**
 * A submission as it travels.
 *
 * @param key the sender's own name of it
 * @param acceptValid whether what can be written is written where something else cannot
 */
record SubmissionDocument(
        @Nullable String key,
        @Nullable @Size(max = 64) String workbook,
        @Nullable String comment,
        boolean acceptValid,
        @Nullable List<Line> lines) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_COMMENT = 2_000;

    /**
     * A line as it travels.
     *
     * @param value a number or a text; {@code #MISSING} removes what stands there
     * @param note whether the value is the explanation of the figure there, and not the figure
     * @param seen the row version that was read there, 0 where nothing stood; left out, the one that the workbook has read last
     */
    record Line(
            @Nullable String metric,
            @Nullable String org,
            @Nullable String period,
            @Nullable String scenario,
            @Nullable Object value,
            boolean note,
            @Nullable String comment,
            @Nullable Long seen,
            @Nullable String sheet,
            @Nullable String cell) {

        Submission.Line line(String place) {
            return new Submission.Line(
                    new Entry(
                            note ? Entry.Kind.NOTE : Entry.Kind.FIGURE,
                            value(place),
                            required(place + ".metric", metric),
                            required(place + ".org", org),
                            PeriodAddress.of(required(place + ".period", period)),
                            required(place + ".scenario", scenario),
                            comment == null ? "" : comment),
                    Optional.ofNullable(seen),
                    named(place + ".sheet", sheet),
                    named(place + ".cell", cell));
        }

        private Optional<Cell> value(String place) {
            if (value == null) {
                return Optional.empty();
            } else if (value instanceof Number number) {
                return Optional.of(Cell.of(number.doubleValue()));
            } else if (value instanceof String text) {
                return Optional.of(Cell.of(text));
            }
            throw refused(place + ".value is a number or a text.");
        }
    }

    Submission submission() {
        List<Line> given = lines == null ? List.of() : lines;
        if (given.isEmpty()) {
            throw refused("lines is empty: send at least one figure or note.");
        }
        String said = comment == null ? "" : comment.strip();
        if (said.length() > LONGEST_COMMENT) {
            throw refused("comment is longer than %d characters: shorten it.".formatted(LONGEST_COMMENT));
        }
        return new Submission(
                required("key", key),
                named("workbook", workbook).orElse(null),
                said,
                acceptValid,
                IntStream.range(0, given.size())
                        .mapToObj(index -> given.get(index).line("lines[%d]".formatted(index)))
                        .toList());
    }

    private static String required(String place, @Nullable String text) {
        return named(place, text).orElseThrow(() -> refused("%s is missing.".formatted(place)));
    }

    private static Optional<String> named(String place, @Nullable String text) {
        Optional<String> name = Optional.ofNullable(text).map(String::strip).filter(given -> !given.isEmpty());
        if (name.filter(given -> given.length() > LONGEST_NAME).isPresent()) {
            throw refused("%s is longer than %d characters.".formatted(place, LONGEST_NAME));
        }
        return name;
    }

    private static ProblemException refused(String sentence) {
        return new ProblemException(Problem.of(422, sentence));
    }
}
