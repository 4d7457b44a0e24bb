package mpm.service.imports.boundary;

import java.util.Map;
import java.util.TreeMap;
import mpm.service.imports.control.Dates;
import mpm.service.imports.control.Decimals;
import mpm.service.imports.control.Field;
import mpm.service.imports.control.Mapping;
import org.jspecify.annotations.Nullable;

/** How the files of a system are read, as it travels: left out is what the files do not have. */
record MappingDocument(
        @Nullable Map<Field, String> columns,
        @Nullable Decimals decimals,
        @Nullable Dates dates,
        @Nullable String scenario,
        @Nullable String currency,
        @Nullable Map<String, String> metrics,
        @Nullable Map<String, String> units) {

    static MappingDocument of(Mapping mapping) {
        return new MappingDocument(
                new TreeMap<>(mapping.columns()),
                mapping.decimals(),
                mapping.dates(),
                mapping.scenario(),
                mapping.currency(),
                new TreeMap<>(mapping.metrics()),
                new TreeMap<>(mapping.units()));
    }

    Mapping mapping() {
        return new Mapping(
                columns == null ? Map.of() : columns,
                decimals == null ? Decimals.POINT : decimals,
                dates == null ? Dates.DMY : dates,
                scenario == null ? "" : scenario.strip(),
                currency == null ? "" : currency.strip(),
                metrics == null ? Map.of() : metrics,
                units == null ? Map.of() : units);
    }
}
