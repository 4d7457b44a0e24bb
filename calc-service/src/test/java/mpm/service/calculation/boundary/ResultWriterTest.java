package mpm.service.calculation.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mpm.catalogue.Result;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.DateSystem;
import mpm.cell.Grid;
import mpm.cell.Moment;
import mpm.cell.Range;
import mpm.cell.Shape;
import mpm.service.calculation.control.Batch.Answers;
import org.junit.jupiter.api.Test;

class ResultWriterTest {

    @Test
    void numbersAreWrittenAsAPersonWould() {
        assertThat(written(Cell.of(20))).isEqualTo("{'value':20}");
        assertThat(written(Cell.of(-0.1))).isEqualTo("{'value':-0.1}");
        assertThat(written(Cell.of(-0.0))).isEqualTo("{'value':0}");
        assertThat(written(Cell.of(1e15))).isEqualTo("{'value':1.0E15}");
        assertThat(written(Cell.of(0.1 + 0.2))).isEqualTo("{'value':0.30000000000000004}");
    }

    @Test
    void textsLogicalsBlanksAndFailures() {
        assertThat(written(Cell.of("a \"b\""))).isEqualTo("{'value':'a \\'b\\''}");
        assertThat(written(Cell.of(true))).isEqualTo("{'value':true}");
        assertThat(written(Cell.blank())).isEqualTo("{'value':''}");
        assertThat(written(new Cell.Failure(CellError.DIV0, "Nothing was planned.")))
                .isEqualTo("{'error':'#DIV/0!','message':'Nothing was planned.'}");
        assertThat(written(new Cell.Failure(CellError.NA, ""))).isEqualTo("{'error':'#N/A'}");
    }

    @Test
    void aRangeIsRowsAndKeepsItsFailures() {
        Range range = Grid.of(
                new Shape(2, 2), Cell.of(1), Cell.blank(), Cell.of("x"), new Cell.Failure(CellError.NUM, "Too few."));

        assertThat(written(range)).isEqualTo("{'value':[[1,''],['x',{'error':'#NUM!','message':'Too few.'}]]}");
    }

    @Test
    void datesAreSerialsOfTheWorkbooksOwnCalendar() {
        Cell day = Cell.of(Moment.of(LocalDate.of(2026, 12, 11)));

        assertThat(written(day)).isEqualTo("{'value':46367}");
        assertThat(written(new Result(day, List.of()), DateSystem.FROM_1904)).isEqualTo("{'value':44905}");
    }

    @Test
    void notesStandBesideTheValue() {
        assertThat(written(new Result(Cell.of(1), List.of("One.", "Two.")), DateSystem.FROM_1900))
                .isEqualTo("{'value':1,'notes':['One.','Two.']}");
    }

    @Test
    void whenStoredDataWereReadStandsBesideTheirVersion() {
        Answers answers = new Answers(List.of(), 7, Optional.of(Instant.parse("2027-03-08T14:03:00Z")));
        assertThat(ResultWriter.written(answers, DateSystem.FROM_1900))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"results\":[],\"dataVersion\":7,\"asOf\":\"2027-03-08T14:03:00Z\"}");
    }

    private static String written(Range value) {
        return written(new Result(value, List.of()), DateSystem.FROM_1900);
    }

    private static String written(Result result, DateSystem dates) {
        String json = new String(
                        ResultWriter.written(new Answers(List.of(result), 7, Optional.empty()), dates),
                        StandardCharsets.UTF_8)
                .replace('"', '\'');
        assertThat(json).startsWith("{'results':[").endsWith("],'dataVersion':7}");
        return json.substring("{'results':[".length(), json.length() - "],'dataVersion':7}".length());
    }
}
