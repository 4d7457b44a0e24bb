package mpm.service.storage.control;

import java.sql.SQLException;
import java.util.stream.Stream;

/** What a database says of a failure in five characters. */
public final class SqlStates {

    private SqlStates() {}

    /** The states of a failure and of its causes, those of all statements of a batch among them. */
    public static Stream<String> of(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(20)
                .filter(SQLException.class::isInstance)
                .flatMap(each -> Stream.iterate(
                                (SQLException) each, next -> next != null, SQLException::getNextException)
                        .limit(20))
                .flatMap(each -> Stream.ofNullable(each.getSQLState()));
    }
}
