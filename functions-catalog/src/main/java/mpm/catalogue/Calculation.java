package mpm.catalogue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.DateSystem;
import mpm.link.Found;
import mpm.link.Links;
import mpm.link.Need;
import mpm.method.Deadline;
import org.jspecify.annotations.Nullable;

/** Computes batches of calls: what they read of stored data is fetched at once, and no call can spoil another. */
public final class Calculation {

    private static final Logger LOG = System.getLogger(Calculation.class.getName());

    /** Addresses are found, then what lies at them. */
    public static final int MOST_ROUNDS = 2;

    private final Catalogue catalogue;
    private final Links links;
    private final Limits limits;

    public Calculation(Catalogue catalogue, Links links, Limits limits) {
        this.catalogue = catalogue;
        this.links = links;
        this.limits = limits;
    }

    /** The result of every call, in the order of the calls. */
    public List<Result> results(List<Call> calls, DateSystem dates) {
        @Nullable Definition[] functions = functions(calls);
        Reading reading = new Reading(dates, found(calls, functions, dates));
        return Deadline.within(limits.batch(), limits.call(), deadline -> {
            List<Result> results = new ArrayList<>(functions.length);
            for (int index = 0; index < functions.length; index++) {
                deadline.next();
                results.add(result(functions[index], calls.get(index), reading));
            }
            return results;
        });
    }

    /** The function of each call; nothing for an unknown one. */
    private @Nullable Definition[] functions(List<Call> calls) {
        @Nullable Definition[] functions = new Definition[calls.size()];
        for (int index = 0; index < functions.length; index++) {
            String name = calls.get(index).function();
            // A column of cells calls one function: looking it up anew for each would cost more than computing it.
            functions[index] = index > 0 && name.equals(calls.get(index - 1).function())
                    ? functions[index - 1]
                    : catalogue.find(name).orElse(null);
        }
        return functions;
    }

    /**
     * The stored data that calls read, for a caller who computes them in several batches and fetches it once.
     *
     * @param found of an earlier round
     */
    public Set<Need<?>> needs(List<Call> calls, DateSystem dates, Found found) {
        return needs(calls, functions(calls), new Reading(dates, found));
    }

    /** What all calls read: fetched in rounds, for where a figure lies is known only once its organisation is. */
    private Found found(List<Call> calls, @Nullable Definition[] functions, DateSystem dates) {
        Found found = Found.NOTHING;
        Set<Need<?>> fetched = new HashSet<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Set<Need<?>> needs = needs(calls, functions, new Reading(dates, found));
            needs.removeAll(fetched);
            if (needs.isEmpty()) {
                return found;
            }
            fetched.addAll(needs);
            found = found.and(links.find(needs));
        }
        return found;
    }

    private static Set<Need<?>> needs(List<Call> calls, @Nullable Definition[] functions, Reading reading) {
        Set<Need<?>> needs = new HashSet<>();
        for (int index = 0; index < functions.length; index++) {
            Definition function = functions[index];
            if (function != null) {
                function.addNeeds(calls.get(index).arguments(), reading, needs);
            }
        }
        return needs;
    }

    private Result result(@Nullable Definition function, Call call, Reading reading) {
        if (function == null) {
            return new Result(new Cell.Failure(CellError.VALUE, catalogue.unknown(call.function())));
        }
        try {
            return function.result(call.arguments(), reading, limits);
        } catch (RuntimeException | StackOverflowError fault) {
            // Only where it happened is logged: the message of an exception may hold the user's figures.
            LOG.log(
                    Level.ERROR,
                    () -> "MPM.%s failed: %s at %s"
                            .formatted(
                                    function.name(),
                                    fault.getClass().getName(),
                                    fault.getStackTrace().length == 0 ? "?" : fault.getStackTrace()[0]));
            return new Result(new Cell.Failure(
                    CellError.VALUE,
                    "%s could not be computed because of a fault in MPM: report it with the formula."
                            .formatted(Spelling.typed(function.name()))));
        }
    }
}
