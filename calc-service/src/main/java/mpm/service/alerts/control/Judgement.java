package mpm.service.alerts.control;

import java.util.Optional;
import mpm.cell.Cell;
import mpm.cell.CellException;
import mpm.cell.Series;
import mpm.functions.accountability.Rag;
import mpm.functions.accountability.Signal;
import mpm.functions.accountability.Signal.Output;
import mpm.functions.accountability.VarianceFlag;
import mpm.link.Direction;
import mpm.service.alerts.entity.AlertRow.Finding;
import mpm.service.alerts.entity.AlertRuleRow.Limits;
import mpm.service.alerts.entity.AlertRuleRow.Method;

/** Whether a value is out of the ordinary, by the functions of the catalogue. */
record Judgement(Method method, Limits limits, Direction direction) {

    /** Holds a value against those before it, the oldest first; where they are too few, nothing is found. */
    Optional<Finding> ofThePast(double value, Series history) {
        try {
            String verdict = signal(value, history, Output.SIGNAL).shown();
            double low = number(signal(value, history, Output.LOW));
            double high = number(signal(value, history, Output.HIGH));
            return verdict.equals("NORMAL")
                    ? Optional.empty()
                    : Optional.of(new Finding(value, (low + high) / 2, Optional.of(low), Optional.of(high), verdict));
        } catch (CellException noJudgement) {
            return Optional.empty();
        }
    }

    private Cell signal(double value, Series history, Output output) {
        return new Signal(value, history, direction, Signal.Method.valueOf(method.name()), limits.confidence(), output)
                .value();
    }

    private static double number(Cell cell) {
        return ((Cell.Numeric) cell).value();
    }

    /** Holds a value against what was planned. */
    Optional<Finding> ofThePlan(double value, double plan) {
        return method == Method.RAG ? light(value, plan) : flag(value, plan);
    }

    private Optional<Finding> light(double value, double plan) {
        String light = new Rag(Optional.of(value), Optional.of(plan), direction, limits.amber(), limits.red()).value();
        return light.equals("AMBER") || light.equals("RED")
                ? Optional.of(new Finding(value, plan, Optional.empty(), Optional.empty(), light))
                : Optional.empty();
    }

    private Optional<Finding> flag(double value, double plan) {
        String flag = new VarianceFlag(
                        value, plan, direction, limits.beyond(), limits.beyondShare(), VarianceFlag.Rule.EITHER)
                .value();
        String verdict = switch (flag) {
            case "F" -> "BETTER";
            case "U" -> direction == Direction.TARGET ? value > plan ? "HIGH" : "LOW" : "WORSE";
            default -> "";
        };
        double half = tolerance(plan);
        return verdict.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(value, plan, Optional.of(plan - half), Optional.of(plan + half), verdict));
    }

    /** Either limit that is passed is enough, so the nearer one counts. */
    private double tolerance(double plan) {
        double share = limits.beyondShare() * Math.abs(plan);
        if (limits.beyond() == 0 || limits.beyondShare() == 0) {
            return limits.beyond() + share;
        }
        return Math.min(limits.beyond(), share);
    }
}
