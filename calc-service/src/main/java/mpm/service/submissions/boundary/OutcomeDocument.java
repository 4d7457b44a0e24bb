package mpm.service.submissions.boundary;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mpm.plan.Address;
import mpm.plan.Entry;
import mpm.service.submissions.control.Outcome;
import org.jspecify.annotations.Nullable;

/** What became of a submission, as it travels. */
record OutcomeDocument(
        @Nullable Long id,
        String state,
        String by,
        String at,
        String comment,
        @Nullable String workbook,
        @Nullable String decidedBy,
        @Nullable String decidedAt,
        @Nullable String reason,
        int accepted,
        int refused,
        List<Line> lines) {

    /**
     * What became of a line.
     *
     * @param line its place in the submission, from 0
     * @param rowVersion of what stands there now: whoever changes it again says that they have seen it
     */
    record Line(
            int line,
            boolean note,
            @Nullable String metric,
            @Nullable String org,
            @Nullable String period,
            @Nullable String scenario,
            @Nullable Integer version,
            String status,
            @Nullable String reason,
            @Nullable String before,
            @Nullable String after,
            long rowVersion,
            @Nullable String sheet,
            @Nullable String cell,
            @Nullable String changedBy,
            @Nullable String changedAt) {

        private static Line of(int number, Outcome.Line line) {
            Optional<Address> address = line.address();
            return new Line(
                    number,
                    line.kind() == Entry.Kind.NOTE,
                    address.map(Address::metric).orElse(null),
                    address.map(Address::unit).orElse(null),
                    address.map(Address::period).orElse(null),
                    address.map(Address::scenario).orElse(null),
                    address.map(Address::version).orElse(null),
                    line.status(),
                    line.reason().isEmpty() ? null : line.reason(),
                    line.before().orElse(null),
                    line.after().orElse(null),
                    line.rowVersion(),
                    line.sheet().orElse(null),
                    line.cell().orElse(null),
                    line.elsewhere().map(Outcome.Elsewhere::by).orElse(null),
                    line.elsewhere().map(each -> each.at().toString()).orElse(null));
        }
    }

    static OutcomeDocument of(Outcome outcome) {
        return new OutcomeDocument(
                outcome.id().orElse(null),
                outcome.state(),
                outcome.by(),
                outcome.at().toString(),
                outcome.comment(),
                outcome.workbook().orElse(null),
                outcome.decidedBy().orElse(null),
                outcome.decidedAt().map(Object::toString).orElse(null),
                outcome.reason().orElse(null),
                outcome.accepted(),
                outcome.refused(),
                IntStream.range(0, outcome.lines().size())
                        .mapToObj(index -> Line.of(index, outcome.lines().get(index)))
                        .toList());
    }
}
