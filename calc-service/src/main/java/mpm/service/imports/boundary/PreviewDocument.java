package mpm.service.imports.boundary;

import java.util.List;
import mpm.service.imports.control.Imports;
import mpm.service.imports.entity.SourceFileRow;
import org.jspecify.annotations.Nullable;

/** A file as it would be applied, or was, as it travels. */
record PreviewDocument(
        FileDocument file,
        List<String> columns,
        List<Imports.Shown> firstLines,
        MappingDocument mapping,
        int lines,
        int mapped,
        int unmapped,
        int rejected,
        int unchanged,
        int problemCount,
        List<Imports.Problem> problems,
        List<Imports.Total> totals,
        List<String> notes) {

    /** A file as it travels. */
    record FileDocument(
            long id,
            String source,
            String name,
            String hash,
            String format,
            String receivedBy,
            String receivedAt,
            @Nullable String appliedBy,
            @Nullable String appliedAt) {

        static FileDocument of(SourceFileRow row) {
            return new FileDocument(
                    row.id(),
                    row.source(),
                    row.name(),
                    row.hash(),
                    row.format(),
                    row.receivedBy(),
                    row.receivedAt().toString(),
                    row.appliedBy().orElse(null),
                    row.appliedAt().map(Object::toString).orElse(null));
        }
    }

    static PreviewDocument of(Imports.Preview preview) {
        return new PreviewDocument(
                FileDocument.of(preview.file()),
                preview.captions(),
                preview.first(),
                MappingDocument.of(preview.mapping()),
                preview.lines(),
                preview.mapped(),
                preview.unmapped(),
                preview.rejected(),
                preview.unchanged(),
                preview.problemCount(),
                preview.problems(),
                preview.totals(),
                preview.notes());
    }
}
