package mpm.service.pages.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Catalogue;
import mpm.catalogue.Computed;
import mpm.catalogue.Content;
import mpm.catalogue.Definition;
import mpm.catalogue.Formula;
import mpm.catalogue.Section;
import mpm.catalogue.Stage;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.Column;
import mpm.cell.Moment;
import mpm.cell.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which answers have a picture, and which, by functions of this test alone. */
class ChartTest {

    @Section(
            value = "Drawn",
            purpose = "Answers of every shape.",
            wholeNumbers = Section.WholeNumbers.CUT,
            checkOrder = Section.CheckOrder.BY_KIND,
            refuses = Content.TEXT)
    sealed interface Drawn permits Answered {}

    @WorksheetFunction(name = "ANSWERED", question = "What is drawn?", stage = Stage.MEASURE, caution = "Nothing.")
    record Answered(@Argument("A figure.") double figure) implements Drawn, Computed<Table<Row>> {
        @Override
        public Table<Row> value() {
            return Table.of(Row.class, List.of());
        }
    }

    /** Every column that one of the answers below may have. */
    record Row(
            @Column(value = "Period", meaning = "Where in time.")
            int period,

            @Column(value = "Value", meaning = "The figure.")
            Cell value,

            @Column(value = "CL", meaning = "The centre.") Cell centre,
            @Column(value = "Due", meaning = "A day.") Moment due,
            @Column(value = "Unit", meaning = "A name.") String unit,
            @Column(value = "Share", meaning = "A part.") double share) {}

    private static final Definition FUNCTION =
            new Catalogue(List.of(Drawn.class)).find("ANSWERED").orElseThrow();

    @Test
    void aFigureBesideItsLimitsIsALineInABand() {
        Chart chart = chart("{\"Period\",\"Value\",\"CL\",\"LCL\",\"UCL\";1,10,11,5,17;2,\"\",11,5,17;3,12,11,5,17;"
                        + "4,18,11,5,17}")
                .orElseThrow();

        assertThat(chart.title()).isEqualTo("Value by period, between LCL and UCL");
        assertThat(chart.boxes()).isEmpty();
        assertThat(chart.traces()).extracting(Chart.Trace::look).containsExactly("band", "centre", "line");
        assertThat(chart.traces().get(2).path())
                .as("broken where a figure is missing")
                .matches("M[^ML]+ [^ML]+M[^ML]+L[^ML]+");
    }

    @Test
    void anIntervalBelongsToTheFigureOnItsLeftAndFootersAreNotDrawn() {
        Chart chart = chart("{\"Period\",\"Value\",\"Forecast\",\"Low\",\"High\";1,9,10,8,12;2,9,11,8,14;3,9,12,8,16;"
                        + "\"Model\",\"ETS\",\"\",\"\",\"\"}")
                .orElseThrow();

        assertThat(chart.title()).isEqualTo("Forecast by period, between Low and High");
        assertThat(chart.traces()).extracting(Chart.Trace::look).containsExactly("band", "line");
    }

    @Test
    void aFigureAlongAnAxisIsColumnsFromZeroInARoundGrid() {
        Chart chart = chart("{\"Period\",\"Value\";-1,-0.4;0,0.3;1,0.97}").orElseThrow();

        assertThat(chart.boxes()).extracting(Chart.Box::look).containsExactly("adverse", "", "");
        assertThat(chart.labels()).extracting(Chart.Label::text).contains("-0.5", "0", "0.5", "1");
    }

    @Test
    void namedRowsAreBarsOfAMeasureWithoutTheirTotal() {
        Chart chart = chart(
                        "{\"Unit\",\"Value\",\"Share\";\"EMEA\",6,0.6;\"AMER\",3,0.3;\"A very long name of a unit\",1,0.1;"
                                + "\"TOTAL\",10,1}")
                .orElseThrow();

        assertThat(chart.title()).isEqualTo("Share by unit");
        assertThat(chart.boxes()).hasSize(3);
        assertThat(chart.boxes().get(0).width())
                .isGreaterThan(chart.boxes().get(1).width());
        assertThat(chart.labels()).extracting(Chart.Label::text).contains("EMEA", "0.6", "A very long name…");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "two figures | {5;3}",
                "figures that are all alike | {100;101;100}",
                "one value | 20",
                "text | {\"a\";\"b\";\"c\"}",
                "figures of several units | {\"Unit\",\"Value\";\"Leads\",900;\"Cost\",15;\"Share\",0.2}",
                "a block of numbers | {1,2;3,4;5,6}"
            })
    void whatIsBetterReadHasNoPicture(String what, String answer) {
        assertThat(chart(answer)).as(what).isEmpty();
    }

    @Test
    void numbersInARowOrColumnAreBars() {
        assertThat(chart("{7,4,2}").orElseThrow().boxes()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Due\";46367;46367.375} | 11 Dec 2026 | 11 Dec 2026, 09:00",
                "{\"Value %\",\"Value\";0.125,1;-0.07036,2} | 12.5 % | -7 %",
                "{\"Value\";12000000;0.12345678} | 12,000,000 | 0.123457",
                "{\"Value\";0.0000573;-0.00000001} | 5.73E-5 | -1E-8"
            })
    void aCellIsReadAsItsColumnSays(String answer, String first, String second) {
        ShownTable table = ShownTable.of(Formula.shown(answer), FUNCTION);

        assertThat(table.rows()).extracting(row -> row.get(0).text()).containsExactly(first, second);
        assertThat(table.look(0)).isEqualTo("number");
    }

    private static Optional<Chart> chart(String answer) {
        return Chart.of(Formula.shown(answer), FUNCTION);
    }
}
