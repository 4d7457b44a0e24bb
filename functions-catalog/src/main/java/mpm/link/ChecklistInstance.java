package mpm.link;

import java.util.Map;
import java.util.Optional;
import mpm.cell.Moment;

/**
 * How far one organisation is with the annual checklist of one fiscal year.
 *
 * @param code the code by which a workbook asks for it
 * @param done the day on which each done item was done, by the item's id; an item that is not there is open
 */
public record ChecklistInstance(String code, Map<String, Moment> done) {

    public ChecklistInstance {
        done = Map.copyOf(done);
    }

    /** The day on which an item was done; nothing while it is open. */
    public Optional<Moment> doneOn(String item) {
        return Optional.ofNullable(done.get(item));
    }
}
