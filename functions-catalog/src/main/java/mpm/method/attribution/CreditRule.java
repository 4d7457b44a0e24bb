package mpm.method.attribution;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import mpm.cell.CellError;
import mpm.method.attribution.Journeys.Journey;
import mpm.method.statistics.Sums;

/**
 * A rule by which the touches of a journey share its conversions.
 *
 * <p>Sources: ChannelAttribution's {@code heuristic_models} for the first, the last and the even rule; Marketo's documentation
 * for the rules with milestones.
 */
@FunctionalInterface
public interface CreditRule {

    /**
     * What each touch attracts, 0 or more, at least one above 0; only the proportions count.
     *
     * @throws mpm.cell.CellException #VALUE! for a journey that the rule cannot judge
     */
    double[] weights(Journey journey);

    /** All to the first touch. */
    static CreditRule first() {
        return journey -> only(journey, 0);
    }

    /** All to the last touch. */
    static CreditRule last() {
        return journey -> only(journey, journey.length() - 1);
    }

    /** All to the last touch of another channel than the direct one, or to the last if there is no other. */
    static CreditRule lastExcept(String direct) {
        return journey -> only(
                journey,
                IntStream.iterate(journey.length() - 1, place -> place - 1)
                        .limit(journey.length())
                        .filter(place -> !journey.touches().get(place).channel().equalsIgnoreCase(direct.strip()))
                        .findFirst()
                        .orElse(journey.length() - 1));
    }

    /** The same to every touch. */
    static CreditRule even() {
        return journey -> filled(journey.length(), 1);
    }

    /**
     * A fixed part to the first and to the last touch, the rest to those between.
     *
     * @param end above 0, at most .5
     * @throws mpm.cell.CellException #NUM! for another part
     */
    static CreditRule ends(double end) {
        if (!(end > 0 && end <= .5)) {
            throw CellError.NUM.because("The weight of either end lies above 0 and at .5 at most.");
        }
        return journey -> {
            int n = journey.length();
            double[] weights = filled(n, n > 2 ? (1 - 2 * end) / (n - 2) : 1);
            if (n > 2) {
                weights[0] = end;
                weights[n - 1] = end;
            }
            return weights;
        };
    }

    /** Equal parts of nine tenths to the first touch and to the first of each milestone, a tenth to the touches that are none. */
    static CreditRule milestones(Milestone... milestones) {
        Set<Milestone> wanted = EnumSet.copyOf(Arrays.asList(milestones));
        return journey -> {
            int n = journey.length();
            double part = .9 / (wanted.size() + 1);
            double[] weights = new double[n];
            weights[0] = part;
            for (Milestone milestone : wanted) {
                IntStream.range(0, n)
                        .filter(place ->
                                journey.touches().get(place).milestones().contains(milestone))
                        .findFirst()
                        .ifPresent(place -> weights[place] += part);
            }
            long others = Arrays.stream(weights).filter(weight -> weight == 0).count();
            return Arrays.stream(weights)
                    .map(weight -> weight == 0 ? .1 / others : weight)
                    .toArray();
        };
    }

    /**
     * Half as much for every half-life that a touch lies further back. Where no touch of a journey has an age, a step counts
     * as a day.
     *
     * @param halfLife in days, above 0
     * @throws mpm.cell.CellException #NUM! for another half-life
     */
    static CreditRule decay(double halfLife) {
        if (!(halfLife > 0)) {
            throw CellError.NUM.because("The half-life is more than 0 days.");
        }
        return journey -> {
            double[] ages = ages(journey);
            double youngest = Arrays.stream(ages).min().orElseThrow();
            return Arrays.stream(ages)
                    .map(age -> StrictMath.pow(2, -(age - youngest) / halfLife))
                    .toArray();
        };
    }

    private static double[] ages(Journey journey) {
        int n = journey.length();
        long dated = journey.touches().stream()
                .filter(touch -> touch.age().isPresent())
                .count();
        if (dated > 0 && dated < n) {
            throw CellError.VALUE.because(
                    "A path has an age (@days) at some touches only, such as at “%s”: give every touch one, or none."
                            .formatted(journey.touches().stream()
                                    .filter(touch -> touch.age().isPresent())
                                    .findFirst()
                                    .orElseThrow()
                                    .channel()));
        }
        return IntStream.range(0, n)
                .mapToDouble(place -> journey.touches().get(place).age().orElse((double) n - 1 - place))
                .toArray();
    }

    /** What each channel is credited with of the totals of the rows. */
    default double[] credits(Journeys journeys, double[] totals) {
        Sums.Running[] credits = new Sums.Running[journeys.channels().size()];
        Arrays.setAll(credits, channel -> new Sums.Running());
        double[] sums = journeys.sums(totals);
        for (int kind = 0; kind < sums.length; kind++) {
            Journey journey = journeys.kinds().get(kind);
            double[] weights = weights(journey);
            double all = Sums.of(weights);
            for (int place = 0; place < weights.length; place++) {
                credits[journey.channels().get(place)].add(weights[place] / all * sums[kind]);
            }
        }
        return Arrays.stream(credits).mapToDouble(Sums.Running::value).toArray();
    }

    private static double[] only(Journey journey, int place) {
        double[] weights = new double[journey.length()];
        weights[place] = 1;
        return weights;
    }

    private static double[] filled(int length, double weight) {
        double[] weights = new double[length];
        Arrays.fill(weights, weight);
        return weights;
    }
}
