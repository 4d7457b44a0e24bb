package mpm.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A generated file that is committed, so that its changes are reviewed. It must be what the sources generate;
 * {@code -Dmpm.generate} writes it anew.
 */
public final class CommittedFile {

    private final Path path;

    private CommittedFile(Path path) {
        this.path = path;
    }

    /** The file at a path within the module. */
    public static CommittedFile at(Path path) {
        return new CommittedFile(path);
    }

    /** Holds the committed text against the generated one, or writes it when asked to. */
    public void holds(String generated) {
        try {
            if (System.getProperty("mpm.generate") != null) {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.writeString(path, generated);
            }
            assertThat(Files.exists(path) ? Files.readString(path) : "")
                    .as("%s is stale: run  mvn test -Dmpm.generate  and review what changed", path)
                    .isEqualTo(generated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
