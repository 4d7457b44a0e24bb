package mpm.service.audit.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import mpm.plan.AuditEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditFilterTest {

    private static final AuditFilter LEADS_IN_EMEA_IN_JULY = filter("", "LEADS", "EMEA", "FY2027-P01");

    @ParameterizedTest
    @CsvSource({
        "FIGURE, PLAN/2/LEADS/EMEA/FY2027-P01, true",
        "NOTE, PLAN/1/LEADS/EMEA/FY2027-P01, true",
        "GROUP AMOUNT, PLAN/1/LEADS/EMEA/FY2027-P01, true",
        "ALERT, PLAN/1/LEADS/EMEA/FY2027-P01, true",
        "FIGURE, PLAN/2/LEADS/EMEA/FY2027-P02, false",
        "FIGURE, PLAN/2/MQL/EMEA/FY2027-P01, false",
        "FIGURE, PLAN/2/LEADS/AMER/FY2027-P01, false",
        "LOCK, PLAN/EMEA/FY2027-P01, false",
        "SUBMISSION, 7, false"
    })
    void aFigureLiesWhereItsObjectSays(String objectType, String objectId, boolean isWanted) {
        assertThat(LEADS_IN_EMEA_IN_JULY.matches(entry("ada", objectType, objectId)))
                .isEqualTo(isWanted);
    }

    @ParameterizedTest
    @CsvSource({"LOCK, PLAN/EMEA/FY2027-P01", "LOCK, PLAN/EMEA/FY2027-P01/OUTPUT", "NOTE, PLAN/1/MQL/EMEA/FY2027-P01"})
    void withoutAMetricLocksAreFoundAsWell(String objectType, String objectId) {
        assertThat(filter("", "", "EMEA", "FY2027-P01").matches(entry("ada", objectType, objectId)))
                .isTrue();
    }

    @Test
    void ratesHaveAPeriodAndNoUnit() {
        AuditEntry rate = entry("ada", "RATE", "USD/EUR/FY2027-P01/AVERAGE");

        assertThat(filter("", "", "", "FY2027-P01").matches(rate)).isTrue();
        assertThat(filter("", "", "EMEA", "FY2027-P01").matches(rate)).isFalse();
    }

    @Test
    void whoDidItCountsInAnyCase() {
        AuditEntry entry = entry("Ada", "SUBMISSION", "7");

        assertThat(filter("ada", "", "", "").matches(entry)).isTrue();
        assertThat(filter("bo", "", "", "").matches(entry)).isFalse();
    }

    private static AuditFilter filter(String user, String metric, String unit, String period) {
        return new AuditFilter(
                given(user),
                Optional.empty(),
                Optional.empty(),
                given(metric),
                given(unit).map(Set::of),
                given(period).map(Set::of));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(each -> !each.isEmpty());
    }

    private static AuditEntry entry(String user, String objectType, String objectId) {
        return new AuditEntry(
                1,
                Instant.EPOCH,
                user,
                "SUBMIT",
                objectType,
                objectId,
                Optional.empty(),
                Optional.of("1"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                "");
    }
}
