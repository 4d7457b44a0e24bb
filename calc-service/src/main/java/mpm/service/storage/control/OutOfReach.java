package mpm.service.storage.control;

import jakarta.resource.ResourceException;
import java.util.Set;
import java.util.stream.Stream;

/** Tells a database that does not answer, or not now, from a fault of the service. */
public final class OutOfReach {

    /** SQL's class of states for a connection that fails, and PostgreSQL's for a server that goes down. */
    private static final Set<String> AWAY = Set.of("08", "57P");

    /**
     * Another transaction has what this one needs: Derby's state and PostgreSQL's for one that waited too long, SQL's and
     * PostgreSQL's for two that wait for each other.
     */
    private static final Set<String> HELD = Set.of("40XL1", "55P03", "40001", "40P01");

    private OutOfReach() {}

    public static boolean isCauseOf(Throwable failure) {
        return isHeld(failure)
                || SqlStates.of(failure).anyMatch(state -> AWAY.stream().anyMatch(state::startsWith))
                || Stream.iterate(failure, each -> each != null, Throwable::getCause)
                        .limit(20)
                        .anyMatch(ResourceException.class::isInstance);
    }

    /** Whether the database is there, and busy with another's transaction. */
    public static boolean isHeld(Throwable failure) {
        return SqlStates.of(failure).anyMatch(HELD::contains);
    }
}
