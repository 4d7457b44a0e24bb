package mpm.service.packaged;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a test class once on Derby and once on PostgreSQL, each time with the services that run on it. */
final class EachDatabase implements ClassTemplateInvocationContextProvider {

    @Override
    public boolean supportsClassTemplate(ExtensionContext test) {
        return true;
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext test) {
        return Stream.of(Database.values()).map(On::new);
    }

    private record On(Database database) implements ClassTemplateInvocationContext {

        @Override
        public String getDisplayName(int index) {
            return database.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new RunningService(database), new FixtureService(database));
        }
    }
}
