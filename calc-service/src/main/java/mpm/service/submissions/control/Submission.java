package mpm.service.submissions.control;

import java.util.List;
import java.util.Optional;
import mpm.plan.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What somebody hands in.
 *
 * @param key the sender's own name of it: sent again under the same key it is not written again
 * @param workbook the id of the linked workbook that it comes from
 * @param acceptsValid whether what can be written is written where something else cannot
 */
public record Submission(
        String key, @Nullable String workbook, String comment, boolean acceptsValid, List<Line> lines) {

    public Submission {
        lines = List.copyOf(lines);
    }

    /**
     * A figure or a note that is handed in.
     *
     * @param seen the row version that the sender has seen there, 0 where nothing stood; left out, the one that the workbook
     *     has read last
     */
    public record Line(Entry entry, Optional<Long> seen, Optional<String> sheet, Optional<String> cell) {}
}
