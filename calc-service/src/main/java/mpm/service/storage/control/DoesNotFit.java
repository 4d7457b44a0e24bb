package mpm.service.storage.control;

import java.sql.SQLException;

/** A value that the database cannot keep: a text that is too long, a number that is too large, a character that it has not. */
public final class DoesNotFit {

    /** How the states of SQL begin that say so. */
    private static final String DATA_EXCEPTION = "22";

    private DoesNotFit() {}

    public static boolean is(Throwable failure) {
        return failure instanceof SQLException refused
                && refused.getSQLState() != null
                && refused.getSQLState().startsWith(DATA_EXCEPTION);
    }
}
