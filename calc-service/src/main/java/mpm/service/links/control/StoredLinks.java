package mpm.service.links.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mpm.cell.Moment;
import mpm.link.ChecklistInstance;
import mpm.link.Found;
import mpm.link.Links;
import mpm.link.Need;
import mpm.link.StoredChecklist;
import mpm.service.access.control.CurrentCaller;
import mpm.service.checklists.control.Checklists;
import mpm.service.checklists.control.Checklists.Stored;
import mpm.service.permission.control.Action;

/**
 * What this service has stored, for the functions that read it: what the caller may not read is not found. Metrics are not
 * stored yet: no direction is found.
 */
@ApplicationScoped
public class StoredLinks implements Links {

    @Inject
    Checklists checklists;

    @Inject
    CurrentCaller caller;

    @Override
    public Found find(Set<Need<?>> needs) {
        Map<Need<?>, Object> found = new HashMap<>();
        List<StoredChecklist> wanted = needs.stream()
                .filter(StoredChecklist.class::isInstance)
                .map(StoredChecklist.class::cast)
                .toList();
        if (!wanted.isEmpty() && caller.identity().may(Action.READ_SHARED, "checklists")) {
            Map<String, Stored> byCode = checklists
                    .find(wanted.stream().map(StoredChecklist::code).toList())
                    .stream()
                    .collect(Collectors.toMap(Stored::code, Function.identity()));
            for (StoredChecklist need : wanted) {
                Stored stored = byCode.get(Checklists.key(need.code()));
                if (stored != null) {
                    found.put(need, instance(stored));
                }
            }
        }
        return new Found(found);
    }

    private static ChecklistInstance instance(Stored stored) {
        return new ChecklistInstance(
                stored.code(),
                stored.done().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, done -> Moment.of(done.getValue()))));
    }
}
