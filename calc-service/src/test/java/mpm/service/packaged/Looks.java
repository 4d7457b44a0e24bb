package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a page looks like to people, whatever they see it with. */
final class Looks {

    private static final Path AXE = Path.of("../office-addin-manifest/node_modules/axe-core/axe.min.js");

    private Looks() {}

    /** Draws a picture for people to look at, and asks axe-core what somebody could not read or reach. */
    static void check(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/pictures/" + name + ".png")));
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("nothing is wider than the screen")
                .isLessThanOrEqualTo((Integer) page.evaluate("innerWidth"));
        try {
            page.evaluate(Files.readString(AXE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(page.evaluate("axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) =>"
                        + " nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`)))"))
                .isEqualTo(List.of());
    }
}
