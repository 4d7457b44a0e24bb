package mpm.service.operation.control;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.util.Optional;
import mpm.functions.Functions;
import mpm.service.access.control.Issuer;
import mpm.service.access.control.IssuerOutOfReach;
import mpm.service.access.control.Reach;
import mpm.service.alerts.control.Watch;
import mpm.service.configuration.Settings;
import mpm.service.configuration.SignIn;
import mpm.service.configuration.StartRefusal;
import mpm.service.storage.control.DataVersion;
import mpm.service.storage.control.DatabaseTrouble;
import mpm.service.storage.control.Schema;

/**
 * Begins the service: who can reach it, then where its data lies. What it cannot run with ends the process, since the
 * server would otherwise go on without it, call itself ready and answer 404.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN) // Flyway makes its own transactions.
public class Start {

    private static final Logger LOG = System.getLogger(Start.class.getName());

    @Inject
    Instance<Settings> settings;

    @Inject
    Reach reach;

    @Inject
    Issuer issuer;

    @Inject
    Schema schema;

    @Inject
    DataVersion dataVersion;

    @Inject
    Watch watch;

    @PostConstruct
    void begin() {
        Settings set = settings();
        exposure().ifPresent(StartRefusal::endProcess);
        openData(set);
        watch.wake();
        set.signIn().ifPresent(this::askIssuer);
        LOG.log(
                Level.INFO,
                "MPM is ready at {2}: {0} functions, data in {1}",
                Functions.CATALOGUE.functions().size(),
                set.databaseKind().equals("Derby") ? set.dataDirectory() : set.databaseKind(),
                set.publicAddress());
    }

    /** An OpenID provider that is away for now does not keep the service from starting; a wrong address should be seen. */
    private void askIssuer(SignIn signIn) {
        try {
            issuer.endpoints(signIn);
        } catch (IssuerOutOfReach e) {
            LOG.log(Level.WARNING, "Nobody can sign in yet: {0} ({1})", e.getMessage(), String.valueOf(e.getCause()));
        }
    }

    private Optional<String> exposure() {
        try {
            return reach.exposure();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The server's listeners cannot be read", e);
            return Optional.of(Reach.UNKNOWN_EXPOSURE);
        }
    }

    private Settings settings() {
        try {
            return settings.get();
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof Settings.Refused refused) {
                    throw StartRefusal.endProcess(String.valueOf(refused.getMessage()));
                }
            }
            throw e;
        }
    }

    private void openData(Settings set) {
        try {
            Files.createDirectories(set.dataDirectory());
        } catch (IOException e) {
            throw StartRefusal.endProcess(
                    "it cannot make its data directory %s. Set mpm.data-directory to one that it may write."
                            .formatted(set.dataDirectory()));
        }
        try {
            schema.migrate();
            dataVersion.read();
        } catch (RuntimeException e) {
            throw StartRefusal.endProcess(DatabaseTrouble.reason(e, set.databaseUrl()));
        }
    }
}
