package mpm.functions;

import java.nio.file.Path;
import java.util.stream.Collectors;
import mpm.catalogue.Definition;
import mpm.catalogue.Spelling;
import mpm.published.CommittedFile;
import org.junit.jupiter.api.Test;

/** Customers' workbooks hold the names: a change of one shows in review as a change of the golden file. */
class FunctionNamesTest {

    @Test
    void everyNameIsTheOneThatWorkbooksHold() {
        String names = Functions.CATALOGUE.functions().stream()
                .map(Definition::name)
                .sorted()
                .map(name -> name + "\t" + Spelling.stored(name) + "\n")
                .collect(Collectors.joining());
        CommittedFile.at(Path.of("src", "test", "resources", "function-names.tsv"))
                .holds(names);
    }
}
