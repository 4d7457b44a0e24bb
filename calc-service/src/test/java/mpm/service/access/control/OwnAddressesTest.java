package mpm.service.access.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnAddressesTest {

    private final OwnAddresses own = new OwnAddresses(Set.of(8080, 8443), URI.create("https://mpm.example.com"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8080",
                "LOCALHOST:8443",
                "127.0.0.1:8080",
                "[::1]:8443",
                "localhost",
                "mpm.example.com",
                "mpm.example.com:443"
            })
    void itsOwnNamesAreLetIn(String host) {
        assertThat(own.isHost(host, 8080)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example:8080",
                "localhost:9999",
                "127.0.0.1.evil.example",
                "127.0.0.2:8080",
                "",
                "mpm.example.com:8080",
                "localhost:8080@evil.example"
            })
    void anyOtherNameIsNot(String host) {
        assertThat(own.isHost(host, 8080)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8080", "https://localhost:8443", "http://[::1]:8080", "https://mpm.example.com"
            })
    void itsOwnPagesAreLetIn(String origin) {
        assertThat(own.isOrigin(origin, 8080)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "https://evil.example",
                "http://localhost:3000",
                "http://localhost",
                "http://mpm.example.com",
                "https://mpm.example.com:8443",
                "https://excel.officeapps.live.com",
                ""
            })
    void anyOtherPageIsNot(String origin) {
        assertThat(own.isOrigin(origin, 8080)).isFalse();
    }

    @Test
    void aPortThatIsTheSchemesOwnIsNotWrittenInAnOrigin() {
        OwnAddresses usual = new OwnAddresses(Set.of(80, 443), URI.create("https://localhost:443"));

        assertThat(usual.isOrigin("https://localhost", 80)).isTrue();
        assertThat(usual.isOrigin("http://localhost", 80)).isTrue();
    }

    @Test
    void thePortThatTheServerFoundForItselfIsItsOwnToo() {
        assertThat(own.isHost("localhost:9999", 9999)).isTrue();
        assertThat(own.isHost("localhost:9999", 8080)).isFalse();
        assertThat(own.isHost("evil.example:9999", 9999)).isFalse();
        assertThat(own.isOrigin("http://127.0.0.1:9999", 9999)).isTrue();
        assertThat(own.isOrigin("http://127.0.0.1:9999", 8080)).isFalse();
    }

    @Test
    void onlyLoopbackIsLoopback() {
        assertThat(new Listener("http-listener", "127.0.0.1", 8080).isLoopback())
                .isTrue();
        assertThat(new Listener("http-listener", "::1", 8080).isLoopback()).isTrue();
        assertThat(new Listener("http-listener", "0.0.0.0", 8080).isLoopback()).isFalse();
        assertThat(new Listener("http-listener", "10.1.2.3", 8080).isLoopback()).isFalse();
        assertThat(new Listener("http-listener", "no.such.host.invalid", 8080).isLoopback())
                .isFalse();
    }
}
