package mpm.service.access.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import mpm.service.permission.control.Action;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenScopeTest {

    @ParameterizedTest
    @CsvSource({
        "read,         READ,        feeds/values.csv, true",
        "read,         CALCULATE,   calculate,        true",
        "read,         READ_AUDIT,  audit,            true",
        "read,         ENTER,       submissions,      false",
        "read,         KEEP_TOKENS, tokens,           false",
        "read,         OPERATE,     metrics,          false",
        "feeds,        READ,        feeds/values.csv, true",
        "feeds,        READ,        feeds,            true",
        "feeds,        READ,        feedsandmore,     false",
        "feeds,        READ,        checklists,       false",
        "feeds,        ENTER,       feeds/values,     false",
        "feeds/values, READ,        feeds/values,     true",
        "feeds/values, READ,        feeds/values.csv, true",
        "feeds/values, READ,        feeds/values/1,   true",
        "feeds/values, READ,        feeds/values-2,   false",
        "feeds/values, READ,        feeds/audit.csv,  false",
        "feeds/values, READ,        feeds,            false",
        "metrics,      OPERATE,     metrics,          true",
        "metrics,      READ,        checklists,       false"
    })
    void aTokenOpensItsAreaForReading(String area, Action action, String path, boolean opens) {
        TokenScope scope = new TokenScope(Set.of(area));

        assertThat(scope.covers(action, path)).isEqualTo(opens);
        assertThat(TokenScope.stored(scope.stored())).isEqualTo(scope);
    }

    @ParameterizedTest
    @ValueSource(strings = {"write", "feeds/", "feeds/..", "feeds/a b", "READ", ""})
    void nothingElseIsAnArea(String area) {
        assertThat(TokenScope.isArea(area)).isFalse();
        assertThatThrownBy(() -> new TokenScope(Set.of(area))).isInstanceOf(IllegalArgumentException.class);
    }
}
