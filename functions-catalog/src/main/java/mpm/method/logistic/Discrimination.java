package mpm.method.logistic;

import java.util.Comparator;
import java.util.stream.IntStream;
import mpm.method.statistics.Sums;

/** How well a score tells a yes from a no. */
public final class Discrimination {

    private Discrimination() {}

    /**
     * The probability that a yes has the higher score than a no; equal scores count half.
     *
     * @param outcomes 1 for a yes, 0 for a no, at least one of each
     */
    public static double auc(double[] outcomes, double[] scores) {
        double[] yes = sorted(outcomes, scores, 1);
        double[] no = sorted(outcomes, scores, 0);
        double right = 0;
        int below = 0;
        int notAbove = 0;
        for (double score : yes) {
            while (below < no.length && no[below] < score) {
                below++;
            }
            notAbove = Math.max(notAbove, below);
            while (notAbove < no.length && no[notAbove] == score) {
                notAbove++;
            }
            right += (below + notAbove) / 2.0;
        }
        return right / ((double) yes.length * no.length);
    }

    private static double[] sorted(double[] outcomes, double[] scores, double outcome) {
        return IntStream.range(0, scores.length)
                .filter(i -> outcomes[i] == outcome)
                // Without the sign of −0, which the order of doubles would heed.
                .mapToDouble(i -> scores[i] + 0.0)
                .sorted()
                .toArray();
    }

    /** The largest distance between the shares of yes and of no that have at most a score. */
    public static double ks(double[] outcomes, double[] scores) {
        double yes = Sums.of(outcomes);
        double no = outcomes.length - yes;
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(i -> i)
                .toArray();
        double largest = 0;
        double yesBelow = 0;
        for (int place = 0; place < order.length; place++) {
            yesBelow += outcomes[order[place]];
            boolean isLastOfEquals = place + 1 == order.length || scores[order[place + 1]] != scores[order[place]];
            if (isLastOfEquals) {
                largest = Math.max(largest, Math.abs(yesBelow / yes - (place + 1 - yesBelow) / no));
            }
        }
        return largest;
    }
}
