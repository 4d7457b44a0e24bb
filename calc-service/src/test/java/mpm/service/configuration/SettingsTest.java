package mpm.service.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mpm.plan.Role;
import mpm.service.configuration.SignIn.GivenRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Path GUIDE = Path.of("../docs/configuration.md");
    private static final Pattern ROW = Pattern.compile("^\\| `(mpm\\.[^`]+)` \\| `([^`]+)` \\|", Pattern.MULTILINE);
    private static final Pattern KEY_IN_CODE = Pattern.compile("[\"=](mpm\\.[a-z]+(?:[-.][a-z]+)+)[\"}]");

    @Test
    void everyDefaultMakesSense() throws IOException {
        Settings settings = with(Map.of());

        assertThat(settings.publicAddress()).hasToString("https://localhost:8443");
        assertThat(settings.databaseKind()).isEqualTo("Derby");
        assertThat(settings.limits().calls()).isEqualTo(10_000);
    }

    @Test
    void theGuideNamesEveryKeyWithItsDefault() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        ROW.matcher(Files.readString(GUIDE)).results().forEach(row -> documented.put(row.group(1), row.group(2)));

        assertThat(documented).isEqualTo(new TreeMap<>(defaults()));
    }

    @Test
    void everyKeyInTheCodeHasADefaultAndEveryDefaultIsRead() throws IOException {
        TreeSet<String> inCode;
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            inCode = sources.filter(each -> each.toString().endsWith(".java"))
                    .map(SettingsTest::text)
                    .flatMap(text -> KEY_IN_CODE.matcher(text).results())
                    .map(match -> match.group(1))
                    .filter(key -> !key.startsWith("mpm.service."))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        assertThat(inCode).isEqualTo(new TreeSet<>(defaults().keySet()));
    }

    @ParameterizedTest
    @CsvSource({
        "mpm.limits.calls, many, mpm.limits.calls is “many”: give a whole number",
        "mpm.limits.calls, 0, mpm.limits.calls is “0”: give a whole number",
        "mpm.limits.body-bytes, 99999999999, mpm.limits.body-bytes is “99999999999”",
        "mpm.public-address, localhost:8443, mpm.public-address is “localhost:8443”: give an address such as",
        "mpm.public-address, https://h/path, mpm.public-address is “https://h/path”",
        "mpm.public-address, https://me@h, mpm.public-address is “https://me@h”",
        "mpm.data-directory, ' ', mpm.data-directory is empty",
        "mpm.sign-in.issuer, http://login.example.com, mpm.sign-in.issuer is “http://login.example.com”: give an https",
        "mpm.sign-in.issuer, login, mpm.sign-in.issuer is “login”: give an https address"
    })
    void whatCannotWorkIsRefusedInASentence(String key, String text, String sentence) {
        assertThatThrownBy(() -> with(Map.of(key, text)))
                .isInstanceOf(Settings.Refused.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void withoutAnIssuerNobodySignsIn() throws IOException {
        assertThat(with(Map.of()).signIn()).isEmpty();
    }

    @Test
    void groupsGiveRolesEverywhereOrInAUnit() throws IOException {
        SignIn signIn = with(Map.of(
                        "mpm.sign-in.issuer", "https://login.example.com/realms/company",
                        "mpm.sign-in.groups", "finance=CONTROLLER, finance=auditor, Planners of EMEA=PLANNER@EMEA"))
                .signIn()
                .orElseThrow();

        assertThat(signIn.groups())
                .isEqualTo(Map.of(
                        "finance",
                        List.of(
                                new GivenRole(Role.CONTROLLER, Optional.empty()),
                                new GivenRole(Role.AUDITOR, Optional.empty())),
                        "Planners of EMEA",
                        List.of(new GivenRole(Role.PLANNER, Optional.of("EMEA")))));
        assertThat(signIn.userClaims()).containsExactly("upn", "preferred_username", "sub");
    }

    @ParameterizedTest
    @ValueSource(strings = {"finance", "finance=BOSS", "=ADMIN", "finance=PLANNER@"})
    void aGroupThatGivesNoRoleIsRefusedInASentence(String groups) {
        assertThatThrownBy(() ->
                        with(Map.of("mpm.sign-in.issuer", "https://login.example.com", "mpm.sign-in.groups", groups)))
                .isInstanceOf(Settings.Refused.class)
                .hasMessageStartingWith("mpm.sign-in.groups holds “%s”: write group=ROLE", groups)
                .hasMessageContaining("VIEWER, PLANNER");
    }

    @Test
    void thereIsNoAdministratorOfAPart() {
        assertThatThrownBy(() -> with(Map.of(
                        "mpm.sign-in.issuer", "https://login.example.com", "mpm.sign-in.groups", "a=ADMIN@EMEA")))
                .isInstanceOf(Settings.Refused.class)
                .hasMessageEndingWith("so write a=ADMIN.");
    }

    @Test
    void aSlashAtTheEndOfThePublicAddressIsLeftOut() throws IOException {
        assertThat(with(Map.of("mpm.public-address", "https://mpm.example.com/"))
                        .publicAddress())
                .hasToString("https://mpm.example.com");
    }

    private static Settings with(Map<String, String> set) throws IOException {
        Map<String, String> texts = new HashMap<>(defaults());
        texts.putAll(set);
        return Settings.from(key -> Optional.ofNullable(texts.get(key)));
    }

    private static Map<String, String> defaults() throws IOException {
        Properties properties = new Properties();
        try (InputStream file =
                Files.newInputStream(Path.of("src/main/resources/META-INF/microprofile-config.properties"))) {
            properties.load(file);
        }
        return properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith("mpm."))
                .collect(Collectors.toMap(key -> key, key -> properties.getProperty(key)));
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
