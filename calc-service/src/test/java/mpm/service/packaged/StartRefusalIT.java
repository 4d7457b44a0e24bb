package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the service cannot run with ends the process with one sentence, instead of a server that answers 404. */
@ExtendWith(RunningService.class)
class StartRefusalIT {

    private final Path directory;

    private @Nullable ServiceProcess started;

    StartRefusalIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void close() {
        if (started != null) {
            started.close();
        }
    }

    @Test
    void aListenerThatOtherComputersReach() throws IOException {
        Path commands = Files.writeString(
                directory.resolve("open.txt"),
                "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=0.0.0.0\n");

        ServiceProcess refused = start(Map.of(), "--prebootcommandfile", commands.toString());

        assertRefused(
                refused,
                "it would listen on 0.0.0.0:%d, where other computers reach it, and ask nobody who they are. Bind it to 127.0.0.1, or set mpm.sign-in.issuer"
                        .formatted(refused.port()));
    }

    @Test
    void aSettingThatMakesNoSense() {
        ServiceProcess refused = start(Map.of("mpm.limits.calls", "many"));

        assertRefused(refused, "mpm.limits.calls is “many”: give a whole number");
    }

    @Test
    void aDatabaseThatDoesNotAnswer() {
        ServiceProcess refused = start(Map.of("mpm.database.url", "jdbc:postgresql://localhost:1/mpm?password=secret"));

        assertRefused(refused, "its database jdbc:postgresql://localhost:1/mpm cannot be used");
        assertThat(refused.output()).doesNotContain("secret");
    }

    @Test
    void dataThatAnotherProcessHasOpen(ServiceProcess running) {
        ServiceProcess refused = start(Map.of(
                "mpm.data-directory",
                running.directory().resolve("data").toAbsolutePath().toString()));

        assertRefused(refused, "another MPM is running on the data at");
    }

    private ServiceProcess start(Map<String, String> settings, String... options) {
        ServiceProcess process = ServiceProcess.start(directory, settings, options);
        started = process;
        return process;
    }

    private static void assertRefused(ServiceProcess refused, String reason) {
        assertThat(refused.awaitEnd()).isEqualTo(78);
        assertThat(refused.errors()).contains("MPM does not start: " + reason);
    }
}
