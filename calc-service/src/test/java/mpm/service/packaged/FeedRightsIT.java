package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A feed holds what its reader may read, and nobody learns from it of anything else. Ann sees everything, Bo EMEA. */
@ClassTemplate
@ExtendWith(EachDatabase.class)
class FeedRightsIT {

    private final Fixture fixture;

    FeedRightsIT(Fixture fixture) {
        this.fixture = fixture;
    }

    @Test
    void valuesAndVariancesAreThoseOfOnesUnits() {
        for (String feed : List.of("values.json", "variances.json")) {
            assertThat(orgs(fixture.as("ann"), feed)).contains("DEMAND_EMEA", "DEMAND_AMER");
            assertThat(orgs(fixture.as("bo"), feed)).contains("DEMAND_EMEA").doesNotContain("DEMAND_AMER");
            assertThat(fixture.as("bo")
                            .get("feeds/" + feed + "?org=AMER")
                            .refused(422)
                            .path("detail")
                            .asText())
                    .startsWith("Not permitted");
        }
    }

    @Test
    void theTrailIsThatOfTheUnitsThatOneAudits() {
        fixture.give("eve", Stream.of(Map.of("role", "AUDITOR", "unit", "EMEA")));
        String seen = fixture.as("eve").get("feeds/audit.json").ok().toString();
        assertThat(seen).contains("/DEMAND_EMEA/").doesNotContain("AMER");
        assertThat(fixture.as("cy").get("feeds/audit.json").ok().toString()).contains("/DEMAND_AMER/");
        // However the address is written.
        assertThat(fixture.as("ann").get("feeds/audit.json").status()).isEqualTo(403);
        assertThat(fixture.as("ann").get("feeds/%61udit.json").status()).isEqualTo(403);
    }

    @Test
    void aPartnerLearnsOfGrantedMetricsAlone() {
        fixture.give("pat", Stream.of(Map.of("role", "PARTNER", "unit", "EMEA", "metrics", List.of("LEADS"))));
        PlanClient pat = fixture.as("pat");
        assertThat(pat.get("feeds/values.json").ok().findValuesAsText("metric"))
                .isNotEmpty()
                .containsOnly("LEADS");
        for (String address :
                List.of("values.json?metric=%s", "variances.json?metric=%s", "benchmarks.json?metric=%s")) {
            JsonNode there = pat.get("feeds/" + address.formatted("MKT_SPEND")).refused(422);
            JsonNode notThere = pat.get("feeds/" + address.formatted("SECRET")).refused(422);
            assertThat(there).isEqualTo(notThere);
        }
    }

    private static Set<String> orgs(PlanClient reader, String feed) {
        return new TreeSet<>(reader.get("feeds/" + feed).ok().findValuesAsText("org"));
    }
}
