package mpm.service.scenarios.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import mpm.method.calendar.FiscalCalendar;
import mpm.method.calendar.FiscalCalendar.Naming;
import mpm.method.calendar.FiscalCalendar.Periods;
import mpm.method.calendar.FiscalCalendar.YearEnd;
import mpm.method.calendar.FiscalPeriod;
import mpm.service.scenarios.control.WeeksOfYears.Kept;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeeksOfYearsTest {

    private static final int YEARS = 60;

    /** Whatever the years, the amounts and their signs: the total of a year is that of the next, to the cent. */
    @ParameterizedTest
    @EnumSource
    void noTotalIsLost(Periods kind) {
        Random random = new Random(53);
        FiscalCalendar calendar = new FiscalCalendar(kind, 7, Naming.END, YearEnd.LAST);
        for (int year = 2000; year < 2000 + YEARS; year++) {
            WeeksOfYears weeks = WeeksOfYears.of(kind, leaves(calendar, year), leaves(calendar, year + 1));
            Map<Integer, BigDecimal> amounts =
                    amounts(random, leaves(calendar, year).size());

            Map<Integer, BigDecimal> carried = weeks.carried(amounts, BigDecimal.ONE, Kept.TOTALS, 2);

            assertThat(sum(carried)).as("FY%d", year).isEqualByComparingTo(sum(amounts));
            assertThat(carried.keySet()).isEqualTo(amounts.keySet());
            if (kind == Periods.MONTHLY || weeks.from().equals(weeks.to())) {
                assertThat(carried).usingRecursiveComparison().isEqualTo(scaled(amounts));
            }
        }
    }

    /** Some periods have no amount; every third year amounts of both signs meet. */
    private static Map<Integer, BigDecimal> amounts(Random random, int periods) {
        Map<Integer, BigDecimal> amounts = new TreeMap<>(Map.of(0, new BigDecimal("100.01")));
        int sign = random.nextInt(3);
        for (int place = 1; place < periods; place++) {
            if (random.nextInt(5) > 0) {
                BigDecimal amount = BigDecimal.valueOf(random.nextInt(1_000_000), 2);
                amounts.put(place, sign == 0 && random.nextBoolean() ? amount.negate() : amount);
            }
        }
        if (sign == 1) {
            amounts.replaceAll((place, amount) -> amount.negate());
        }
        return amounts;
    }

    private static Map<Integer, BigDecimal> scaled(Map<Integer, BigDecimal> amounts) {
        Map<Integer, BigDecimal> scaled = new TreeMap<>();
        amounts.forEach((place, amount) -> scaled.put(place, amount.setScale(2)));
        return scaled;
    }

    private static List<FiscalPeriod> leaves(FiscalCalendar calendar, int year) {
        int periods = calendar.periods() == Periods.WEEKS_13X4 ? 13 : 12;
        return IntStream.rangeClosed(1, periods)
                .mapToObj(number ->
                        calendar.find("FY%d-P%02d".formatted(year, number)).orElseThrow())
                .toList();
    }

    private static BigDecimal sum(Map<Integer, BigDecimal> amounts) {
        return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
