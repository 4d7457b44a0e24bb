package mpm.service.plan.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import mpm.plan.Rate;
import org.jspecify.annotations.Nullable;

/** An exchange rate of a period. */
@Entity
@Table(name = "rate")
@IdClass(RateRow.Key.class)
@NamedQuery(name = RateRow.ALL, query = "select r from RateRow r order by r.period, r.type, r.from, r.to")
public class RateRow {

    public static final String ALL = "RateRow.all";

    @Id
    @Column(name = "source_currency")
    private String from = "";

    @Id
    @Column(name = "target_currency")
    private String to = "";

    @Id
    private String period = "";

    @Id
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private Rate.Type type = Rate.Type.AVERAGE;

    private BigDecimal rate = BigDecimal.ONE;

    /** Who published it. */
    @Column(name = "origin")
    private String source = "";

    /** What has a rate. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String from = "";
        private String to = "";
        private String period = "";
        private Rate.Type type = Rate.Type.AVERAGE;

        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && key.from.equals(from)
                    && key.to.equals(to)
                    && key.period.equals(period)
                    && key.type == type;
        }

        @Override
        public int hashCode() {
            return Objects.hash(from, to, period, type);
        }
    }

    public RateRow() {}

    public RateRow(Rate rate, String source) {
        this.from = rate.from();
        this.to = rate.to();
        this.period = rate.period();
        this.type = rate.type();
        this.rate = rate.rate();
        this.source = source;
    }

    public Key key() {
        Key key = new Key();
        key.from = from;
        key.to = to;
        key.period = period;
        key.type = type;
        return key;
    }

    public Rate plan() {
        return new Rate(from, to, period, type, rate.stripTrailingZeros());
    }
}
