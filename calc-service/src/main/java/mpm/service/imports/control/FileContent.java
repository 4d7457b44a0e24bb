package mpm.service.imports.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds below the line that names its columns.
 *
 * @param captions the names of the columns
 */
record FileContent(List<String> captions, List<SourceTable.Line> lines) {

    static final FileContent NONE = new FileContent(List.of(), List.of());

    private static final int LOOKED_AT = 1_000;

    FileContent {
        captions = List.copyOf(captions);
        lines = List.copyOf(lines);
    }

    /** What stands in the first lines of a column; nothing where there is no such column. */
    List<String> column(@Nullable String caption) {
        int place = caption == null ? -1 : captions.indexOf(caption);
        return lines.stream()
                .limit(LOOKED_AT)
                .filter(line -> place >= 0 && place < line.cells().size())
                .map(line -> line.cells().get(place))
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    /** What should be looked at before the file is applied under a mapping. */
    List<String> notes(Mapping mapping, boolean isWorkbook) {
        List<String> notes = new ArrayList<>(mapping.lacks());
        List<String> amounts = column(mapping.columns().get(Field.AMOUNT));
        Optional<Decimals> decimals = Decimals.in(amounts);
        if (decimals.isEmpty() && amounts.stream().anyMatch(text -> text.matches(".*\\d[.,]\\d{3}\\D*"))) {
            notes.add(
                    "The amounts can be read with a decimal point and with a comma: look whether decimals is right, which is %s."
                            .formatted(mapping.decimals()));
        } else if (decimals.filter(found -> found != mapping.decimals()).isPresent()) {
            notes.add("The amounts look as if decimals were %s, and the mapping says %s."
                    .formatted(decimals.get(), mapping.decimals()));
        }
        Optional<Dates> dates = Dates.in(column(mapping.columns().get(Field.DATE)));
        if (dates.isEmpty() && !isWorkbook) {
            notes.add("The dates can be read with the day or the month first: look whether dates is right, which is %s."
                    .formatted(mapping.dates()));
        } else if (dates.filter(found -> found != Dates.YMD && found != mapping.dates())
                .isPresent()) {
            notes.add("The dates look as if they were %s, and the mapping says %s."
                    .formatted(dates.get(), mapping.dates()));
        }
        return notes;
    }
}
