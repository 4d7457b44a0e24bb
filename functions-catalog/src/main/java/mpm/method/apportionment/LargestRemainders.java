package mpm.method.apportionment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import mpm.method.Deadline;

/** Hamilton's method on whole numbers: share i is {@code shares[i] / divisor} steps. */
final class LargestRemainders {

    private static final int TURNS_BETWEEN_CHECKS = 1024;

    private LargestRemainders() {}

    static List<BigDecimal> round(BigInteger[] shares, BigInteger divisor, BigDecimal total, Quantum quantum) {
        if (divisor.signum() <= 0) {
            throw new IllegalArgumentException("Shares have a positive denominator.");
        }
        BigInteger[] steps = new BigInteger[shares.length];
        BigInteger[] remainders = new BigInteger[shares.length];
        BigInteger given = BigInteger.ZERO;
        BigInteger left = BigInteger.ZERO;
        for (int i = 0; i < shares.length; i++) {
            BigInteger[] parts = shares[i].divideAndRemainder(divisor);
            boolean below = parts[1].signum() < 0;
            steps[i] = below ? parts[0].subtract(BigInteger.ONE) : parts[0];
            remainders[i] = below ? parts[1].add(divisor) : parts[1];
            given = given.add(steps[i]);
            left = left.add(remainders[i]);
            checkNowAndThen(i);
        }
        // Each remainder is less than a step: there are fewer whole steps left than units with a remainder, and the one
        // that gets the odd amount has a remainder too. So nobody is lifted above a cap that is a multiple of the step.
        BigInteger[] wholeAndOdd = left.divideAndRemainder(divisor);
        int whole = wholeAndOdd[0].intValueExact();
        BigDecimal odd = total.subtract(quantum.amount(given.add(wholeAndOdd[0])));
        if (odd.multiply(new BigDecimal(divisor)).compareTo(quantum.amount(wholeAndOdd[1])) != 0) {
            throw new IllegalArgumentException("The shares do not add up to " + total + ".");
        }
        if (whole == 0 && odd.signum() == 0) {
            return Arrays.stream(steps).map(quantum::amount).toList();
        }
        // The sort keeps the order of equals: of equal remainders the first unit comes first.
        int[] order = IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i], Comparator.reverseOrder()))
                .mapToInt(i -> i)
                .toArray();
        for (int i = 0; i < whole; i++) {
            steps[order[i]] = steps[order[i]].add(BigInteger.ONE);
        }
        BigDecimal[] amounts = Arrays.stream(steps).map(quantum::amount).toArray(BigDecimal[]::new);
        if (odd.signum() != 0) {
            amounts[order[whole]] = amounts[order[whole]].add(odd);
        }
        return List.of(amounts);
    }

    static void checkNowAndThen(int turn) {
        if (turn % TURNS_BETWEEN_CHECKS == 0) {
            Deadline.check();
        }
    }
}
