package mpm.service.plan.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Set;
import java.util.stream.Collectors;
import mpm.plan.Scenario;
import mpm.service.storage.entity.Words;
import org.jspecify.annotations.Nullable;

/** Kinds of scenarios in one column. */
@Converter
public class Kinds implements AttributeConverter<Set<Scenario.Kind>, String> {

    private final Words words = new Words();

    @Override
    public String convertToDatabaseColumn(@Nullable Set<Scenario.Kind> kinds) {
        return words.convertToDatabaseColumn(
                kinds == null ? null : kinds.stream().map(Enum::name).toList());
    }

    @Override
    public Set<Scenario.Kind> convertToEntityAttribute(@Nullable String text) {
        return words.convertToEntityAttribute(text).stream()
                .map(Scenario.Kind::valueOf)
                .collect(Collectors.toSet());
    }
}
