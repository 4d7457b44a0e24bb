package mpm.service.storage.control;

/** A value that the database cannot keep: a text that is too long, a number that is too large, a character that it has not. */
public final class DoesNotFit {

    /** How the states of SQL begin that say so. */
    private static final String DATA_EXCEPTION = "22";

    private DoesNotFit() {}

    public static boolean isCauseOf(Throwable failure) {
        return SqlStates.of(failure).anyMatch(state -> state.startsWith(DATA_EXCEPTION));
    }
}
