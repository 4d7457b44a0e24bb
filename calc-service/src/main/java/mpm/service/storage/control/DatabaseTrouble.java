package mpm.service.storage.control;

import java.util.stream.Stream;

/** Why a database cannot be used, for the operator who reads it on the terminal. */
public final class DatabaseTrouble {

    /** Derby's state for a database that another process has open. */
    private static final String OPEN_ELSEWHERE = "XSDB6";

    private DatabaseTrouble() {}

    /** The rest of a sentence that begins with “MPM does not start: ”. */
    public static String reason(Throwable failure, String url) {
        if (failure instanceof Schema.WrittenByNewer) {
            return String.valueOf(failure.getMessage());
        }
        String place = url.replaceFirst("[?;].*", ""); // Parameters of a URL may hold a password.
        if (SqlStates.of(failure).anyMatch(OPEN_ELSEWHERE::equals)) {
            return ("another MPM is running on the data at %s. Stop it, or give this one a "
                            + "mpm.data-directory of its own.")
                    .formatted(place);
        }
        return ("its database %s cannot be used. Check mpm.database.url, mpm.database.user and "
                        + "mpm.database.password. The database says: %s")
                .formatted(place, deepest(failure));
    }

    private static String deepest(Throwable failure) {
        String last = Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(20)
                .map(each -> String.valueOf(each.getMessage()))
                .reduce("", (before, next) -> next);
        return last.lines().findFirst().orElse("nothing");
    }
}
