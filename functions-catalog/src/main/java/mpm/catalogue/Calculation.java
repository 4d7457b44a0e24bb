package mpm.catalogue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.DateSystem;
import mpm.cell.Range;
import mpm.link.Found;
import mpm.link.Links;
import mpm.link.Need;
import mpm.method.Deadline;

/** Computes batches of calls: what they read of stored data is fetched at once, and no call can spoil another. */
public final class Calculation {

    private static final Logger LOG = System.getLogger(Calculation.class.getName());

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
        List<Optional<Definition>> functions =
                calls.stream().map(call -> catalogue.find(call.function())).toList();
        Reading reading = new Reading(dates, found(calls, functions, dates));
        return Deadline.within(limits.batch(), limits.call(), () -> {
            List<Result> results = new ArrayList<>(calls.size());
            for (int index = 0; index < calls.size(); index++) {
                Call call = calls.get(index);
                results.add(functions
                        .get(index)
                        .map(function -> result(function, call, reading))
                        .orElseGet(() ->
                                new Result(new Cell.Failure(CellError.VALUE, catalogue.unknown(call.function())))));
            }
            return results;
        });
    }

    private Found found(List<Call> calls, List<Optional<Definition>> functions, DateSystem dates) {
        Reading nothingYet = new Reading(dates, Found.NOTHING);
        Set<Need<?>> needs = new HashSet<>();
        for (int index = 0; index < calls.size(); index++) {
            List<? extends Range> arguments = calls.get(index).arguments();
            functions.get(index).ifPresent(function -> function.addNeeds(arguments, nothingYet, needs));
        }
        return needs.isEmpty() ? Found.NOTHING : links.find(needs);
    }

    private Result result(Definition function, Call call, Reading reading) {
        try {
            Deadline.next();
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
