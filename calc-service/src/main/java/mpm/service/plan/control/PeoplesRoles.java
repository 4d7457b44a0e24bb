package mpm.service.plan.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import mpm.plan.Grant;
import mpm.service.access.control.Assignments;
import mpm.service.plan.entity.PersonRow;

/** The roles that an administrator gave to people one by one. */
@ApplicationScoped
public class PeoplesRoles implements Assignments {

    @PersistenceContext(unitName = "mpm")
    @SuppressWarnings("NullAway.Init") // The container sets it.
    EntityManager rows;

    @Override
    @Transactional
    public List<Grant> of(String user) {
        PersonRow person = rows.find(PersonRow.class, user);
        return person == null ? List.of() : person.user().grants();
    }
}
