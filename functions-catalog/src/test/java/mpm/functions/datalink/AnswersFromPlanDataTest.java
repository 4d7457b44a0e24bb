package mpm.functions.datalink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mpm.catalogue.Calculation;
import mpm.catalogue.Call;
import mpm.catalogue.Limits;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.DateSystem;
import mpm.cell.Grid;
import mpm.cell.Moment;
import mpm.cell.Range;
import mpm.functions.Functions;
import mpm.plan.Commitment;
import mpm.plan.Grant;
import mpm.plan.PlanData;
import mpm.plan.Role;
import mpm.plan.SamplePlan;
import mpm.plan.User;
import org.junit.jupiter.api.Test;

/** What the specification's calls leave open, asked of the sample company. */
class AnswersFromPlanDataTest {

    private static final Moment TODAY = new Moment(46_500);
    private static final PlanData SAMPLE = SamplePlan.whole();

    @Test
    void aFigureWithoutARateDoesNotTakeTheReconciliationAway() {
        Range local = Grid.of(List.of(
                row(Cell.of("Metric"), Cell.of("Org"), Cell.of("Period"), Cell.of("Value")),
                row(Cell.of("LEADS"), Cell.of("EMEA"), Cell.of("FY2027-P01"), Cell.of(1)),
                row(Cell.of("MKT_SPEND"), Cell.of("EMEA"), Cell.of("FY2027-P01"), Cell.of(1))));
        List<Range> arguments = List.of(local, Cell.of("ACTUAL"), Cell.blank(), Cell.blank(), Cell.of("JPY"));

        Range found = calculated(SAMPLE, Role.VIEWER, "RECONCILE", arguments);

        assertThat(Stream.of(1, 2).map(row -> found.cell(row, 0)))
                .containsExactly(Cell.of("DIFFERENT"), Cell.of("ONLY IN WORKBOOK"));
    }

    @Test
    void whoeverIsKnownByTheirGroupsAloneOwnsCommitmentsAsWell() {
        Commitment known = SAMPLE.commitments().get(0);
        Commitment theirs = new Commitment(
                "OWN",
                "someone@example.com",
                known.metric(),
                known.unit(),
                known.due(),
                known.tolerance(),
                known.confidence(),
                "",
                "",
                known.revisions(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        PlanData data = new PlanData(
                SAMPLE.organisation(),
                SAMPLE.figures(),
                SAMPLE.notes(),
                SAMPLE.changes(),
                List.of(theirs),
                SAMPLE.lines(),
                SAMPLE.benchmarks());

        assertThat(answer(data, Role.VIEWER, "COMMITMENT", "someone@example.com")
                        .cell(1, 0))
                .isEqualTo(Cell.of("OWN"));
        assertThat(reason(answer(data, Role.VIEWER, "COMMITMENT", "nobody@example.com")))
                .startsWith("Unknown commitment or owner");
    }

    @Test
    void aPartnerDoesNotLearnWhatThereIs() {
        assertThat(reason(answer(SAMPLE, Role.PARTNER, "COMMITMENT", "K-UNKNOWN")))
                .isEqualTo(reason(answer(SAMPLE, Role.PARTNER, "COMMITMENT", "K7")));
        assertThat(answer(SAMPLE, Role.PARTNER, "MEMBERS", "METRIC", "NO SUCH CATEGORY"))
                .isEqualTo(answer(SAMPLE, Role.PARTNER, "MEMBERS", "METRIC", "OUTCOME"));
    }

    private static Range answer(PlanData data, Role role, String function, String... arguments) {
        return calculated(
                data,
                role,
                function,
                Stream.of(arguments)
                        .<Range>map(text -> text.isEmpty() ? Cell.blank() : Cell.of(text))
                        .toList());
    }

    private static Range calculated(PlanData data, Role role, String function, List<Range> arguments) {
        User user = new User("someone", List.of(new Grant(role, "MKT", Set.of(), Set.of())));
        return new Calculation(Functions.CATALOGUE, data.links(user, TODAY, Map.of()), Limits.STANDARD)
                .results(List.of(new Call(function, arguments)), DateSystem.FROM_1900)
                .get(0)
                .value();
    }

    private static String reason(Range answer) {
        assertThat(answer).isInstanceOf(Cell.Failure.class);
        Cell.Failure failure = (Cell.Failure) answer;
        assertThat(failure.error()).isEqualTo(CellError.NA);
        return failure.reason();
    }

    private static List<Cell> row(Cell... cells) {
        return List.of(cells);
    }
}
