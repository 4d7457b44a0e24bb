package mpm.service.alerts.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import mpm.plan.Address;
import mpm.service.figures.control.FigureStore;

/**
 * Has every figure judged that was written, once it is committed and behind the back of whoever wrote it: no rule makes a
 * submission slow or fails it.
 */
@ApplicationScoped
public class Watch {

    private static final Logger LOG = System.getLogger(Watch.class.getName());

    @Resource
    @SuppressWarnings("NullAway.Init") // The container sets it.
    ManagedExecutorService threads;

    @Inject
    Judge judge;

    private final ConcurrentLinkedQueue<Address> written = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isAwake = new AtomicBoolean();

    void noted(@Observes(during = TransactionPhase.AFTER_SUCCESS) FigureStore.Written figure) {
        written.add(figure.address());
        if (isAwake.compareAndSet(false, true)) {
            try {
                threads.execute(this::judgeAll);
            } catch (RejectedExecutionException e) {
                isAwake.set(false);
                LOG.log(Level.WARNING, "Written figures are not judged: no thread is free.");
            }
        }
    }

    /** What is written while others are judged is judged with the next. */
    private void judgeAll() {
        do {
            isAwake.set(false);
            Set<Address> all = new HashSet<>();
            for (Address next = written.poll(); next != null; next = written.poll()) {
                all.add(next);
            }
            try {
                judge.judge(all);
            } catch (RuntimeException e) {
                // The messages of others may quote figures, which stay out of logs.
                LOG.log(
                        Level.ERROR,
                        "{0} written figures were not judged: {1}",
                        all.size(),
                        e.getClass().getName());
            }
        } while (!written.isEmpty() && isAwake.compareAndSet(false, true));
    }
}
