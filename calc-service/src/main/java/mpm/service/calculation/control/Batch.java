package mpm.service.calculation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import mpm.catalogue.Call;
import mpm.catalogue.Result;
import mpm.cell.DateSystem;
import mpm.link.Links;
import mpm.service.links.control.StoredLinks;
import mpm.service.storage.control.DataVersion;
import org.jspecify.annotations.Nullable;

/** A batch of calls, computed together, and the version of the stored data that they were computed from. */
@ApplicationScoped
public class Batch {

    /**
     * What a batch answers.
     *
     * @param dataVersion the version of the stored data that the results were computed from
     * @param asOf when the stored data were read; nothing where none were
     */
    public record Answers(List<Result> results, long dataVersion, Optional<Instant> asOf) {}

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
        AtomicReference<@Nullable Instant> asOf = new AtomicReference<>();
        // First the version, then the data: DataVersion.read says why. What is fetched later counts under the same
        // version.
        Links versioned = needs -> {
            if (asOf.compareAndSet(null, Instant.now().truncatedTo(ChronoUnit.MILLIS))) {
                version.set(dataVersion.read());
            }
            return stored.find(needs, workbook);
        };
        List<Result> results = calculations.calculation(versioned).results(calls, dates);
        return new Answers(results, version.get(), Optional.ofNullable(asOf.get()));
    }
}
