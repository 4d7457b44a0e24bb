package mpm.workbook.formula;

import static mpm.catalogue.ShownRange.assertShows;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mpm.catalogue.Calculation;
import mpm.catalogue.Formula;
import mpm.catalogue.Limits;
import mpm.functions.Functions;
import mpm.link.Links;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaEvaluationTest {

    private final FormulaEvaluation evaluation =
            new FormulaEvaluation(new Calculation(Functions.CATALOGUE, Links.NONE, Limits.STANDARD));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MPM.VARIANCE(120,100) | 20",
                "= mpm.variance( 120 , 100 ) | 20",
                "1+MPM.VARIANCE(120,100)*2 | 41",
                "SUM(MPM.CASCADE(100,{1;1;1})) | 100",
                "INDEX(MPM.CASCADE(100,{1,1,1}),1,2) | 33.33",
                "MPM.VARIANCE(MPM.VARIANCE(5,3),1) | 1",
                "IFERROR(MPM.VARIANCE(\"x\",1),-1) | -1",
                "IF(MPM.VARIANCE(5,3)>0,\"MPM.VARIANCE(1,2)\",0) | \"MPM.VARIANCE(1,2)\"",
                "MPM.VARIANCE(#N/A,1) | #N/A",
                "MPM.VARIANCE(1/0,1) | #DIV/0!",
                "MPM.VARIANC(1,2) | #VALUE!",
                "MPM.VARIANCE(5,,\"LOWER\") | #N/A",
                "MPM.VARIANCE({1,2;3,4},1) | {0,1;2,3}",
            })
    void formulasShowWhatExcelWouldShow(String formula, String shows) {
        assertShows(evaluation.value(formula), Formula.shown(shows), 1e-12, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "=",
                "MPM.VARIANCE(120,",
                "MPM.VARIANCE(A1,100)",
                "SUM(A1:B2)",
                "Sheet2!A1",
                "plan_total",
                "REPT(\"x\",1000000)",
                "SUBSTITUTE(\"aa\",\"a\",\"bbbb\")",
                "WEBSERVICE(\"https://example.org\")",
                "INDIRECT(\"A1\")",
                "OFFSET(A1,1,1)",
                "TODAY()",
            })
    void whatIsNoFormulaOfConstantsIsRefusedWithASentence(String formula) {
        assertThatThrownBy(() -> evaluation.value(formula))
                .isInstanceOf(UnreadableFormulaException.class)
                .hasMessageMatching("(?s)[A-Z].*\\.");
    }

    @Test
    void whatIsTooLongOrTooDeepIsRefused() {
        assertThatThrownBy(() -> evaluation.value("1+".repeat(5000) + "1")).hasMessageContaining("8,192");
        assertThatThrownBy(() -> evaluation.value("(".repeat(100) + "1" + ")".repeat(100)))
                .hasMessageContaining("64 levels");
        assertThatThrownBy(() -> evaluation.value("-".repeat(8000) + "1")).hasMessageContaining("too many operators");
    }
}
