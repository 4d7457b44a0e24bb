package mpm.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A file with real data, if one is named by a system property, as in {@code -Dpaths=PathData.csv}. */
final class InputFile {

    private InputFile() {}

    static Optional<Path> named(String property) {
        return Optional.ofNullable(System.getProperty(property))
                .filter(name -> !name.isBlank())
                .map(Path::of);
    }

    /** The cells of each row below the header; no cell holds a comma. */
    static List<String[]> rows(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1)
                    .map(line -> line.replace("\"", "").split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
