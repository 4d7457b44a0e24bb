package mpm.link;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was found for the needs of a batch.
 *
 * @param values what is stored, by its need; a need that is not there was not found
 */
public record Found(Map<Need<?>, Object> values) {

    /** Without stored data nothing is found. */
    public static final Found NOTHING = new Found(Map.of());

    public Found {
        values = Map.copyOf(values);
    }

    /** What was found before and what is found now. */
    public Found and(Found more) {
        Map<Need<?>, Object> all = new HashMap<>(values);
        all.putAll(more.values);
        return new Found(all);
    }

    /** What is stored at an address; nothing if it is unknown there. */
    @SuppressWarnings("unchecked") // Links put under a Need<T> what the need calls for.
    public <T> Optional<T> at(Need<T> need) {
        return Optional.ofNullable((T) values.get(need));
    }
}
