package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checklist instances, stored and read back, by people and by MPM.CHECKLIST. */
@ExtendWith(RunningService.class)
class ChecklistsIT {

    private static final String NEW =
            "{\"fiscalYearStart\":\"2026-07-01\",\"organisation\":\"Tarnfell Instruments\",\"done\":{\"C01\":\"2026-01-15\"}}";

    @Test
    void createdReadReplaced(ServiceProcess service) {
        HttpResponse<String> created = service.put("/api/v1/checklists/FY27", NEW);
        HttpResponse<String> read = service.get("/api/v1/checklists/fy27");
        HttpResponse<String> replaced = service.put(
                "/api/v1/checklists/fy27",
                read.body().replace("{\"C01\":\"2026-01-15\"}", "{\"C01\":\"2026-01-15\",\"C02\":\"2026-01-20\"}"));

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body())
                .isEqualTo(
                        "{\"code\":\"FY27\",\"fiscalYearStart\":\"2026-07-01\",\"organisation\":\"Tarnfell Instruments\",\"done\":{\"C01\":\"2026-01-15\"},\"version\":1}");
        assertThat(replaced.statusCode()).isEqualTo(200);
        assertThat(replaced.body()).contains("\"C02\":\"2026-01-20\"", "\"version\":2");
        assertThat(service.get("/api/v1/checklists").body()).contains("\"code\":\"FY27\"");
    }

    @Test
    void aChangeThatHasNotSeenTheLatestIsRefusedAndChangesNothing(ServiceProcess service) {
        service.put("/api/v1/checklists/RACE", NEW);
        service.put("/api/v1/checklists/RACE", withVersion(1));
        String latest = service.get("/api/v1/checklists/RACE").body();

        HttpResponse<String> stale = service.put("/api/v1/checklists/RACE", withVersion(1));
        HttpResponse<String> blind = service.put("/api/v1/checklists/RACE", NEW);
        HttpResponse<String> nowhere = service.put("/api/v1/checklists/NOWHERE", withVersion(1));

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("it is at version 2, and the request has seen 1");
        assertThat(blind.statusCode()).isEqualTo(409);
        assertThat(nowhere.statusCode()).isEqualTo(409);
        assertThat(service.get("/api/v1/checklists/RACE").body()).isEqualTo(latest);
    }

    @Test
    void theFunctionReadsItAndEveryWriteIsANewDataVersion(ServiceProcess service) {
        String call =
                "{\"calls\":[{\"function\":\"CHECKLIST\",\"arguments\":[46204,null,\"Owner=Controller\",\"cell\",null,false]}]}";
        String before = service.post("/api/v1/calculate", call).body();
        service.put(
                "/api/v1/checklists/CELL",
                "{\"fiscalYearStart\":\"2026-07-01\",\"organisation\":\"T\",\"done\":{\"C36\":\"2026-06-01\"}}");
        String after = service.post("/api/v1/calculate", call).body();

        assertThat(before).contains("\"error\":\"#N/A\"");
        assertThat(after).contains("\"DONE\"");
        assertThat(dataVersion(after)).isGreaterThan(dataVersion(before));
    }

    @Test
    void anUnknownOneIsNotFound(ServiceProcess service) {
        HttpResponse<String> response = service.get("/api/v1/checklists/FY99");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("There is no checklist FY99");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FY28 | {'fiscalYearStart':'2026-07-01','organisation':'T','done':{'C99':'2026-01-01','C46':'2026-01-01'}} | 422 | done names C46, C99",
                "FY28 | {'fiscalYearStart':'1 July','organisation':'T'} | 422 | fiscalYearStart is a date",
                "FY28 | {'fiscalYearStart':'2026-02-30','organisation':'T'} | 422 | fiscalYearStart is a date",
                "FY28 | {'fiscalYearStart':'1500-01-01','organisation':'T'} | 422 | fiscalYearStart is a date",
                "FY28 | {'fiscalYearStart':'2026-07-01','organisation':' '} | 422 | organisation is the organisation",
                "FY28 | {'fiscalYearStart':'2026-07-01','organisation':7} | 422 | organisation does not hold a text",
                "FY28 | {'fiscalYearStart':'2026-07-01','organisation':'T','done':[]} | 422 | done does not hold an object",
                "FY28 | {'fiscalYearStart':'2026-07-01','organisation':'T','done':{'C01':null}} | 422 | done.C01 is a date",
                "FY28 | {'fiscalYearStart':'2026-07-01','organisation':'T','version':'1'} | 422 | version does not hold a whole number",
                "FY28 | {'fiscalYearStart':'2026-07-01','organization':'T'} | 422 | organization is not known here; known are code",
                "FY28 | {'code':'FY29','fiscalYearStart':'2026-07-01','organisation':'T'} | 422 | The document is of checklist FY29",
                "ANNUAL | {'fiscalYearStart':'2026-07-01','organisation':'T'} | 422 | ANNUAL is the general list",
                "-x | {'fiscalYearStart':'2026-07-01','organisation':'T'} | 422 | The code of a checklist",
                "FY28 | {'fiscalYearStart' | 400 | The request is not readable as JSON",
                "FY28 | [] | 4 | "
            })
    void whatIsNotAsItShouldBeIsRefusedByName(
            String code, String json, int status, String detail, ServiceProcess service) {
        HttpResponse<String> response = service.put("/api/v1/checklists/" + code, json.replace('\'', '"'));

        assertThat(String.valueOf(response.statusCode())).startsWith(String.valueOf(status));
        assertThat(response.body()).contains(detail == null ? "detail" : "\"detail\":\"" + detail);
        assertThat(service.get("/api/v1/checklists/FY28").statusCode()).isEqualTo(404);
    }

    private static String withVersion(long version) {
        return NEW.replaceFirst("}$", ",\"version\":" + version + "}");
    }

    private static long dataVersion(String body) {
        return Long.parseLong(body.replaceFirst("(?s).*\"dataVersion\":(\\d+).*", "$1"));
    }
}
