package mpm.method.attribution;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A contact with a channel, as {@code Email@7[LC]} is written.
 *
 * @param channel its name, without marks
 * @param age days before the end of the journey
 * @param milestones what the person became at it
 */
record Touch(String channel, Optional<Double> age, Set<Milestone> milestones) {

    /** Reads a touch: the channel, perhaps its age behind an {@code @}, perhaps milestones in brackets, in any case. */
    static Touch of(String written) {
        String channel = written.strip();
        Set<Milestone> milestones = EnumSet.noneOf(Milestone.class);
        for (Optional<Milestone> last = lastMilestone(channel); last.isPresent(); last = lastMilestone(channel)) {
            milestones.add(last.get());
            channel = channel.substring(0, channel.lastIndexOf('[')).strip();
        }
        int at = channel.lastIndexOf('@');
        String days = channel.substring(at + 1).strip();
        if (at >= 0 && days.matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)")) {
            return new Touch(channel.substring(0, at).strip(), Optional.of(Double.valueOf(days)), milestones);
        }
        return new Touch(channel, Optional.empty(), milestones);
    }

    private static Optional<Milestone> lastMilestone(String written) {
        String upper = written.toUpperCase(Locale.ROOT);
        for (Milestone milestone : Milestone.values()) {
            if (upper.endsWith("[" + milestone + "]")) {
                return Optional.of(milestone);
            }
        }
        return Optional.empty();
    }
}
