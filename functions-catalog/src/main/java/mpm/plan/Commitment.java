package mpm.plan;

import java.util.List;
import java.util.Optional;
import mpm.cell.Moment;

/**
 * A promise of a value. It is never changed, only revised.
 *
 * @param owner the id of the person who promises
 * @param metric a code, as the unit
 * @param due the last day on which it can be kept
 * @param tolerance the share of what is promised that may be missing
 * @param confidence how probable the owner thinks it, 0 to 1; nothing where it is not said
 * @param positive what follows if it is kept; may be empty
 * @param negative what follows if it is missed; may be empty
 * @param revisions the values promised, the oldest first; at least one
 * @param accepted when it was accepted
 * @param disclosed when its outcome was disclosed, and which it was
 * @param closed when it was closed
 */
public record Commitment(
        String id,
        String owner,
        String metric,
        String unit,
        Moment due,
        double tolerance,
        Optional<Double> confidence,
        String positive,
        String negative,
        List<Revision> revisions,
        Optional<Moment> accepted,
        Optional<Disclosure> disclosed,
        Optional<Moment> closed) {

    public Commitment {
        revisions = List.copyOf(revisions);
    }

    /** A value promised at a time. */
    public record Revision(Moment at, double value) {}

    /** What came. */
    public record Disclosure(Moment at, double value) {}
}
