package mpm.plan;

import java.util.Set;

/** What a worksheet names by a label: a metric, a unit, a scenario, a version or a partner. */
public interface Member {

    /** By what it is kept and shown; unique among its kind without regard to case. */
    String code();

    /** What people call it; a label may be the name where only one member has it. */
    String name();

    /** Other names that serve as the name does. */
    default Set<String> aliases() {
        return Set.of();
    }
}
