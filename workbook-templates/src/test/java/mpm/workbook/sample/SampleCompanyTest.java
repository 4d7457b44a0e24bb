package mpm.workbook.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import mpm.plan.SamplePlan;
import mpm.workbook.sample.SampleCompany.Month;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SampleCompanyTest {

    private static final int MONTHS_BEFORE = 12;

    /** The same company stands in the workbooks and behind the functions of the data link. */
    @Test
    void theWorkbooksAndThePlanDataAgreeToTheCent() {
        for (int month = 1; month <= MONTHS_BEFORE; month++) {
            Month sample = SampleCompany.MONTHS.get(MONTHS_BEFORE + month - 1);
            assertThat(stored("PLAN", "LEADS", month)).isEqualTo(wanted(sample.planLeads()));
            assertThat(stored("PLAN", "MKT_SPEND", month)).isEqualTo(wanted(sample.planSpend()));
            assertThat(stored("ACTUAL", "LEADS", month)).isEqualTo(wanted(sample.leads()));
            assertThat(stored("ACTUAL", "MKT_SPEND", month)).isEqualTo(wanted(sample.spend()));
        }
    }

    private static Optional<BigDecimal> wanted(@Nullable Integer value) {
        return Optional.ofNullable(value).map(BigDecimal::new);
    }

    /** What all units together have in the first version, in the currency of the group. */
    private static Optional<BigDecimal> stored(String scenario, String metric, int month) {
        return SamplePlan.whole().figures().stream()
                .filter(figure -> figure.address().scenario().equals(scenario)
                        && figure.address().version() == 1
                        && figure.address().metric().equals(metric)
                        && figure.address().period().equals("FY2027-P%02d".formatted(month)))
                .map(figure -> metric.equals("LEADS")
                        ? figure.amount()
                        : figure.groupAmount().orElseThrow())
                .reduce(BigDecimal::add)
                .map(sum -> sum.setScale(0));
    }
}
