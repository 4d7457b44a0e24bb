package mpm.service.ledger.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import mpm.plan.SourceLine;
import mpm.service.ledger.entity.SourceLineRow;

/** The lines of ledgers and purchase orders that figures are made of. */
@ApplicationScoped
public class Ledger {

    @PersistenceContext(unitName = "mpm")
    @SuppressWarnings("NullAway.Init") // The container sets it.
    EntityManager rows;

    /** The lines that belong to a metric at any of these units and periods. */
    @Transactional
    public List<SourceLine> lines(String scenario, String metric, Set<String> units, Set<String> periods) {
        if (units.isEmpty() || periods.isEmpty()) {
            return List.of();
        }
        return rows.createNamedQuery(SourceLineRow.MAPPED, SourceLineRow.class)
                .setParameter("scenario", scenario)
                .setParameter("metric", metric)
                .setParameter("units", units)
                .setParameter("periods", periods)
                .getResultStream()
                .map(SourceLineRow::plan)
                .toList();
    }

    /** Takes over lines as they are, in a transaction that has counted its write. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void load(long importId, List<SourceLine> lines) {
        for (int place = 0; place < lines.size(); place++) {
            rows.persist(new SourceLineRow(importId, place, lines.get(place)));
        }
    }
}
