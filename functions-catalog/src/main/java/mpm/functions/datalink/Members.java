package mpm.functions.datalink;

import static mpm.catalogue.Stage.MEASURE;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import mpm.catalogue.Argument;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Table;
import mpm.link.Found;
import mpm.plan.MemberList;
import mpm.plan.MemberList.Listed;
import mpm.plan.PlanView;

@WorksheetFunction(
        name = "MEMBERS",
        question = "Which metrics, units, scenarios, versions, periods or partners are there?",
        stage = MEASURE,
        method = "In stored order, the parts of a member behind it.",
        caution = "It lists what you may read: another reader may see more, or less.",
        related = {"META", "GET.GRID"})
@Example(
        formula = "=MPM.MEMBERS(\"ORG\", \"EMEA\")",
        shows = "{\"Id\",\"Name\",\"Parent\",\"Level\",\"Leaf\";\"DEMAND_EMEA\",\"Demand EMEA\",\"EMEA\",3,TRUE;"
                + "\"BRAND_EMEA\",\"Brand EMEA\",\"EMEA\",3,TRUE;\"PARTNER_EMEA\",\"Partner EMEA\",\"EMEA\",3,TRUE}")
@Example(
        formula = "=MPM.MEMBERS(\"PERIOD\", \"FY2027-Q1\", , , FALSE)",
        shows =
                "{\"FY2027-P01\",\"FY2027-P01\",\"FY2027-Q1\",3,TRUE;\"FY2027-P02\",\"FY2027-P02\",\"FY2027-Q1\",3,TRUE;"
                        + "\"FY2027-P03\",\"FY2027-P03\",\"FY2027-Q1\",3,TRUE}")
@Example(
        formula = "=MPM.MEMBERS(\"ORG\", , \"*amer*\", 2, FALSE)",
        shows = "{\"AMER\",\"Marketing Americas\",\"MKT\",2,FALSE}",
        because = "A star stands for any letters.")
@Example(formula = "=MPM.MEMBERS(\"METRIC\", , \"CLICK*\")", shows = "#N/A", because = "No metric is called so.")
public record Members(
        @Argument("METRIC, ORG, SCENARIO, VERSION, PERIOD or PARTNER.")
        MemberList.Type type,

        @Argument(
                "Only what is below it: a unit, a year or quarter; of versions the scenario, of metrics a category such as OUTPUT.")
        Optional<String> parent,

        @Argument(value = "Only what has this id or name; * stands for any letters, ? for one.", otherwise = "")
        String filter,

        @Argument("Only this level; 1 is the top.") Optional<Integer> level)
        implements DataLink, ReadsPlan<Table<Members.Line>> {

    /** A member. */
    public record Line(
            @Column(value = "Id", meaning = "By what a formula names it.")
            String id,

            @Column(value = "Name", meaning = "What people call it.")
            String name,

            @Column(value = "Parent", meaning = "The id of the member above it; nothing at the top.")
            String parent,

            @Column(value = "Level", meaning = "1 at the top.")
            int level,

            @Column(value = "Leaf", meaning = "TRUE where nothing is below it.")
            boolean leaf) {}

    @Override
    public Table<Line> value(PlanView plan, Found found) {
        MemberList members = new MemberList(plan);
        List<Listed> listed = parent.map(above -> members.below(type, above)).orElseGet(() -> members.all(type));
        List<Line> lines = listed.stream()
                .filter(isWanted())
                .filter(member -> level.isEmpty() || member.level() == level.get())
                .map(member -> new Line(member.id(), member.name(), member.parent(), member.level(), member.isLeaf()))
                .toList();
        if (lines.isEmpty()) {
            throw CellError.NA.because("No members: nothing that you may read matches, so widen the filter.");
        }
        return Table.of(Line.class, lines);
    }

    private Predicate<Listed> isWanted() {
        if (filter.isBlank()) {
            return member -> true;
        }
        Pattern wanted = Pattern.compile(
                Pattern.quote(filter.strip()).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
        return member -> wanted.matcher(member.id()).matches()
                || wanted.matcher(member.name()).matches();
    }
}
