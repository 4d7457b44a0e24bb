package mpm.method.attribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import mpm.method.Deadline;

/**
 * The paths of touches on which people came, a row each, and the channels they met.
 *
 * <p>Channels compare without regard to case; they are shown as first written, in the order of their first appearance.
 */
public final class Journeys {

    private static final String NO_CHANNEL = "(none)";

    private final List<Journey> rows;
    private final List<String> channels;

    private Journeys(List<Journey> rows, List<String> channels) {
        this.rows = rows;
        this.channels = channels;
    }

    /**
     * The touches of one row, first to last.
     *
     * @param touches at least one
     * @param channels the place of each touch's channel among all channels
     */
    record Journey(List<Touch> touches, List<Integer> channels) {

        int length() {
            return channels.size();
        }
    }

    /**
     * Reads paths such as {@code Search > Email@7[LC] > Events}; a path without a touch is one touch of the channel (none).
     *
     * @param separator what stands between two touches; spaces around it do not count
     */
    public static Journeys of(List<String> paths, String separator) {
        Pattern between = Pattern.compile(separator.strip(), Pattern.LITERAL);
        Map<String, Integer> places = new LinkedHashMap<>();
        List<String> channels = new ArrayList<>();
        List<Journey> rows = new ArrayList<>();
        for (String path : paths) {
            Deadline.check();
            List<Touch> touches = between.splitAsStream(path)
                    .map(Touch::of)
                    .filter(touch -> !touch.channel().isEmpty())
                    .toList();
            List<Touch> known = touches.isEmpty() ? List.of(Touch.of(NO_CHANNEL)) : touches;
            rows.add(new Journey(
                    known,
                    known.stream()
                            .map(touch -> places.computeIfAbsent(touch.channel().toUpperCase(Locale.ROOT), key -> {
                                channels.add(touch.channel());
                                return channels.size() - 1;
                            }))
                            .toList()));
        }
        return new Journeys(rows, channels);
    }

    /** The names of the channels. */
    public List<String> channels() {
        return List.copyOf(channels);
    }

    List<Journey> rows() {
        return rows;
    }
}
