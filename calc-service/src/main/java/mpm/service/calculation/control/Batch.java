package mpm.service.calculation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import mpm.catalogue.Call;
import mpm.catalogue.Result;
import mpm.cell.DateSystem;
import mpm.link.Links;
import mpm.service.links.control.StoredLinks;
import mpm.service.storage.control.DataVersion;

/** A batch of calls, computed together, and the version of the stored data that they were computed from. */
@ApplicationScoped
public class Batch {

    /**
     * What a batch answers.
     *
     * @param dataVersion the version of the stored data that the results were computed from
     */
    public record Answers(List<Result> results, long dataVersion) {}

    @Inject
    Calculations calculations;

    @Inject
    StoredLinks stored;

    @Inject
    DataVersion dataVersion;

    /**
     * Computes calls.
     *
     * @param workbook the id of the linked workbook that they come from
     */
    public Answers answers(List<Call> calls, DateSystem dates, Optional<String> workbook) {
        AtomicLong version = new AtomicLong(dataVersion.known());
        AtomicBoolean isRead = new AtomicBoolean();
        // First the version, then the data: DataVersion.read says why. What is fetched later counts under the same
        // version.
        Links versioned = needs -> {
            if (!isRead.getAndSet(true)) {
                version.set(dataVersion.read());
            }
            return stored.find(needs, workbook);
        };
        return new Answers(calculations.calculation(versioned).results(calls, dates), version.get());
    }
}
