package mpm.service.templates.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The things asked for last. They are made one at a time: many at once would take the processors from the calculations. */
final class Recent<K, V> {

    private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;

    Recent(int most) {
        this.most = most;
    }

    synchronized V get(K key, Function<K, V> make) {
        V known = kept.get(key);
        if (known != null) {
            return known;
        }
        V made = make.apply(key);
        kept.put(key, made);
        if (kept.size() > most) {
            kept.remove(kept.keySet().iterator().next());
        }
        return made;
    }
}
