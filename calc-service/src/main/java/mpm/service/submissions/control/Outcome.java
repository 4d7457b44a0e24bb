package mpm.service.submissions.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mpm.plan.Address;
import mpm.plan.Entry;

/**
 * What became of a submission.
 *
 * @param id under which it is kept; nothing for a dry run
 * @param state a state of {@link mpm.service.submissions.entity.SubmissionRow.State}, or DRY RUN
 */
public record Outcome(
        Optional<Long> id,
        String state,
        String by,
        Instant at,
        String comment,
        Optional<String> workbook,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        Optional<String> reason,
        int accepted,
        int refused,
        List<Line> lines) {

    public static final String DRY_RUN = "DRY RUN";

    public Outcome {
        lines = List.copyOf(lines);
    }

    /**
     * What became of a line.
     *
     * @param address where it goes; nothing where a label in it is unknown
     * @param status as {@link Entry.Status} says it, or UNKNOWN
     * @param before what stands or stood there
     * @param after what would stand or stands there
     * @param rowVersion of what stands there now
     * @param elsewhere who changed it, where somebody else did
     */
    public record Line(
            Entry.Kind kind,
            Optional<Address> address,
            String status,
            String reason,
            Optional<String> before,
            Optional<String> after,
            long rowVersion,
            Optional<String> sheet,
            Optional<String> cell,
            Optional<Elsewhere> elsewhere) {}

    /** Who changed a figure meanwhile, and when. */
    public record Elsewhere(String by, Instant at) {}
}
