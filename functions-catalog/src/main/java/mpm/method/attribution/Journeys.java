package mpm.method.attribution;

import java.util.ArrayList;
import java.util.HashMap;
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
    private static final int NOWHERE = -1;

    private final List<Journey> kinds;

    /** The place of each row's journey among the kinds. */
    private final int[] kindOfRow;

    private final List<String> channels;

    private Journeys(List<Journey> kinds, int[] kindOfRow, List<String> channels) {
        this.kinds = kinds;
        this.kindOfRow = kindOfRow;
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
        Reader reader = new Reader(separator);
        int[] kindOfRow = paths.stream().mapToInt(reader::kind).toArray();
        return new Journeys(reader.kinds, kindOfRow, reader.channels);
    }

    /** Reads a path that comes again, as most do in long lists, and a touch that comes again once. */
    private static final class Reader {
        private final Pattern between;
        private final Map<String, Integer> kindOfPath = new HashMap<>();
        private final Map<String, Met> metAs = new HashMap<>();
        private final Map<String, Integer> placeOfChannel = new HashMap<>();
        private final List<String> channels = new ArrayList<>();
        private final List<Journey> kinds = new ArrayList<>();

        /** A touch with the place of its channel. */
        private record Met(Touch touch, int channel) {}

        Reader(String separator) {
            this.between = Pattern.compile(separator.strip(), Pattern.LITERAL);
        }

        int kind(String path) {
            Deadline.check();
            return kindOfPath.computeIfAbsent(path, unread -> {
                kinds.add(journey(unread));
                return kinds.size() - 1;
            });
        }

        private Journey journey(String path) {
            List<Met> known = between.splitAsStream(path)
                    .map(this::met)
                    .filter(met -> met.channel() != NOWHERE)
                    .toList();
            List<Met> all = known.isEmpty() ? List.of(met(NO_CHANNEL)) : known;
            return new Journey(
                    all.stream().map(Met::touch).toList(),
                    all.stream().map(Met::channel).toList());
        }

        private Met met(String text) {
            return metAs.computeIfAbsent(text, unread -> {
                Touch touch = Touch.of(unread);
                return new Met(touch, touch.channel().isEmpty() ? NOWHERE : place(touch.channel()));
            });
        }

        private int place(String channel) {
            return placeOfChannel.computeIfAbsent(channel.toUpperCase(Locale.ROOT), unseen -> {
                channels.add(channel);
                return channels.size() - 1;
            });
        }
    }

    /** The names of the channels. */
    public List<String> channels() {
        return List.copyOf(channels);
    }

    /** The journeys that differ. */
    List<Journey> kinds() {
        return kinds;
    }

    /** A figure of each row, summed over the rows of each kind. */
    double[] sums(double[] figures) {
        double[] sums = new double[kinds.size()];
        for (int row = 0; row < figures.length; row++) {
            sums[kindOfRow[row]] += figures[row];
        }
        return sums;
    }
}
