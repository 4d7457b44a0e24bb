package mpm.service.calculation.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mpm.catalogue.Call;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.DateSystem;
import mpm.cell.Grid;
import mpm.cell.Shape;
import mpm.service.configuration.Settings;
import mpm.service.problems.boundary.Problem;
import mpm.service.problems.boundary.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallReaderTest {

    private static final Settings.Limits LIMITS = new Settings.Limits(3, 10_000, 12, 100, 100, 1, 1, 100, 100);

    @Test
    void everyKindOfCell() throws IOException {
        List<Call> calls = read(
                "{'calls':[{'function':'mpm.f','arguments':[1.5,'text',true,false,null,{'error':'#N/A'},{'error':'#REF!','message':'m'}]}]}");

        assertThat(calls)
                .containsExactly(new Call(
                        "mpm.f",
                        List.of(
                                Cell.of(1.5),
                                Cell.of("text"),
                                Cell.of(true),
                                Cell.of(false),
                                Cell.blank(),
                                new Cell.Failure(CellError.NA, ""),
                                new Cell.Failure(CellError.REF, ""))));
    }

    @Test
    void rangesAreRows() throws IOException {
        List<Call> calls = read("{'calls':[{'arguments':[[[1,2],[3,null]],[[7]]],'function':'F'}]}");

        assertThat(calls.get(0).arguments().get(0))
                .isEqualTo(Grid.of(new Shape(2, 2), Cell.of(1), Cell.of(2), Cell.of(3), Cell.blank()));
        assertThat(calls.get(0).arguments().get(1)).isEqualTo(Cell.of(7));
    }

    @Test
    void argumentsMayBeMissingAndTheDatesOf1904MayStandOnEitherSide() throws IOException {
        assertThat(read("{'calls':[{'function':'F'}]}").get(0).arguments()).isEmpty();
        assertThat(read("{'calls':[{'function':'F','arguments':null}]}").get(0).arguments())
                .isEmpty();
        assertThat(batch("{'date1904':true,'calls':[]}").dates()).isEqualTo(DateSystem.FROM_1904);
        assertThat(batch("{'calls':[],'date1904':true}").dates()).isEqualTo(DateSystem.FROM_1904);
        assertThat(batch("{'calls':[],'date1904':false}").dates()).isEqualTo(DateSystem.FROM_1900);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | 400 | The request is empty",
                "{'calls':[ | 400 | The request is not readable as JSON: reading ended at line 1, column",
                "{'calls':[]} x | 400 | The request is not readable as JSON",
                "{'calls':[]} {} | 400 | The request goes on after its end",
                "{'calls':[{'function':'F','arguments':[NaN]}]} | 400 | The request is not readable as JSON",
                "[] | 422 | The request is not an object",
                "{} | 422 | The request has no calls",
                "{'call':[]} | 422 | The request has calls, date1904 and workbook, and nothing called “call”",
                "{'calls':{}} | 422 | calls is a list",
                "{'calls':[],'date1904':1} | 422 | date1904 is true or false",
                "{'calls':[7]} | 422 | calls[0] is not a call",
                "{'calls':[{}]} | 422 | calls[0] names no function",
                "{'calls':[{'function':7}]} | 422 | calls[0].function is the name of a function, as text",
                "{'calls':[{'function':'F','args':[]}]} | 422 | calls[0] has a function and arguments, and nothing called “args”",
                "{'calls':[{'function':'F'},{'function':'F','arguments':{}}]} | 422 | calls[1].arguments is the list of the arguments",
                "{'calls':[{'function':'F','arguments':[1,[1,2]]}]} | 422 | calls[0].arguments[1] is a list of cells",
                "{'calls':[{'function':'F','arguments':[[[1,2],[3]]]}]} | 422 | calls[0].arguments[0] has rows of different lengths: row 1 has 2, row 2 has 1",
                "{'calls':[{'function':'F','arguments':[[]]}]} | 422 | calls[0].arguments[0] is a range without cells",
                "{'calls':[{'function':'F','arguments':[[[]]]}]} | 422 | calls[0].arguments[0] is a range without cells",
                "{'calls':[{'function':'F','arguments':[[[[1]]]]}]} | 422 | calls[0].arguments[0][0][0] is a list inside a row",
                "{'calls':[{'function':'F','arguments':[{'x':1}]}]} | 422 | calls[0].arguments[0] is an object that is no error",
                "{'calls':[{'function':'F','arguments':[{'error':'#OOPS'}]}]} | 422 | calls[0].arguments[0] is an object that is no error",
                "{'calls':[{'function':'F','arguments':[{}]}]} | 422 | calls[0].arguments[0] is an object that is no error",
                "{'calls':[{'function':'F','arguments':[{'error':['#N/A']}]}]} | 422 | calls[0].arguments[0] is an object that is no error",
                "{'calls':[{'function':'F','arguments':[1e999]}]} | 422 | calls[0].arguments[0] is a number larger than any cell can hold",
                "{'calls':[{'function':'F','arguments':[[[1],[-1e999]]]}]} | 422 | calls[0].arguments[0][1][0] is a number larger",
                "{'calls':[{'function':'F'},{'function':'F'},{'function':'F'},{'function':'F'}]} | 413 | A request may hold 3 calls",
                "{'calls':[{'function':'F','arguments':[[[1,2,3,4,5,6,7,8,9,10,11,12,13]]]}]} | 413 | The arguments of a request may hold 12 cells"
            })
    void whatDoesNotFitIsRefusedWithItsPlace(String json, int status, String detail) {
        Problem problem =
                catchThrowableOfType(ProblemException.class, () -> read(json)).problem();

        assertThat(problem.detail()).startsWith(detail);
        assertThat(problem.status()).isEqualTo(status);
    }

    private static List<Call> read(String json) throws IOException {
        return batch(json).calls();
    }

    private static CallReader.Batch batch(String json) throws IOException {
        return CallReader.read(
                new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)), LIMITS);
    }
}
