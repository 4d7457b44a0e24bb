package mpm.service.plan.entity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import mpm.cell.Moment;

/** Moments as workbooks count them: days since the end of 1899, in UTC. */
public final class Serials {

    private static final Instant ZERO =
            LocalDate.of(1899, 12, 30).atStartOfDay(ZoneOffset.UTC).toInstant();

    private Serials() {}

    public static Moment of(Instant at) {
        return new Moment(Duration.between(ZERO, at).toMillis() / (double) Moment.DAY);
    }

    public static Instant instant(Moment moment) {
        return ZERO.plusMillis(moment.milliseconds());
    }
}
