package mpm.service.imports.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mpm.plan.Scenario;
import mpm.service.audit.control.AuditTrail;
import mpm.service.imports.entity.SourceFileRow;
import mpm.service.imports.entity.SourceMapRow;
import mpm.service.imports.entity.SourceMapRow.Kind;
import mpm.service.plan.control.Plans;

/** How the files of each system are read. */
@ApplicationScoped
public class Mappings {

    private static final String ACTUAL = "ACTUAL";
    private static final int LONGEST_AUDIT_TEXT = 4_000;

    @PersistenceContext(unitName = "mpm")
    @SuppressWarnings("NullAway.Init") // The container sets it.
    EntityManager rows;

    @Inject
    Plans plans;

    @Inject
    AuditTrail trail;

    /** The mapping of a file: what was said of its system, and where nothing was, what its columns are called and show. */
    Mapping of(SourceFileRow file, FileContent content) {
        SourceMapRow known = rows.find(SourceMapRow.class, file.source());
        Map<Field, String> columns = new EnumMap<>(Field.class);
        Map<Field, String> said = known == null ? Map.of() : mapping(known).columns();
        for (Field field : Field.values()) {
            Optional.ofNullable(said.get(field))
                    .filter(content.captions()::contains)
                    .or(() -> known == null
                            ? field.among(content.captions().stream()
                                    .filter(caption -> !columns.containsValue(caption))
                                    .toList())
                            : Optional.empty())
                    .ifPresent(caption -> columns.put(field, caption));
        }
        Optional<Decimals> decimals = Decimals.in(content.column(columns.get(Field.AMOUNT)));
        Optional<Dates> dates = Dates.in(content.column(columns.get(Field.DATE)));
        if (known == null) {
            return new Mapping(
                    columns,
                    decimals.orElse(
                            file.isWorkbook() || !file.format().contains("semicolon")
                                    ? Decimals.POINT
                                    : Decimals.COMMA),
                    dates.orElse(Dates.DMY),
                    actual(),
                    "",
                    Map.of(),
                    Map.of());
        }
        Mapping stored = mapping(known);
        return new Mapping(
                columns,
                // The numbers of a workbook have a point, whatever the texts of the same system have.
                file.isWorkbook() ? decimals.orElse(Decimals.POINT) : stored.decimals(),
                stored.dates(),
                stored.scenario(),
                stored.currency(),
                stored.metrics(),
                stored.units());
    }

    private String actual() {
        List<Scenario> actual = plans.view().organisation().scenarios().stream()
                .filter(scenario -> scenario.kind() == Scenario.Kind.ACTUAL)
                .toList();
        return actual.stream()
                .filter(scenario -> scenario.code().equals(ACTUAL))
                .findFirst()
                .or(() -> actual.stream().findFirst())
                .map(Scenario::code)
                .orElse("");
    }

    /** The mapping of a system; what nobody has said is empty. */
    Mapping of(String source) {
        SourceMapRow known = rows.find(SourceMapRow.class, source);
        return known == null
                ? new Mapping(Map.of(), Decimals.POINT, Dates.DMY, actual(), "", Map.of(), Map.of())
                : mapping(known);
    }

    /** Says how the files of a system are read, in a transaction that has counted its write. */
    void put(String source, Mapping mapping) {
        SourceMapRow known = rows.find(SourceMapRow.class, source);
        String before = known == null ? null : shortened(mapping(known).toString());
        SourceMapRow row = known == null ? new SourceMapRow(source) : known;
        row.become(
                mapping.scenario(),
                mapping.currency(),
                mapping.decimals().name(),
                mapping.dates().name());
        row.mean(
                Kind.COLUMN,
                mapping.columns().entrySet().stream()
                        .collect(Collectors.toMap(each -> each.getKey().name(), Map.Entry::getValue)));
        row.mean(Kind.METRIC, mapping.metrics());
        row.mean(Kind.UNIT, mapping.units());
        if (known == null) {
            rows.persist(row);
        }
        trail.append(new AuditTrail.Change("MAP", "SOURCE MAP", source, before, shortened(mapping.toString())));
    }

    private static Mapping mapping(SourceMapRow row) {
        return new Mapping(
                row.meanings(Kind.COLUMN).entrySet().stream()
                        .collect(Collectors.toMap(each -> Field.valueOf(each.getKey()), Map.Entry::getValue)),
                Decimals.valueOf(row.decimals()),
                Dates.valueOf(row.dates()),
                row.scenario(),
                row.currency(),
                row.meanings(Kind.METRIC),
                row.meanings(Kind.UNIT));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_AUDIT_TEXT ? text : text.substring(0, LONGEST_AUDIT_TEXT - 1) + "…";
    }
}
