package mpm.service.templates.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTest {

    private final List<Integer> made = new ArrayList<>();
    private final Recent<Integer, String> recent = new Recent<>(2);

    @Test
    void whatIsKnownIsNotMadeAgain() {
        assertThat(get(1)).isEqualTo("1");
        assertThat(get(1)).isEqualTo("1");

        assertThat(made).containsExactly(1);
    }

    @Test
    void whatWasAskedForLongestAgoIsForgottenFirst() {
        get(1);
        get(2);
        get(1);
        get(3);
        get(1);
        get(2);

        assertThat(made).containsExactly(1, 2, 3, 2);
    }

    private String get(int key) {
        return recent.get(key, asked -> {
            made.add(asked);
            return String.valueOf(asked);
        });
    }
}
