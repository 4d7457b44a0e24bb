package mpm.published;

import java.nio.file.Path;
import mpm.functions.Functions;
import org.junit.jupiter.api.Test;

/** The guide that is committed is the guide of the functions there are. */
class PublishedIsCurrentTest {

    @Test
    void theGuideIsWhatTheCatalogueSays() {
        CommittedFile.at(Path.of("..", "docs", "functions.md")).holds(FunctionGuide.of(Functions.CATALOGUE));
    }
}
