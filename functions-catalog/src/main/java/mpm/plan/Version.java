package mpm.plan;

import java.util.Optional;
import mpm.cell.Moment;

/**
 * One state of a scenario; every figure belongs to one.
 *
 * @param number counts the versions of the scenario
 * @param label what people call it; may be empty
 * @param createdBy who made it; may be empty
 * @param frozen since when nothing in it may change any more; nothing while it is open
 */
public record Version(int number, String label, String createdBy, Optional<Moment> frozen) {

    public boolean isFrozen() {
        return frozen.isPresent();
    }
}
