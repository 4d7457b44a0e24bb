package mpm.service.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mpm.service.packaged.Guide.Commands;
import mpm.service.packaged.Guide.Formula;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever types what the guides say sees what they say: every command runs, in the order of the guide, in a shell. */
class GuidesIT {

    /** Fails where the service refuses, which curl by itself does not. */
    private static final String STRICT_CURL =
            "curl() { command curl --silent --show-error --fail-with-body \"$@\"; echo; }\n";

    /** Two of them begin on an empty service. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "docs/linking-workbooks.md",
                "docs/controller.md docs/planner.md docs/administration.md README.md",
            })
    void whatTheGuidesSayRunsAndAnswersAsTheySay(String files) throws IOException {
        Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target/services")), "guides");
        try (ServiceProcess service = ServiceProcess.ready(directory, Map.of())) {
            for (String file : files.split(" ", -1)) {
                Guide guide = Guide.read(file);
                assertThat(guide.commands()).isNotEmpty();
                for (Commands commands : guide.commands()) {
                    String output = run(commands, service);
                    assertThat(commands.answers()).as(commands.text() + output).allMatch(output::contains);
                }
                for (Formula formula : guide.formulas()) {
                    assertThat(shown(formula, service)).as(formula.text()).isEqualTo(formula.shows());
                }
            }
        }
    }

    private static String run(Commands commands, ServiceProcess service) {
        try {
            Path script = Files.writeString(
                    service.directory().resolve("commands.sh"),
                    STRICT_CURL
                            + commands.text()
                                    .replace(Guide.SERVICE, service.at("").toString()));
            Process shell = new ProcessBuilder(
                            "bash", "-euo", "pipefail", script.getFileName().toString())
                    .directory(service.directory().toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(shell.getInputStream().readAllBytes(), UTF_8);
            assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(shell.exitValue()).as(commands.text() + output).isZero();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A number is shown with as many decimals as the guide shows. */
    private static String shown(Formula formula, ServiceProcess service) {
        String answer = service.get("/api/v1/evaluate?formula=" + URLEncoder.encode(formula.text(), UTF_8))
                .body()
                .strip();
        return Character.isDigit(formula.shows().charAt(0))
                ? new BigDecimal(answer)
                        .setScale(new BigDecimal(formula.shows()).scale(), RoundingMode.HALF_UP)
                        .toPlainString()
                : answer;
    }
}
