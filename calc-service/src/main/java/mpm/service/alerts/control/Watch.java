package mpm.service.alerts.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import mpm.service.figures.control.FigureStore;

/**
 * Has every figure judged that was written, once it is committed and behind the back of whoever wrote it: no rule makes a
 * submission slow or fails it. What a service that ended has left is judged when the next starts.
 */
@ApplicationScoped
public class Watch {

    private static final Logger LOG = System.getLogger(Watch.class.getName());

    @Resource
    @SuppressWarnings("NullAway.Init") // The container sets it.
    ManagedExecutorService threads;

    @Inject
    Judge judge;

    /** How often it was called since it last looked; one thread at a time looks. */
    private final AtomicInteger calls = new AtomicInteger();

    void noted(@Observes(during = TransactionPhase.AFTER_SUCCESS) FigureStore.Written figure) {
        wake();
    }

    /** Has judged, soon, what was written and is not judged yet. */
    public void wake() {
        if (calls.getAndIncrement() == 0) {
            try {
                threads.execute(this::judgeAll);
            } catch (RejectedExecutionException e) {
                calls.set(0);
                LOG.log(Level.WARNING, "Written figures are judged with the next: no thread is free.");
            }
        }
    }

    /** What is written while others are judged is judged after them. */
    private void judgeAll() {
        int heard;
        do {
            heard = calls.get();
            try {
                while (judge.judgeNext()) {
                    // There are more than are judged at once.
                }
            } catch (RuntimeException e) {
                // The messages of others may quote figures, which stay out of logs.
                LOG.log(
                        Level.ERROR,
                        "Written figures were not judged, and will be with the next: {0}",
                        e.getClass().getName());
            }
        } while (calls.addAndGet(-heard) > 0);
    }
}
