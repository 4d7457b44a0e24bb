package mpm.service.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import mpm.plan.Role;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every test class the same process of a service that many share: it listens to other computers, and its users sign
 * in at a provider of their own. The members of the group {@code viewers} are VIEWER, and so on through the roles.
 */
public final class SharedService implements ParameterResolver {

    /** The service, and the provider that it trusts. */
    public record Shared(ServiceProcess service, OpenIdProvider provider) implements AutoCloseable {

        /** The header of someone with one role. */
        String[] as(Role role) {
            return bearer(provider.accessToken(role.name().toLowerCase(Locale.ROOT), group(role)));
        }

        /** Asks for plan data as someone, who has the roles of groups beside those that are kept of them. */
        PlanClient client(String user, String... groups) {
            return new PlanClient(service, bearer(provider.accessToken(user, groups)));
        }

        @Override
        public void close() {
            service.close();
        }

        static String[] bearer(String token) {
            return new String[] {"Authorization", "Bearer " + token};
        }
    }

    private static final String EVERYWHERE =
            "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=0.0.0.0\n";

    static String group(Role role) {
        return role.name().toLowerCase(Locale.ROOT) + "s";
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Shared.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedService.class))
                .getOrComputeIfAbsent(Shared.class, key -> start(Map.of()));
    }

    /** A service of its own, on a database that settings name. */
    static Shared start(Map<String, String> database) {
        try {
            Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target/services")), "many");
            Path commands = Files.writeString(directory.resolve("everywhere.txt"), EVERYWHERE);
            OpenIdProvider provider = new OpenIdProvider();
            String groups = Arrays.stream(Role.values())
                    .map(role -> "%s=%s".formatted(group(role), role))
                    .collect(Collectors.joining(", "));
            Map<String, String> settings = new HashMap<>(database);
            settings.put("mpm.sign-in.issuer", provider.issuer());
            settings.put("mpm.sign-in.groups", groups + ", emea=PLANNER@EMEA");
            return new Shared(
                    ServiceProcess.ready(
                            directory,
                            settings,
                            "--prebootcommandfile",
                            commands.toAbsolutePath().toString()),
                    provider);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
