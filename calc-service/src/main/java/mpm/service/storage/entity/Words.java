package mpm.service.storage.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A few words in one column, each in a line of its own. */
@Converter
public class Words implements AttributeConverter<Collection<String>, String> {

    @Override
    public String convertToDatabaseColumn(@Nullable Collection<String> words) {
        return words == null ? "" : String.join("\n", words);
    }

    @Override
    public Set<String> convertToEntityAttribute(@Nullable String text) {
        return text == null || text.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(text.split("\n")));
    }
}
