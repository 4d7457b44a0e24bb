package mpm.service.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** What the service can keep its data in. */
enum Database {
    /** In files of the service. */
    DERBY {
        @Override
        Map<String, String> empty(Store shared) {
            return Map.of();
        }
    },
    POSTGRESQL {
        @Override
        Map<String, String> empty(Store shared) {
            return shared.getOrComputeIfAbsent(
                            PostgresServer.class, key -> PostgresServer.start(), PostgresServer.class)
                    .newDatabase();
        }
    };

    /** The settings by which a service starts on an empty database of this kind. */
    abstract Map<String, String> empty(Store shared);

    Map<String, String> empty(ExtensionContext test) {
        return empty(shared(test));
    }

    /** The service on this database that test classes share; the first that asks starts it. */
    ServiceProcess service(ExtensionContext test) {
        Store shared = shared(test);
        return shared.getOrComputeIfAbsent(
                this, key -> ServiceProcess.ready(directory("shared"), empty(shared)), ServiceProcess.class);
    }

    /** Another one, which has the sample company. */
    ServiceProcess sampleService(ExtensionContext test) {
        Store shared = shared(test);
        return shared.getOrComputeIfAbsent(
                name() + " with the sample",
                key -> {
                    ServiceProcess service = ServiceProcess.ready(directory("sample"), empty(shared));
                    new PlanClient(service).post("sample", Map.of()).ok();
                    return service;
                },
                ServiceProcess.class);
    }

    /** The service of many users on this database that test classes share, with the fixture in it. */
    Fixture fixture(ExtensionContext test) {
        Store shared = shared(test);
        return shared.getOrComputeIfAbsent(
                name() + " fixture", key -> new Fixture(SharedService.start(empty(shared))), Fixture.class);
    }

    /** What is kept here is closed at the end of the run. */
    private static Store shared(ExtensionContext test) {
        return test.getRoot().getStore(Namespace.create(Database.class));
    }

    private static Path directory(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/services")), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
