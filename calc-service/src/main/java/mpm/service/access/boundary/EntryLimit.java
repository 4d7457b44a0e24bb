package mpm.service.access.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import mpm.service.configuration.Settings;
import mpm.service.problems.boundary.Problem;
import mpm.service.problems.boundary.ProblemException;

/** Holds the lists that are written to the limit: while one is written, everyone else who writes waits. */
@ApplicationScoped
public class EntryLimit {

    @Inject
    Settings settings;

    /**
     * Refuses a list that is too long.
     *
     * @throws ProblemException 413, with the limit
     */
    public void require(String list, int entries) {
        int limit = settings.limits().entries();
        if (entries > limit) {
            throw new ProblemException(Problem.tooLarge(
                    "%s may hold %,d entries in one request, and this one holds %,d: send them in several requests."
                            .formatted(list, limit, entries),
                    limit));
        }
    }
}
