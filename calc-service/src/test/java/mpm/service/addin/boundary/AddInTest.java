package mpm.service.addin.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import mpm.addin.AddinManifest;
import mpm.workbook.design.AddIn;
import org.junit.jupiter.api.Test;

class AddInTest {

    /** Otherwise no task pane would open with a template. */
    @Test
    void workbooksAskForTheAddInOfTheManifest() {
        assertThat(new AddinManifest(URI.create("https://mpm.example.org")).xml())
                .contains("<Id>%s</Id>".formatted(AddIn.MPM.id()))
                .contains("<Version>%s</Version>".formatted(AddIn.MPM.version()));
    }
}
