package mpm.service.storage.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moments as texts of UTC, to the millisecond. A timestamp of the database would pass through the time zone of the
 * process, which has no half past two on one night of the year: an audit entry of that hour would no longer be what was
 * hashed.
 */
@Converter(autoApply = true)
public class UtcText implements AttributeConverter<Instant, String> {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Instant moment) {
        return moment == null ? null : text(moment);
    }

    @Override
    public @Nullable Instant convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    public static String text(Instant moment) {
        return FORMAT.format(moment);
    }

    /** The moment of a text that {@link #text} has written; nothing for any other, even if it means a moment. */
    public static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text))
                    .filter(moment -> text(moment).equals(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
