package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mpm.service.packaged.PlanClient.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever can write to the database itself cannot change the audit trail unnoticed. Derby lets nobody but the service in. */
@ExtendWith(AuditTamperingIT.OnPostgres.class)
class AuditTamperingIT {

    static final class OnPostgres extends RunningService {
        OnPostgres() {
            super(Database.POSTGRESQL);
        }
    }

    private static final List<String> TEXTS = List.of(
            "happened_at",
            "user_id",
            "action",
            "object_type",
            "object_id",
            "before_text",
            "after_text",
            "sheet",
            "cell",
            "previous_hash",
            "hash");

    private final PlanClient client;
    private final Map<String, String> settings;

    AuditTamperingIT(ServiceProcess service) {
        client = new PlanClient(service);
        settings = service.settings();
    }

    @Test
    void everyAlteredByteIsFound() throws SQLException {
        if (client.get("units").ok().path("units").isEmpty()) {
            client.organise();
        }
        client.addScenario("TAMPERED", "PLAN");
        client.submit("T1", new Line("TAMPERED", "LEADS", "DEMAND_EMEA", "FY2027-P01", 10, 0))
                .ok();
        client.submit("T2", new Line("TAMPERED", "LEADS", "DEMAND_EMEA", "FY2027-P01", 20, 1))
                .ok();
        long seq = client.verifiedEntries();
        client.submit("T3", new Line("TAMPERED", "LEADS", "DEMAND_EMEA", "FY2027-P02", 30, 0))
                .ok();

        Random random = new Random(7);
        try (Connection database = DriverManager.getConnection(
                        settings.getOrDefault("mpm.database.url", ""),
                        settings.get("mpm.database.user"),
                        settings.get("mpm.database.password"));
                Statement statement = database.createStatement()) {
            for (String column : TEXTS) {
                String text = text(statement, column, seq);
                int place = random.nextInt(text.length());
                String altered =
                        text.substring(0, place) + (text.charAt(place) == '1' ? '2' : '1') + text.substring(place + 1);
                set(statement, column, seq, altered);
                assertThat(brokenAt()).as(column).isEqualTo(seq);
                set(statement, column, seq, text);
            }
            statement.execute("UPDATE audit_entry SET workbook_id = '' WHERE seq = " + seq);
            assertThat(brokenAt()).isEqualTo(seq);
            statement.execute("UPDATE audit_entry SET workbook_id = NULL WHERE seq = " + seq);

            statement.execute("UPDATE audit_entry SET seq = -1 WHERE seq = " + seq);
            assertThat(brokenAt()).isEqualTo(seq);
            statement.execute("UPDATE audit_entry SET seq = %d WHERE seq = -1".formatted(seq));

            statement.execute("UPDATE audit_entry SET seq = -1 WHERE seq = " + (seq + 1));
            assertThat(brokenAt()).as("the last entry taken away").isEqualTo(seq + 1);
            statement.execute("UPDATE audit_entry SET seq = %d WHERE seq = -1".formatted(seq + 1));
        }
        client.verifiedEntries();
    }

    private long brokenAt() {
        JsonNode verification = client.get("audit/verify").ok();
        assertThat(verification.path("intact").asBoolean()).isFalse();
        return verification.path("brokenAt").asLong();
    }

    private static String text(Statement statement, String column, long seq) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("SELECT %s FROM audit_entry WHERE seq = %d".formatted(column, seq))) {
            row.next();
            return row.getString(1);
        }
    }

    private static void set(Statement statement, String column, long seq, String text) throws SQLException {
        statement.execute("UPDATE audit_entry SET %s = '%s' WHERE seq = %d".formatted(column, text, seq));
    }
}
