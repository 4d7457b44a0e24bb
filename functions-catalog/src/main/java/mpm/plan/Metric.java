package mpm.plan;

import java.util.Optional;
import java.util.Set;
import mpm.link.Direction;

/**
 * Something measured.
 *
 * @param overTime how the values of several periods become one
 * @param overUnits how the values of several units become one
 * @param ratio of which metrics it is a ratio; nothing unless {@code overTime} is RATIO
 * @param isRestricted whether it is read only by those to whom it is granted by name, as salaries are
 * @param isActive whether figures of it are entered; those of a retired one stay
 */
public record Metric(
        String code,
        String name,
        Set<String> aliases,
        Unit unit,
        OverTime overTime,
        OverUnits overUnits,
        Optional<Ratio> ratio,
        Direction direction,
        boolean isRestricted,
        boolean isActive,
        Profile profile)
        implements Member {

    public Metric {
        aliases = Set.copyOf(aliases);
        if (ratio.isPresent() != (overTime == OverTime.RATIO)) {
            throw new IllegalArgumentException("A ratio, and nothing else, has a numerator and a denominator: " + code);
        }
    }

    /** In what it is measured. */
    public enum Unit {
        MONEY,
        COUNT,
        PCT,
        DAYS,
        SCORE
    }

    /** How the values of several periods become one. */
    public enum OverTime {
        SUM,
        /** The plain mean of the periods that have a value. */
        AVG,
        /** The value of the latest period that has one. */
        LAST,
        /** The ratio of two other metrics. */
        RATIO
    }

    /** How the values of several units become one. */
    public enum OverUnits {
        SUM,
        /** The plain mean of the units that have a value. */
        AVG,
        /** Only units without parts have a value. */
        NONE,
        /** The ratio of two other metrics. */
        RATIO
    }

    /**
     * Of what a metric is a ratio.
     *
     * @param numerator the code of the metric above the line
     * @param denominator the code of the metric below the line
     */
    public record Ratio(String numerator, String denominator) {}

    /**
     * What a reader should know of a metric; a text is empty where nothing is said.
     *
     * @param category ACTIVITY, OUTPUT, OPERATIONAL or OUTCOME: the class of metrics that a lock can be limited to
     * @param indicator LEADING or LAGGING
     * @param stage Measure, Plan or Execute
     * @param factor the success factor that it serves
     * @param owner who answers for it, by role
     * @param source where its values come from
     * @param amber from which attainment it is amber; nothing where the organisation's holds
     * @param red from which attainment it is red; nothing where the organisation's holds
     * @param isCurrencyBound whether it means something in its own currency only
     */
    public record Profile(
            String definition,
            String category,
            String indicator,
            String stage,
            String factor,
            String owner,
            String source,
            Optional<Double> amber,
            Optional<Double> red,
            boolean isCurrencyBound) {}
}
