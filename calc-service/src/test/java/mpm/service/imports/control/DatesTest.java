package mpm.service.imports.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource({
        "DMY, 03.04.2027, 2027-04-03",
        "DMY, 3/4/27, 2027-04-03",
        "MDY, 03/04/2027, 2027-03-04",
        "MDY, 2027-03-04, 2027-03-04",
        "YMD, 20270304, 2027-03-04",
        "YMD, 2027/03/04 13:45, 2027-03-04",
        "DMY, 29.02.2028, 2028-02-29"
    })
    void aDayIsRead(Dates form, String text, LocalDate day) {
        assertThat(form.read(text)).contains(day);
    }

    @ParameterizedTest
    @CsvSource({"DMY, 31.02.2027", "MDY, 13/04/2027", "YMD, 03.04.2027", "DMY, FY2027-P03", "DMY, 3.4", "DMY, 3.4-2027"
    })
    void whatIsNoneOrWrittenAnotherWayIsNotGuessed(Dates form, String text) {
        assertThat(form.read(text)).isEmpty();
    }

    @Test
    void theOrderIsFoundWhereADaySaysIt() {
        assertThat(Dates.in(List.of("03/04/2027", "13/04/2027"))).contains(Dates.DMY);
        assertThat(Dates.in(List.of("03/04/2027", "04/13/2027"))).contains(Dates.MDY);
        assertThat(Dates.in(List.of("03.04.2027"))).contains(Dates.DMY);
        assertThat(Dates.in(List.of("2027-04-03", "20270404"))).contains(Dates.YMD);
        assertThat(Dates.in(List.of("03/04/2027", "05/06/2027"))).isEmpty();
    }
}
