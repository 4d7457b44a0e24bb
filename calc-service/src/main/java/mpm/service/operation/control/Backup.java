package mpm.service.operation.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.sql.DataSource;
import mpm.service.configuration.Settings;
import mpm.service.problems.control.Refusal;

/** Copies of the database in the data directory, made while the service runs. */
@ApplicationScoped
public class Backup {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Inject
    Settings settings;

    @Resource(lookup = "java:app/jdbc/mpm")
    @SuppressWarnings("NullAway.Init") // The container sets it.
    DataSource database;

    /**
     * Makes a copy. Derby copies every page, and of what is written meanwhile the log: the copy holds what was acknowledged
     * when it ended, and nothing by half.
     *
     * @return where it lies, below the data directory
     * @throws Refusal where the data lie in another database
     */
    public Path make() {
        if (!settings.databaseKind().equals("Derby")) {
            throw Refusal.conflict(
                    "The data lie in %s: back them up with its own programs, as docs/administration.md says."
                            .formatted(settings.databaseKind()));
        }
        Path copy = Path.of("backups", NAME.format(Instant.now()));
        Path folder = settings.dataDirectory().resolve(copy);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Connection connection = database.getConnection();
                CallableStatement call = connection.prepareCall("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
            call.setString(1, folder.toString());
            call.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("Derby made no copy of its database.", e);
        }
        return copy;
    }
}
