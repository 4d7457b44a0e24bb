package mpm.service.storage.control;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.util.stream.Stream;

/** Tells a database that does not answer from a fault of the service. */
public final class OutOfReach {

    /** SQL's class of states for a connection that fails, and PostgreSQL's for a server that goes down. */
    private static final String[] STATES = {"08", "57P"};

    private OutOfReach() {}

    public static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(20)
                .anyMatch(each ->
                        each instanceof ResourceException || (each instanceof SQLException sql && isState(sql)));
    }

    private static boolean isState(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && Stream.of(STATES).anyMatch(state::startsWith);
    }
}
