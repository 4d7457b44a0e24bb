package mpm.service.storage.control;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** The database and its tables. */
@DataSourceDefinition(
        name = "java:app/jdbc/mpm",
        className = "mpm.service.storage.control.UrlDataSource",
        url = "${MPCONFIG=mpm.database.url}",
        user = "${MPCONFIG=mpm.database.user}",
        password = "${MPCONFIG=mpm.database.password}",
        minPoolSize = 1,
        maxPoolSize = 16,
        // Without it the pool hands out connections that died with a database that is long back.
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.fail-all-connections=true"
        })
@ApplicationScoped
public class Schema {

    private static final int SECONDS_TO_ANSWER = 2;

    /** The tables are those of a newer service: this one would write what that one cannot read. */
    static final class WrittenByNewer extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WrittenByNewer(String version) {
            super(
                    "its data were written by a newer MPM, which added version %s of the tables. Start that one, or restore a"
                                    .formatted(version)
                            + " backup that was made before the upgrade.");
        }
    }

    @Resource(lookup = "java:app/jdbc/mpm")
    @SuppressWarnings("NullAway.Init") // The container sets it.
    DataSource database;

    /**
     * Brings the tables to the version that this service needs.
     *
     * @throws WrittenByNewer if they are beyond it
     * @throws org.flywaydb.core.api.FlywayException if the database cannot be reached or holds something else
     */
    public void migrate() {
        Flyway tables = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .load();
        // Flyway itself lets an old service go on with tables that it does not know.
        for (MigrationInfo each : tables.info().applied()) {
            if (each.getState() == MigrationState.FUTURE_SUCCESS) {
                throw new WrittenByNewer(each.getVersion().toString());
            }
        }
        tables.migrate();
    }

    /** Whether the database answers now. */
    public boolean answers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            return false;
        }
    }
}
