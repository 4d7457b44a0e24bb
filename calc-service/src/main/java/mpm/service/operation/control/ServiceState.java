package mpm.service.operation.control;

import mpm.functions.Functions;
import mpm.service.configuration.Settings;
import mpm.service.configuration.Version;
import org.jspecify.annotations.Nullable;

/**
 * The state of this service, for whoever uses it.
 *
 * @param dataDirectory where the data lies, if it lies in files of this service and its reader is at its computer
 * @param reach who can reach the service, in words
 * @param functions how many there are
 */
public record ServiceState(
        String version,
        String database,
        @Nullable String dataDirectory,
        String reach,
        int functions,
        String publicAddress) {

    public static ServiceState of(Settings settings) {
        boolean isInFiles = settings.databaseKind().equals("Derby");
        boolean isShared = settings.signIn().isPresent();
        return new ServiceState(
                Version.TEXT,
                settings.databaseKind(),
                // Where the files lie is for the user of this computer, and for nobody who came from elsewhere.
                isInFiles && !isShared ? settings.dataDirectory().toString() : null,
                // The start refuses a wider reach without sign-in.
                isShared ? "who signs in at " + settings.signIn().get().issuer() : "this computer only",
                Functions.CATALOGUE.functions().size(),
                settings.publicAddress().toString());
    }
}
