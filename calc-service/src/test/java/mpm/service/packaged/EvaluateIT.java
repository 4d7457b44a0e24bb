package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas as text. */
@ExtendWith(RunningService.class)
class EvaluateIT {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "MPM.VARIANCE(120,100) | 20",
                "=mpm.variance(120,100) | 20",
                "=_xldudf_MPM_VARIANCE(120,100) | 20",
                "=SUM(MPM.VARIANCE(120,100),1) | 21",
                "=1/0 | #DIV/0!",
                "=MPM.VARIANCE(1,\"n/a\") | #VALUE!",
                "=MPM.CASCADE(100,{1;1;1}) | `33.34\n33.33\n33.33`",
                "={1,2;3,4} | `1\t2\n3\t4`"
            })
    void aFormulaAnswersWhatItShows(String formula, String shows, ServiceProcess service) {
        HttpResponse<String> response = evaluated(formula, service);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(response.body()).isEqualTo(shows);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=MPM.VARIANCE(1, | This is no formula",
                "=A1+1 | The formula refers to cells",
                "' ' | There is no formula"
            })
    void whatIsNoFormulaOfConstantsIsRefused(String formula, String detail, ServiceProcess service) {
        HttpResponse<String> response = evaluated(formula, service);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"detail\":\"" + detail);
    }

    @Test
    void theLongestFormulaIsReadAndALongerOneRefusedWithTheLimit(ServiceProcess service) {
        String longest = "SUM({" + "1,".repeat(4091) + "100})";

        assertThat(evaluated(longest, service).body()).isEqualTo("4191");
        assertThat(evaluated("0" + longest, service).statusCode()).isEqualTo(400);
        assertThat(evaluated("0" + longest, service).body()).contains("8,192");
    }

    @Test
    void aTextIsAsLongAsExcelTakesIt(ServiceProcess service) {
        assertThat(evaluated("=\"" + "a".repeat(255) + "\"", service).body()).hasSize(255);

        HttpResponse<String> longer = evaluated("=MPM.VARIANCE(1,\"" + "a".repeat(256) + "\")", service);
        assertThat(longer.statusCode()).isEqualTo(400);
        assertThat(longer.body()).contains("at most 255 characters");
    }

    private static HttpResponse<String> evaluated(String formula, ServiceProcess service) {
        return service.get("/api/v1/evaluate?formula=" + URLEncoder.encode(formula, StandardCharsets.UTF_8));
    }
}
