package mpm.plan;

import java.util.List;
import java.util.Optional;
import mpm.cell.Moment;
import mpm.link.Direction;

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

    /** What the state of a promise can be. */
    public enum State {
        PROPOSED,
        ACCEPTED,
        /** Accepted, and to be kept by now; its outcome is not disclosed yet. */
        DUE,
        KEPT,
        MISSED,
        CLOSED
    }

    /** The promise as it stood at the end of a day; nothing if it was made later. */
    public Optional<Commitment> at(Moment day) {
        List<Revision> made =
                revisions.stream().filter(revision -> isBy(day, revision.at())).toList();
        return made.isEmpty()
                ? Optional.empty()
                : Optional.of(new Commitment(
                        id,
                        owner,
                        metric,
                        unit,
                        due,
                        tolerance,
                        confidence,
                        positive,
                        negative,
                        made,
                        accepted.filter(at -> isBy(day, at)),
                        disclosed.filter(outcome -> isBy(day, outcome.at())),
                        closed.filter(at -> isBy(day, at))));
    }

    private static boolean isBy(Moment day, Moment at) {
        return at.day() <= day.day();
    }

    /** The value promised last. */
    public double value() {
        return revisions.get(revisions.size() - 1).value();
    }

    /** The value promised first. */
    public double original() {
        return revisions.get(0).value();
    }

    /**
     * How far it has come.
     *
     * @param today at whose end it is judged
     * @param direction of its metric
     */
    public State state(Moment today, Direction direction) {
        if (closed.isPresent()) {
            return State.CLOSED;
        } else if (disclosed.isPresent()) {
            return direction.isKept(disclosed.get().value(), value(), tolerance) ? State.KEPT : State.MISSED;
        } else if (accepted.isEmpty()) {
            return State.PROPOSED;
        }
        return isBy(today, due) ? State.DUE : State.ACCEPTED;
    }
}
