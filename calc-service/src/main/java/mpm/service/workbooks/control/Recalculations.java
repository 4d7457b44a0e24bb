package mpm.service.workbooks.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mpm.functions.Functions;
import mpm.service.calculation.control.Calculations;
import mpm.service.configuration.Settings;
import mpm.service.links.control.StoredLinks;
import mpm.workbook.recalculation.Recalculated;
import mpm.workbook.recalculation.WorkbookRecalculation;

/** Workbooks, recalculated: so many at once, since each of them may take as much memory as its limits allow. */
@ApplicationScoped
public class Recalculations {

    /** Every turn is taken, and none became free in time. */
    public static final class BusyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BusyException() {
            super("", null, false, false);
        }
    }

    @Inject
    Settings settings;

    @Inject
    Calculations calculations;

    @Inject
    StoredLinks stored;

    private Semaphore turns = new Semaphore(1, true);

    @PostConstruct
    void open() {
        turns = new Semaphore(settings.workbooks().atOnce(), true);
    }

    /**
     * What the recalculation of a workbook gives, taken from it while it is this workbook's turn.
     *
     * @throws mpm.workbook.recalculation.WorkbookRefusedException where it is no workbook, or over a limit
     * @throws BusyException where its turn does not come in time
     */
    public <T> T recalculated(byte[] workbook, Function<Recalculated, T> taken) {
        await();
        try {
            return taken.apply(new WorkbookRecalculation(
                            Functions.CATALOGUE,
                            stored,
                            calculations.limits(),
                            settings.workbooks().limits())
                    .recalculated(workbook));
        } finally {
            turns.release();
        }
    }

    private void await() {
        try {
            if (!turns.tryAcquire(settings.limits().requestSeconds(), TimeUnit.SECONDS)) {
                throw new BusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException();
        }
    }
}
