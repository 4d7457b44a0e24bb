package mpm.service.calculation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import mpm.catalogue.Calculation;
import mpm.catalogue.Limits;
import mpm.functions.Functions;
import mpm.link.Links;
import mpm.service.configuration.Settings;
import mpm.service.links.control.StoredLinks;

/** Calculations of the catalogue within the limits that this service is set to. */
@ApplicationScoped
public class Calculations {

    @Inject
    Settings settings;

    @Inject
    StoredLinks stored;

    /** A calculation that reads the stored data. */
    public Calculation calculation() {
        return calculation(stored);
    }

    /** A calculation that reads the stored data by way of the given links. */
    Calculation calculation(Links links) {
        return new Calculation(Functions.CATALOGUE, links, limits());
    }

    public Limits limits() {
        Settings.Limits set = settings.limits();
        return new Limits(
                set.cellsIn(),
                set.cellsOut(),
                Duration.ofSeconds(set.callSeconds()),
                Duration.ofSeconds(set.requestSeconds()));
    }
}
